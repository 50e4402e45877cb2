import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Merge } from '../template/merge.ts';
import { defineAudience } from './audience.ts';
import { type Campaign, defineCampaign } from './define-campaign.ts';

const readers = defineAudience({ addressBook: 'Newsletter', fields: ['first_name', 'city'] });
const texts = { name: 'Spring', subject: { en: 'Spring' }, template: '<p>Spring</p>' };

describe('a campaign’s definition (F5)', () => {
  it('compiles only with fields of its audience (P11)', () => {
    const spring = defineCampaign({
      ...texts,
      audience: readers,
      subject: { en: ({ contact }) => contact('first_name') },
      // @ts-expect-error: no such column
      template: ({ contact }) => contact('surname'),
    });
    expectTypeOf(spring).toEqualTypeOf<Campaign<'first_name' | 'city'>>();
    // What needs fewer fields serves every audience that has them.
    const hello = ({ contact }: Merge<'city'>): string => contact('city');
    defineCampaign({ ...texts, audience: readers, template: hello });
    // @ts-expect-error: this audience has no column `city`
    defineCampaign({ ...texts, audience: { addressBook: 'Staff', fields: [] }, template: hello });
  });

  it('of an SMS is a text alone, with the same fields and a way out of its own (P11)', () => {
    const sms = { name: 'Members', audience: readers };
    const members = defineCampaign({
      ...sms,
      channel: 'SMS',
      text: { en: ({ contact, optOut }) => `${contact('city')} ${optOut}` },
    });
    expectTypeOf(members).toEqualTypeOf<Campaign<'first_name' | 'city'>>();
    // @ts-expect-error: no such column
    defineCampaign({ ...sms, channel: 'SMS', text: { en: ({ contact }) => contact('surname') } });
    // @ts-expect-error: a link in a mail is no way out of an SMS
    defineCampaign({ ...sms, channel: 'SMS', text: { en: ({ unsubscribe }) => unsubscribe } });
    // @ts-expect-error: an SMS has no subject
    defineCampaign({ ...sms, channel: 'SMS', text: { en: 'Hi' }, subject: { en: 'Hi' } });
    // @ts-expect-error: a mail has one
    defineCampaign({ ...texts, audience: readers, subject: undefined });
  });

  it('has no fields for addresses by hand', () => {
    const receipt = { account: 'Shop', recipients: ['anna@example.test'] };
    const plain = defineCampaign({ ...texts, audience: receipt });
    expectTypeOf(plain).toEqualTypeOf<Campaign<never>>();
    defineCampaign({
      ...texts,
      audience: receipt,
      // @ts-expect-error: these have no columns
      template: ({ contact }) => contact('first_name'),
    });
  });

  it('asks nothing and needs no environment before something is done with it', async () => {
    const spring = defineCampaign({ ...texts, audience: readers });
    expect(spring.definition.name).toBe('Spring');
    const asked: string[] = [];
    const other = {
      url: 'https://adieu.example.test/graphql',
      ask: (document: { toString(): string }) => {
        asked.push(document.toString());
        return Promise.reject(new Error('this test has no Adieu'));
      },
    };
    await expect(spring.through(other).check()).rejects.toThrow('this test has no Adieu');
    expect(asked).toHaveLength(1);
  });
});
