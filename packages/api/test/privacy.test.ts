import { armDataLink, importContacts } from '@adieu/db';
import { fileOfText, readContacts } from '@adieu/intake';
import { dataToken, hashSecretToken } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';

let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 10 });
});
afterAll(() => house?.close());

const nextMail = (): SeededMail => mails.pop()!;

async function ask<Data>(text: string, variables: object): Promise<Data> {
  return (await house.ask<Data>(text, variables, null)).data;
}

const askForData = (token: string) =>
  ask<{ askForData: { __typename: string } }>(
    'mutation ($input: AskForDataInput!) { askForData(input: $input) { __typename } }',
    { input: { token } },
  );

const personalData = async (
  token: string,
): Promise<{ json: string; maskedAddress: string } | null> =>
  (
    await ask<{ personalData: { json: string; maskedAddress: string } | null }>(
      'query ($token: String!) { personalData(token: $token) { maskedAddress json } }',
      { token },
    )
  ).personalData;

const eraseMe = async (token: string): Promise<string> =>
  (
    await ask<{ eraseMe: { __typename: string } }>(
      'mutation ($input: EraseMeInput!) { eraseMe(input: $input) { __typename } }',
      { input: { token } },
    )
  ).eraseMe.__typename;

/** The link that the latest mail would carry, armed as the worker does before it hands the mail over. */
async function linkOfMail(): Promise<string> {
  const { sql } = house.test.db;
  const [latest] = await sql.rows<{ id: string }>(
    'SELECT id FROM data_link ORDER BY id DESC LIMIT 1',
  );
  const token = dataToken(house.org.ring, latest!.id);
  await armDataLink(sql, latest!.id, hashSecretToken(token));
  return token;
}

describe('one’s own data (P5)', () => {
  it('is opened by a link that goes to the address itself, never by a message’s link alone (P-12)', async () => {
    const mail = nextMail();
    expect((await askForData(mail.token)).askForData.__typename).toBe('DataLinkAsked');
    expect(await personalData(mail.token)).toBeNull();
    const data = await personalData(await linkOfMail());
    expect(JSON.parse(data!.json)).toMatchObject({
      addresses: [{ address: mail.address, channel: 'EMAIL' }],
      contacts: [{ addressBook: 'Newsletter', fields: { first_name: expect.any(String) } }],
      messages: [{ subject: expect.stringMatching(/^Spring is here, Person \d+$/) }],
    });
    expect(data!.maskedAddress).not.toBe(mail.address);
  });

  it('covers wishes, evidence, reasons and history (G-4)', async () => {
    const mail = nextMail();
    await ask('mutation ($input: LeaveInput!) { leave(input: $input) { __typename } }', {
      input: { token: mail.token, choice: 'ALL_MARKETING', userAgent: 'Lynx' },
    });
    await ask('mutation ($input: GiveReasonInput!) { giveReason(input: $input) { __typename } }', {
      input: { token: mail.token, reasonId: 'TOO_MANY', text: 'Daily!' },
    });
    await askForData(mail.token);
    expect(JSON.parse((await personalData(await linkOfMail()))!.json)).toMatchObject({
      suppressions: [{ scopeKind: 'ACCOUNT', state: 'OPTED_OUT' }],
      requests: [{ method: 'LINK', reason: 'TOO_MANY', inYourWords: 'Daily!' }],
      evidence: [{ kind: 'PAGE', path: '/u/:token', headers: { 'user-agent': 'Lynx' } }],
      history: [{ type: 'REQUESTED' }],
    });
  });

  it('mails nobody a hundred times: one in ten minutes, and always the same answer (D-8)', async () => {
    const mail = nextMail();
    const before = await countOf(house, 'data_link');
    const answers = await Promise.all(Array.from({ length: 5 }, () => askForData(mail.token)));
    expect(new Set(answers.map(({ askForData: { __typename } }) => __typename))).toEqual(
      new Set(['DataLinkAsked']),
    );
    expect(await countOf(house, 'data_link')).toBe(before + 1);
  });

  it('is shut again after a day', async () => {
    await askForData(nextMail().token);
    const link = await linkOfMail();
    const then = house.now;
    house.now = new Date(then.getTime() + 86_400_000);
    expect(await personalData(link)).toBeNull();
    expect(await eraseMe(link)).toBe('NotFound');
    house.now = then;
  });
});

describe('erasure (G-3)', () => {
  it('takes address, names, words and evidence, keeps the opt-out, and an import does not revive it', async () => {
    const mail = nextMail();
    await ask('mutation ($input: LeaveInput!) { leave(input: $input) { __typename } }', {
      input: { token: mail.token, choice: 'ALL_MARKETING', userAgent: 'Lynx' },
    });
    await askForData(mail.token);
    const link = await linkOfMail();
    expect(await eraseMe(link)).toBe('Erased');
    expect(await personalData(link)).toBeNull();

    const { sql } = house.test.db;
    const left = await sql.rows(
      `SELECT 1 FROM recipient WHERE address = $1
       UNION ALL SELECT 1 FROM contact WHERE fields::text LIKE '%' || $2 || '%'`,
      [mail.address, `Person ${/\d+/.exec(mail.address)![0]}"`],
    );
    expect(left).toEqual([]);
    expect(await countOf(house, 'ledger_event', `type = 'ERASED'`)).toBe(1);

    await importContacts(house.test.db, {
      now: house.now,
      organisationId: house.org.organisationId,
      addressBookId: house.org.newsletterId,
      rows: readContacts(fileOfText(`email,first_name\n${mail.address},Back\n`, 'a'), {
        country: null,
      }),
      ring: house.org.ring,
    });
    const { data } = await house.ask<{ mayContact: { allowed: boolean } }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
      {
        input: {
          address: mail.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
    );
    expect(data.mayContact.allowed).toBe(false);
  });

  it('asked for twice is done once', async () => {
    await askForData(nextMail().token);
    const link = await linkOfMail();
    const before = await countOf(house, 'ledger_event', `type = 'ERASED'`);
    const answers = await Promise.all([eraseMe(link), eraseMe(link), eraseMe(link)]);
    expect(answers).toContain('Erased');
    expect(await countOf(house, 'ledger_event', `type = 'ERASED'`)).toBe(before + 1);
  });
});
