import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let newsletter: string;

beforeAll(async () => {
  house = await openHouse();
  newsletter = toId('book', house.org.newsletterId);
});
afterAll(() => house?.close());

const leave = async (address: string) =>
  (
    await house.ask<{ requestOptOut: unknown }>(
      `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) {
         __typename ... on OptOutRequested { request { recipient { channel address } } } ... on Problem { code field message } } }`,
      { input: { address, channel: 'SMS', scope: { kind: 'BOOK', id: newsletter } } },
    )
  ).data.requestOptOut;

const mayContact = async (address: string) =>
  (
    await house.ask<{ mayContact: { allowed: boolean } }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { ... on GateAnswer { allowed } } }',
      { input: { address, channel: 'SMS', addressBookId: newsletter } },
    )
  ).data.mayContact;

describe('a telephone number', () => {
  it('that leaves is out however it is written (SM-16)', async () => {
    expect(await leave('+46 70-174 06 05')).toMatchObject({
      request: { recipient: { channel: 'SMS', address: '+46701740605' } },
    });
    for (const written of ['0046701740605', '+46 (0)70 174 06 05', 'tel:+46701740605'])
      expect(await mayContact(written), written).toEqual({ allowed: false });
    expect(await mayContact('+46701740606')).toEqual({ allowed: true });
  });

  it.each([
    ['070-174 06 05', /begin with \+ and the country/],
    ['46701740652', /without its \+/],
    ['72080', /short code/],
    ['anna@example.test', /Not a telephone number/],
  ])('%s is refused with what to do', async (address, message) => {
    expect(await leave(address)).toMatchObject({
      __typename: 'InvalidInput',
      field: 'address',
      message: expect.stringMatching(message) as string,
    });
  });

  it('of a contact, without its country, is refused with what its account lacks, and taken when it has one', async () => {
    const setCountry = (country: string | null) =>
      house.test.db.sql.rows('UPDATE account SET country = $1', [country]);
    const add = async (phone: string) =>
      (
        await house.ask<{ addContact: unknown }>(
          `mutation ($input: AddContactInput!) { addContact(input: $input) {
             __typename ... on Problem { code field message } } }`,
          { input: { addressBookId: newsletter, phone } },
        )
      ).data.addContact;
    await setCountry(null);
    expect(await add('070-174 06 08')).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'phone',
      message:
        'A number without its country: begin with + and the country, like +46. Its account has no country that would stand in: changeAccount gives it one.',
    });
    await setCountry('SE');
    expect(await add('070-174 06 08')).toMatchObject({ __typename: 'ContactAdded' });
    expect(await add('anna')).toMatchObject({
      message: expect.not.stringMatching(/changeAccount/),
    });
  });

  it.each([
    ['+46 8 123 456', /landline/],
    ['+46 900 123 45 67', /premium/],
    ['+46 20 123 456', /free of charge/],
    ['+44 20 7946 0123', /landline/],
    ['+420 900 123 456', /premium/],
    ['+46 70 174 065', /a digit is missing/],
    ['72080', /short code/],
  ])('%s is no contact’s, and may leave all the same', async (phone, message) => {
    const { data } = await house.ask<{ addContact: unknown }>(
      `mutation ($input: AddContactInput!) { addContact(input: $input) {
         __typename ... on Problem { field message } } }`,
      { input: { addressBookId: newsletter, phone } },
    );
    expect(data.addContact).toEqual({
      __typename: 'InvalidInput',
      field: 'phone',
      message: expect.stringMatching(message) as string,
    });
    if (phone.startsWith('+'))
      expect(await leave(phone)).toMatchObject({ __typename: 'OptOutRequested' });
  });

  it('is found in the queue by its number alone', async () => {
    await leave('+46701740607');
    const { data } = await house.ask<{ optOutRequests: { nodes: unknown[] } }>(
      '{ optOutRequests(filter: { address: "+46 70 174 06 07" }) { nodes { recipient { address } } } }',
    );
    expect(data.optOutRequests.nodes).toEqual([{ recipient: { address: '+46701740607' } }]);
  });

  it('starts no double opt-in, for none could be sent', async () => {
    const input = {
      address: '+46701740605',
      channel: 'SMS',
      scope: { kind: 'BOOK', id: newsletter },
    };
    const { data } = await house.ask(
      'mutation ($input: StartDoubleOptInInput!) { startDoubleOptIn(input: $input) { ... on Problem { code field } } }',
      { input },
    );
    expect(data).toEqual({ startDoubleOptIn: { code: 'INVALID_INPUT', field: 'channel' } });
  });
});
