import { expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { recogniseAddress } from './recognise-address.ts';
import { recogniseRecipient, refuseRecipient } from './recognise-recipient.ts';

const ring = createKeyRing();

it.each([
  ['a mobile number', '+46701740605', null],
  ['a landline', '+468123456', 'landline'],
  ['a landline', '+4930123456', 'landline'],
  ['a landline', '+420222123456', 'landline'],
  ['a landline', '+442079460123', 'landline'],
  ['one that its country’s plan does not tell from a mobile one', '+4540612345', null],
  ['one that its country’s plan does not tell from a mobile one', '+12025550123', null],
  ['a premium number', '+469001234567', 'service-number'],
  ['a premium number', '+19002345678', 'service-number'],
  ['a number that costs nothing', '+18002345678', 'service-number'],
  ['a number with a digit too few', '+4670174065', 'not-given-out'],
])('%s %s as a recipient: %s', (_what, number, refused) => {
  expect(refuseRecipient(number)).toBe(refused);
  const typed = { channel: 'SMS', text: number, country: null } as const;
  expect(recogniseRecipient(ring, typed)).toEqual(
    refused === null ? recogniseAddress(ring, typed) : { refused },
  );
  expect(recogniseAddress(ring, typed)).not.toHaveProperty('refused');
});

it('an e-mail address is one', () => {
  const typed = { channel: 'EMAIL', text: 'anna@example.test', country: null } as const;
  expect(recogniseRecipient(ring, typed)).toEqual(recogniseAddress(ring, typed));
});
