import { emailContent, type EmailContent } from '@adieu/domain';
import { createCampaign, eraseRecipient, importContacts } from '@adieu/db';
import { fileOfText, readContacts } from '@adieu/intake';
import { seed, type Seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { type Answer, countOf, type House, openHouse } from './house.ts';

let house: House;
let foreign: Seed;
let campaignId: string;
const contacts: Record<string, string> = {};

const HTML = `<p>Hello {{ contact.first_name }}, from {{ contact.city | default: "Malmö" }}.</p>
<p>{{ web_version }}, {{ subscribe_again }}</p>`;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Other' });
  await importContacts(house.test.db, {
    now: house.now,
    ...house.org,
    addressBookId: house.org.newsletterId,
    rows: readContacts(
      fileOfText(
        'email,first_name,language\nasa@example.test,Åsa,sv\nbo@example.test,,en\ngone@example.test,Gone,en\n',
        'a',
      ),
      { country: null },
    ),
  });
  await importContacts(house.test.db, {
    now: house.now,
    ...foreign,
    addressBookId: foreign.newsletterId,
    rows: readContacts(fileOfText('email,first_name\ntheirs@example.test,Theirs\n', 'a'), {
      country: null,
    }),
  });
  const rows = await house.test.db.sql.rows<{ address: string; id: string; recipientId: string }>(
    'SELECT r.address, k.contact_id AS id, r.id AS "recipientId" FROM book_address k JOIN recipient r ON r.id = k.recipient_id',
  );
  for (const { address, id } of rows) contacts[address] = toId('contact', id);
  const gone = rows.find(({ address }) => address === 'gone@example.test')!;
  await house.test.db.transaction((sql) =>
    eraseRecipient(sql, { recipientId: gone.recipientId, now: house.now }),
  );
  campaignId = await campaign({ html: { en: HTML, sv: `<p>Hej!</p>${HTML}` } });
});
afterAll(() => house?.close());

