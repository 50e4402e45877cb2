import type { SendableCampaign } from '@adieu/db';
import { countParts, MOST_SMS_PARTS, ReadySms } from '@adieu/templates';
import { describe, expect, it } from 'vitest';
import { type HeldText, joinTexts } from './join-texts.ts';

const AT = new Date('2026-12-01T11:00:00Z');
const installation = { shortUrl: 'https://no-s.example/s/', shortCodes: {} };

function held(messageId: string, text: string): HeldText {
  const campaign = {
    sender: { kind: 'NUMBER', name: '', address: '+46766861004', keyword: '' },
    organisationName: 'Nordlys',
    accountName: 'Shop',
    country: 'SE',
    purpose: 'MARKETING',
    exempt: false,
  } as SendableCampaign;
  const ready = new ReadySms(
    {
      channel: 'SMS',
      purpose: 'MARKETING',
      fallback: 'sv',
      addsWayOut: true,
      variants: [{ language: 'sv', filled: 'IN_PLACE', text }],
    },
    'nordlys',
  );
  const message = {
    messageId,
    campaignId: 'campaign',
    carriedBy: 'newest',
    attempts: 1,
    address: '+46731000001',
    language: 'sv',
    fields: {},
  };
  return { message, campaign, ready };
}

const ids = (texts: readonly HeldText[]) => texts.map(({ message }) => message.messageId);
const joined = (...texts: HeldText[]) => joinTexts(installation, texts, AT);

describe('what was held for one number', () => {
  it('goes in one SMS, the oldest first, with one way out at its end (N12)', async () => {
    const { joined: one } = await joined(held('a', 'Ett'), held('b', 'Två'), held('c', 'Tre'));
    expect(one!.said).toBe('Ett\n\nTvå\n\nTre\nAvsluta: svara STOPP');
    expect(ids(one!.texts)).toEqual(['a', 'b', 'c']);
  });

  it('is never more than ten parts: what has no room waits for the next (A2)', async () => {
    const five = 'a'.repeat(700);
    const all = [held('a', five), held('b', five), held('c', 'Kort'), held('d', five)];
    const { joined: one, left, failed } = await joined(...all);
    expect(ids(one!.texts)).toEqual(['a', 'c', 'd']);
    expect(ids(left)).toEqual(['b']);
    expect(failed).toEqual([]);
    expect(countParts(one!.said).parts).toBe(MOST_SMS_PARTS);
  });

  it('that can not be filled keeps no other back, whichever it is', async () => {
    const lacking = (id: string) => held(id, '{{ contact.name }}');
    const { joined: one, failed } = await joined(lacking('a'), held('b', 'Två'), lacking('c'));
    expect(one!.said).toBe('Två\nAvsluta: svara STOPP');
    expect(ids(failed.map(({ text }) => text))).toEqual(['c', 'a']);
    expect((await joined(lacking('a'))).joined).toBe(null);
  });
});
