import { emailContent } from '@adieu/domain';
import { releaseDraft } from '@adieu/testkit';
import { createCampaign, eraseRecipient, importContacts } from '@adieu/db';
import { fileOfText, readContacts } from '@adieu/intake';
import { createKeyRing, signMessageLink, signWebLink, verifyMessageLink } from '@adieu/keys';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledContent } from './compiled-content.ts';
import { countOf, type House, openHouse } from './house.ts';

let house: House;
let messages: { messageId: string; recipientId: string; address: string }[];

beforeAll(async () => {
  house = await openHouse();
  const { sql } = house.test.db;
  await importContacts(house.test.db, {
    now: house.now,
    ...house.org,
    addressBookId: house.org.newsletterId,
    rows: readContacts(
      fileOfText(
        'email,first_name,language\nasa@example.test,Åsa <b>,sv\nbo@example.test,Bo,en\ncarl@example.test,Carl,en\n',
        'a',
      ),
      { country: null },
    ),
  });
  const made = await createCampaign(sql, {
    organisationId: house.org.organisationId,
    addressBookId: house.org.newsletterId,
    topicId: null,
    name: 'Spring',
    content: emailContent({
      subject: { en: 'Spring, {{ contact.first_name }}' },
      mjml: {},
      html: {
        en: '<p>Hello {{ contact.first_name }}</p><p>{{ web_version }}</p><form action="https://evil.example.test"><button>x</button></form>',
      },
    }),
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  const { campaignId } = made;
  const { organisationId } = house.org;
  await house.test.db.transaction((tx) =>
    releaseDraft(tx, { organisationId, campaignId, now: house.now }, compiledContent),
  );
  messages = await sql.rows(
    `SELECT m.id AS "messageId", r.id AS "recipientId", r.address FROM message m
     JOIN recipient r ON r.id = m.recipient_id ORDER BY r.address`,
  );
});
afterAll(() => house?.close());

const tokenOf = (messageId: string): string => signWebLink(house.org.ring, messageId);
const open = (token: string, language = 'en', method = 'GET'): Promise<Response> =>
  fetch(`${house.url}/m/${token}`, { method, headers: { 'accept-language': language } });

describe('GET /m/<token>', () => {
  it('shows the mail as it is filled for its person, without the address', async () => {
    const [asa] = messages;
    const response = await open(tokenOf(asa!.messageId));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Hello Åsa &lt;b&gt;');
    expect(html).toContain('<title>Spring, Åsa &lt;b&gt;</title>');
    expect(html).toContain('Läs i webbläsaren');
    expect(html).not.toContain(asa!.address);
  });

  it('leads to the page of the mail’s own way out, which asks first, and to itself', async () => {
    const [asa] = messages;
    const html = await (await open(tokenOf(asa!.messageId))).text();
    const [, way] = /href="https:\/\/localhost:4000\/u\/([\w-]+)"/.exec(html)!;
    expect(verifyMessageLink(house.org.ring, way!)).toBe(asa!.messageId);
    expect(html).toContain(`href="https://localhost:4000/m/${tokenOf(asa!.messageId)}"`);
  });

  it('runs no script, posts no form, fetches pictures alone, and nobody keeps or lists it', async () => {
    const { headers } = await open(tokenOf(messages[0]!.messageId));
    const policy = headers.get('content-security-policy')!.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      'img-src https:',
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(headers.has('set-cookie')).toBe(false);
  });

  it('writes nothing: no opening is counted, no token logged', async () => {
    const state = () =>
      house.test.db.sql.rows(
        'SELECT m.*, (SELECT count(*) FROM ledger_event) AS n FROM message m ORDER BY id',
      );
    const before = await state();
    const token = tokenOf(messages[1]!.messageId);
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await open(token, 'en', method)).ok).toBe(true);
    expect(await state()).toEqual(before);
    expect(house.log()).not.toContain(token);
  });

  it('takes nobody off, not by POST either', async () => {
    const token = tokenOf(messages[1]!.messageId);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (const path of ['m', 'u'])
      await fetch(`${house.url}/${path}/${token}`, { method: 'POST', body });
    expect(await countOf(house, 'opt_out_request')).toBe(0);
  });

  it.each([
    ['sv-SE, en;q=0.5', 'sv', 'Sidan finns inte'],
    ['cs', 'cs', 'Stránka neexistuje'],
    ['de', 'de', 'Diese Seite gibt es nicht'],
    ['da', 'da', 'Siden findes ikke'],
    ['fr', 'en', 'This page doesn’t exist'],
  ])('is a 404 that speaks to its reader: %s', async (asked, language, words) => {
    const response = await open(tokenOf(randomUUID()), asked);
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${words}</h1>`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('opens nothing by a way out’s token, a foreign or a broken one', async () => {
    const { messageId } = messages[1]!;
    const good = tokenOf(messageId);
    for (const token of [
      signMessageLink(house.org.ring, messageId),
      signWebLink(createKeyRing(), messageId),
      good.slice(1),
      `${good}A`,
      'x',
    ])
      expect((await open(token)).status).toBe(404);
  });

  it('is gone once its person was erased (G-3)', async () => {
    const { messageId, recipientId } = messages[2]!;
    expect((await open(tokenOf(messageId))).status).toBe(200);
    await house.test.db.transaction((sql) => eraseRecipient(sql, { recipientId, now: house.now }));
    const response = await open(tokenOf(messageId));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Carl');
  });

  it('keeps whoever guesses tokens waiting, and never a good one (O-12)', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 40; i += 1) statuses.add((await open(`x${i}`)).status);
    expect(statuses).toContain(429);
    expect((await open(tokenOf(messages[1]!.messageId))).status).toBe(200);
  });
});

describe('/t/<language>, where the ways out of tests and previews lead', () => {
  it.each([
    ['sv', 'Detta är ett test'],
    ['cs', 'Toto je test'],
    ['de', 'Das ist ein Test'],
    ['da', 'Dette er en test'],
    ['en', 'This is a test'],
    ['xx', 'This is a test'],
  ])('says in %s that nothing was changed', async (language, words) => {
    const response = await fetch(`${house.url}/t/${language}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<h1>${words}</h1>`);
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  it('answers a one-click with 200 in any form, and changes nothing (O-2)', async () => {
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const wish = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (const body of [form, wish, 'List-Unsubscribe=One-Click', ''])
      expect((await fetch(`${house.url}/t/sv`, { method: 'POST', body })).status).toBe(200);
    for (const table of ['opt_out_request', 'suppression'])
      expect(await countOf(house, table)).toBe(0);
  });
});