async function campaign(more: Partial<EmailContent>, of: Seed = house.org): Promise<string> {
  const made = await createCampaign(house.test.db.sql, {
    organisationId: of.organisationId,
    addressBookId: of.newsletterId,
    topicId: null,
    name: 'Spring',
    content: emailContent({
      subject: { en: 'For {{ contact.first_name }}', sv: 'Till {{ contact.first_name }}' },
      ...more,
    }),
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  return toId('campaign', made.campaignId);
}

interface Preview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly size: number;
  readonly language: string;
  readonly missingFields: string[];
  readonly headers: { name: string; value: string }[];
  readonly findings: { code: string }[];
}

async function preview(
  input: object,
  key: string | null = house.org.campaignerKey,
): Promise<Answer<{ previewCampaign: Preview }>> {
  return house.ask(
    `query ($input: PreviewCampaignInput!) { previewCampaign(input: $input) {
       ... on CampaignPreview { subject html text size language missingFields headers { name value } findings { level code } }
       ... on Problem { code field message }
     } }`,
    { input: { campaignId, ...input } },
    key,
  );
}
const shown = async (input: object): Promise<Preview> =>
  (await preview(input)).data.previewCampaign;

describe('previewCampaign', () => {
  it('shows the mail of a contact, in their language, by id and by address', async () => {
    const byId = await shown({ contactId: contacts['asa@example.test'] });
    expect(byId).toMatchObject({ subject: 'Till Åsa', language: 'sv', missingFields: [] });
    expect(byId.html).toContain('Hello Åsa, from Malmö.');
    expect(byId.text).toContain('Hello Åsa, from Malmö.');
    expect(byId.html).toContain('Läs i webbläsaren');
    expect(byId.size).toBeGreaterThan(byId.html.length);
    expect(await shown({ contactAddress: 'ASA@example.test' })).toEqual(byId);
    expect(await shown({ contactId: contacts['asa@example.test'], language: 'en' })).toMatchObject({
      subject: 'For Åsa',
      language: 'en',
    });
  });

  it('shows a made-up reader with defaults, and names what nobody gave him', async () => {
    expect(await shown({})).toMatchObject({
      subject: 'For [first_name]',
      missingFields: ['first_name'],
      html: expect.stringContaining('Hello [first_name], from Malmö.'),
    });
    expect(await shown({ language: 'sv' })).toMatchObject({ subject: 'Till [first_name]' });
  });

  it('names the fields that a contact lacks, and finds what checkCampaign finds', async () => {
    expect(await shown({ contactId: contacts['bo@example.test'] })).toMatchObject({
      missingFields: ['first_name'],
      findings: expect.arrayContaining([expect.objectContaining({ code: 'FIELD_MISSING' })]),
    });
  });

  it('has all headers of the real mail, and no link that takes anybody off (H-1, H-13)', async () => {
    const { headers, html, text } = await shown({ contactId: contacts['asa@example.test'] });
    expect(headers.map(({ name }) => name)).toEqual([
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Date',
      'Reply-To',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'List-Id',
      'List-Help',
      'List-Owner',
      'List-Post',
      'Feedback-ID',
      'CFBL-Address',
      'CFBL-Feedback-ID',
      'MIME-Version',
      'Content-Type',
    ]);
    const all = `${JSON.stringify(headers)} ${html} ${text}`;
    expect(new Set(all.match(/https:\/\/localhost[^\s"'<>]*/g))).toEqual(
      new Set(['https://localhost:4000/t/sv']),
    );
    expect(all).not.toMatch(/leave\+(?!test@)/);
  });

  it('changes nothing', async () => {
    const tables = [
      'message',
      'outbox',
      'test_mail',
      'ledger_event',
      'recipient',
      'idempotency_key',
    ];
    const count = () => Promise.all(tables.map((table) => countOf(house, table)));
    const before = await count();
    await shown({ contactId: contacts['asa@example.test'] });
    expect(await count()).toEqual(before);
  });

  it.each([
    ['somebody else’s contact', { contactId: 'theirs@example.test' }, 'contactId'],
    ['an erased contact', { contactId: 'gone@example.test' }, 'contactId'],
    ['a contact of nobody', { contactId: toId('contact', crypto.randomUUID()) }, 'contactId'],
    ['somebody else’s address', { contactAddress: 'theirs@example.test' }, 'contactAddress'],
    ['an erased address', { contactAddress: 'gone@example.test' }, 'contactAddress'],
    ['an unknown address', { contactAddress: 'nobody@example.test' }, 'contactAddress'],
  ])('answers %s alike: not found', async (_name, input, field) => {
    const contactId = 'contactId' in input ? (contacts[input.contactId] ?? input.contactId) : null;
    expect(await shown(contactId === null ? input : { contactId })).toEqual({
      code: 'NOT_FOUND',
      field,
      message: 'There is no such contact in the account of this campaign.',
    });
  });

  it('answers a foreign campaign as one that does not exist', async () => {
    const theirs = await campaign({ html: { en: HTML }, subject: { en: 'Hello' } }, foreign);
    const field = 'campaignId';
    for (const id of [theirs, toId('campaign', crypto.randomUUID())])
      expect(await shown({ campaignId: id })).toMatchObject({ code: 'NOT_FOUND', field });
    for (const id of ['campaign_x', toId('account', fromId('campaign', theirs)!)])
      expect(await shown({ campaignId: id })).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it.each([
    [{ language: 'fr' }, 'language'],
    [{ contactAddress: 'no address' }, 'contactAddress'],
    [{ contactId: 'contact_x', contactAddress: 'asa@example.test' }, 'contactAddress'],
  ])('refuses %o', async (input, field) => {
    expect(await shown(input)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('is for keys of the own organisation', async () => {
    expect((await preview({}, null)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await preview({}, house.org.operatorKey)).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
    expect((await preview({}, foreign.adminKey)).data.previewCampaign).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
