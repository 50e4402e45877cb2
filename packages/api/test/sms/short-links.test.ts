import { signMessageLink } from '@adieu/keys';
import { sentSms, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_INSTALLATION } from '../../src/installation.ts';
import { countOf, type House, openHouse } from '../house.ts';
import { leaveByPage } from '../leave.ts';

const NUMBER = '+46701740600';
const CODE = 'aB3xY9z';
const UNKNOWN = 'zzzzzz0';
let house: House;
let messageId: string;

beforeAll(async () => {
  house = await openHouse({ installation: { ...LOCAL_INSTALLATION, shortCodes: { SE: '72080' } } });
  const { org, test, now: at } = house;
  const senderId = await smsSender(test.db, org, { kind: 'TEXT', address: 'Nordlys' });
  const sms = { senderId, addressBookId: org.newsletterId, to: '+46701740605', at };
  ({ messageId } = await sentSms(test.db, org, sms));
  await test.db.sql.rows('INSERT INTO short_link (message_id, code, made_at) VALUES ($1, $2, $3)', [
    messageId,
    CODE,
    at,
  ]);
});
afterAll(() => house?.close());

const open = (code: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${house.url}/s/${code}`, { redirect: 'manual', ...init });

async function wayOut(): Promise<string> {
  const answer = await open(CODE);
  expect(answer.status).toBe(302);
  const [, token] = /\/u\/([\w-]+)$/.exec(answer.headers.get('location') ?? '') ?? [];
  return token!;
}

describe('the link in an SMS (D2)', () => {
  it('opened a hundred times, by whatever asks, changes nothing, and nobody keeps it', async () => {
    for (let i = 0; i < 50; i += 1)
      for (const method of ['GET', 'HEAD']) {
        const answer = await open(CODE, { method });
        expect(answer.status).toBe(302);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      }
    expect(await countOf(house, 'opt_out_request')).toBe(0);
    expect(await countOf(house, 'suppression')).toBe(0);
    expect(house.log()).not.toContain(CODE);
  });

  it('leads to the page of its message, which hides the number; who leaves there left by it (C4, F7)', async () => {
    const token = await wayOut();
    const { data } = await house.ask<{ preferences: { maskedAddress: string } }>(
      'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { maskedAddress } } }',
      { token },
      null,
    );
    expect(data.preferences.maskedAddress).toBe('+46 70 ••• •• 05');
    const left = await leaveByPage(house, { token, choice: 'THIS_SCOPE' });
    expect(left).not.toHaveProperty('code');
    const found = await house.test.db.sql.rows(
      'SELECT method, state, channel FROM opt_out_request WHERE message_id = $1',
      [messageId],
    );
    expect(found).toEqual([{ method: 'SMS_LINK', state: 'CONFIRMED', channel: 'SMS' }]);
  });

  it('promises no mail to a number: no way back and no data by one, and where START is read (A6)', async () => {
    const { test, org, now: at } = house;
    const view = async (id: string) => {
      const token = signMessageLink(org.ring, id);
      const { data } = await house.ask<{ preferences: object }>(
        'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { channels mayReturn startTo } } }',
        { token },
        null,
      );
      return data.preferences;
    };
    // A name can not be answered: START goes to the installation's short code, where the number's country has one.
    expect(await view(messageId)).toEqual({
      channels: ['SMS'],
      mayReturn: false,
      startTo: '72080',
    });
    const name = await smsSender(test.db, org, { kind: 'TEXT', address: 'Nordlys' });
    const abroad = { senderId: name, addressBookId: org.newsletterId, to: '+4520123456', at };
    const { messageId: danish } = await sentSms(test.db, org, abroad);
    await leaveByPage(house, { token: signMessageLink(org.ring, danish), choice: 'THIS_SCOPE' });
    expect(await view(danish)).toMatchObject({ mayReturn: false, startTo: null });
    const senderId = await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER });
    const sms = { senderId, addressBookId: org.newsletterId, to: '+46701740606', at };
    const { messageId: second } = await sentSms(test.db, org, sms);
    expect(await view(second)).toMatchObject({ mayReturn: false, startTo: null });
    const token = signMessageLink(org.ring, second);
    await leaveByPage(house, { token, choice: 'THIS_SCOPE' });
    expect(await view(second)).toMatchObject({ mayReturn: false, startTo: NUMBER });
    // Where the installation has no short code, another number that wrote to them of that book last is read.
    const byNumber = await smsSender(test.db, org, { kind: 'NUMBER', address: '+4520007777' });
    await sentSms(test.db, org, { ...abroad, senderId: byNumber });
    expect(await view(danish)).toMatchObject({ startTo: '+4520007777' });
    const later = new Date(at.getTime() + 1000);
    await sentSms(test.db, org, {
      ...abroad,
      senderId: byNumber,
      addressBookId: org.staffId,
      at: later,
    });
    house.now = new Date(at.getTime() + 60_000);
    expect(await view(danish)).toMatchObject({ startTo: null });
    const asked =
      'mutation ($input: AskForDataInput!) { askForData(input: $input) { __typename } }';
    const { data } = await house.ask(asked, { input: { token } }, null);
    expect(data).toEqual({ askForData: { __typename: 'DataLinkAsked' } });
    expect(await countOf(house, 'data_link')).toBe(0);
  });

  it('of another length is a page’s: members sign in there', async () => {
    const answer = await open(`${CODE}a`);
    expect(answer.status).not.toBe(302);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('that there is none of is a page that says so; who tries many is told nothing more, not even of one that there is', async () => {
    for (let i = 0; i < 30; i += 1) {
      const answer = await open(`${UNKNOWN.slice(0, 5)}${String(i).padStart(2, '0')}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('<html lang="en"');
    }
    const closed = await open(CODE);
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
