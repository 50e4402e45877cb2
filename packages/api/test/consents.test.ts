import { createHash } from 'node:crypto';
import { armDoubleOptIn, sealLedger } from '@adieu/db';
import { doubleOptInToken, hashSecretToken } from '@adieu/keys';
import { seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';
import { takeOff } from './leave.ts';

let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 10 });
});
afterAll(() => house?.close());

const newsletter = () => ({ kind: 'BOOK', id: toId('book', house.org.newsletterId) });

async function startByKey(address: string, more: object = {}): Promise<object> {
  const { data } = await house.ask<{ startDoubleOptIn: object }>(
    `mutation ($input: StartDoubleOptInInput!) {
       startDoubleOptIn(input: $input) { __typename ... on DoubleOptInStarted { note } ... on Problem { code message } }
     }`,
    { input: { address, scope: newsletter(), ...more } },
  );
  return data.startDoubleOptIn;
}

async function mayContact(address: string): Promise<boolean> {
  const { data } = await house.ask<{ mayContact: { allowed: boolean } }>(
    'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
    { input: { address, channel: 'EMAIL', addressBookId: newsletter().id } },
  );
  return data.mayContact.allowed;
}

interface Item {
  outcome: string | null;
  consent: { id: string; recordedBy: string; evidenceFile: string | null } | null;
  problem: { code: string; field: string | null } | null;
}
async function record(
  items: object[],
  more: object = {},
): Promise<{ items?: Item[]; code?: string; field?: string }> {
  const { data } = await house.ask<{ recordConsents: { items?: Item[] } }>(
    `mutation ($input: RecordConsentsInput!) {
       recordConsents(input: $input) {
         ... on ConsentsRecorded { items { address outcome consent { id recordedBy evidenceFile } problem { code field } } }
         ... on Problem { code field }
       }
     }`,
    { input: { items, ...more } },
  );
  return data.recordConsents;
}

const claim = (address: string, more: object = {}): object => ({
  address,
  scope: newsletter(),
  consentText: 'Yes, send me the newsletter.',
  source: 'Fair in Malmö',
  obtainedAt: '2026-05-01T12:00:00.000Z',
  ...more,
});

async function upload(input: object): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ uploadEvidence: Record<string, unknown> }>(
    `mutation ($input: UploadEvidenceInput!) {
       uploadEvidence(input: $input) { ... on EvidenceUploaded { file { id size name } } ... on Problem { code field } }
     }`,
    { input },
  );
  return data.uploadEvidence;
}

/** Everything that is written so far, sealed. */
async function seal(): Promise<void> {
  const { sql } = house.test.db;
  for (let left = 1; left > 0;) {
    await sealLedger(house.test.db, house.now);
    const [row] = await sql.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM ledger_event e WHERE (e.tx, e.id) > (SELECT to_tx, to_id FROM ledger_seal ORDER BY sequence DESC LIMIT 1)',
    );
    left = row?.n ?? 1;
  }
}

describe('consents recorded by hand', () => {
  it('hold who, text, source and file, one or in bulk, and stand in the recipient’s history (E4, E5)', async () => {
    const content = Buffer.from('%PDF-1.7 signed');
    const { file } = (await upload({
      name: 'form.pdf',
      mediaType: 'application/pdf',
      content: content.toString('base64'),
    })) as { file: { id: string } };
    expect(file).toEqual({
      id: createHash('sha256').update(content).digest('hex'),
      size: 15,
      name: 'form.pdf',
    });
    const { items } = await record([
      claim('anna@example.test', { evidenceFile: file.id }),
      claim('bert@example.test', { language: 'sv' }),
    ]);
    expect(items).toMatchObject([
      {
        outcome: 'RECORDED',
        consent: { recordedBy: 'admin of the test', evidenceFile: file.id },
        problem: null,
      },
      { outcome: 'RECORDED', consent: { evidenceFile: null } },
    ]);
    const { data } = await house.ask<{
      recipient: { consents: object[]; history: { nodes: { type: string }[] } };
      consents: { nodes: { id: string }[] };
      evidenceFile: { content: string };
    }>(
      `query ($file: ID!) {
         recipient(address: "anna@example.test", channel: EMAIL) {
           consents { consentText source obtainedAt outcome evidenceFile } history { nodes { type } }
         }
         consents(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } }
         evidenceFile(id: $file) { content mediaType }
       }`,
      { file: file.id },
    );
    expect(data.recipient.consents).toEqual([
      {
        consentText: 'Yes, send me the newsletter.',
        source: 'Fair in Malmö',
        obtainedAt: '2026-05-01T12:00:00.000Z',
        outcome: 'RECORDED',
        evidenceFile: file.id,
      },
    ]);
    expect(data.recipient.history.nodes.map(({ type }) => type)).toEqual(['CONSENT_RECORDED']);
    // Both are of one instant: which comes first depends on the keys of their addresses.
    expect(items!.map(({ consent }) => consent!.id)).toContain(data.consents.nodes[0]!.id);
    expect(data.consents.nodes).toHaveLength(1);
    expect(Buffer.from(data.evidenceFile.content, 'base64')).toEqual(content);
  });

  it('lift nothing: who left gets a mail instead, and stays out until its link is confirmed (D-10, F12)', async () => {
    const { address } = mails[0]!;
    await takeOff(house, address);
    const { items } = await record([claim(address)]);
    expect(items).toMatchObject([{ outcome: 'DOUBLE_OPT_IN_STARTED', problem: null }]);
    expect(await mayContact(address)).toBe(false);
    expect(
      await countOf(
        house,
        'double_opt_in',
        `recipient_id = (SELECT id FROM recipient WHERE address = '${address}')`,
      ),
    ).toBe(1);
  });

  it('are judged each for itself, at most a thousand, once for each key (Q-5, Q-9)', async () => {
    const { items } = await record([
      claim('nobody'),
      claim('carl@example.test', { consentText: ' ' }),
      claim('carl@example.test', {
        scope: { kind: 'BOOK', id: toId('book', crypto.randomUUID()) },
      }),
      claim('carl@example.test', { scope: { kind: 'ORGANISATION' } }),
      claim('carl@example.test', { evidenceFile: 'ab'.repeat(32) }),
      claim('carl@example.test', { obtainedAt: '2030-01-01T00:00:00Z' }),
      claim('carl@example.test', { language: 'fi' }),
      claim('carl@example.test'),
    ]);
    expect(items!.map(({ problem, outcome }) => problem?.field ?? outcome)).toEqual([
      'address',
      'consentText',
      'scope',
      'scope',
      'evidenceFile',
      'obtainedAt',
      'language',
      'RECORDED',
    ]);
    expect(await record([])).toMatchObject({ code: 'INVALID_INPUT' });
    const tooMany = Array.from({ length: 1_001 }, (_, i) => claim(`many-${i}@example.test`));
    expect(await record(tooMany)).toMatchObject({ code: 'LIMIT_REACHED', field: 'items' });
    const before = await countOf(house, 'consent_record');
    const key = { idempotencyKey: 'consents-1' };
    const thousand = tooMany.slice(1);
    const first = await record(thousand, key);
    expect(first.items!.every(({ outcome }) => outcome === 'RECORDED')).toBe(true);
    expect(await record(thousand, key)).toEqual(first);
    expect(await countOf(house, 'consent_record')).toBe(before + 1_000);
  });

  it.each([
    [{ name: 'a.html', mediaType: 'text/html', content: 'PHA+' }, 'mediaType'],
    [{ name: 'a.pdf', mediaType: 'application/pdf', content: 'PHA+' }, 'content'],
    [{ name: '../a.pdf', mediaType: 'application/pdf', content: 'JVBERi0=' }, 'name'],
    [{ name: 'a.txt', mediaType: 'text/plain', content: '' }, 'content'],
    [{ name: 'a.txt', mediaType: 'text/plain', content: '!!!' }, 'content'],
    [
      {
        name: 'a.txt',
        mediaType: 'text/plain',
        content: Buffer.alloc(5 * 1024 * 1024 + 1, 'a').toString('base64'),
      },
      'content',
    ],
  ])('take no file that is not what it says (%#)', async (input, field) => {
    expect(await upload(input)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('and their files are each organisation’s own (Q-8)', async () => {
    const foreign = await seed(house.test.db, { name: 'Somebody else' });
    const { file } = (await upload({
      name: 'a.txt',
      mediaType: 'text/plain',
      content: 'SGVq',
    })) as { file: { id: string } };
    const { items } = await record([claim('dora@example.test', { evidenceFile: file.id })]);
    const { data } = await house.ask(
      `query ($file: ID!, $consent: ID!) {
         evidenceFile(id: $file) { id } consents { nodes { id } } ledgerExport(about: $consent) { events }
       }`,
      { file: file.id, consent: items![0]!.consent!.id },
      foreign.adminKey,
    );
    expect(data).toEqual({ evidenceFile: null, consents: { nodes: [] }, ledgerExport: null });
  });
});

describe('a sign-up form by the API', () => {
  it('is answered alike for an address that left and one that never was here, and both get a mail (D-6)', async () => {
    const { address } = mails[1]!;
    await takeOff(house, address);
    const before = await countOf(house, 'double_opt_in');
    expect(await startByKey(address)).toEqual(await startByKey('never-seen@example.test'));
    expect(await countOf(house, 'double_opt_in')).toBe(before + 2);
    // The same again, now that both are limited (D-8).
    expect(await startByKey(address)).toEqual(await startByKey('never-seen@example.test'));
    expect(await countOf(house, 'double_opt_in')).toBe(before + 2);
    expect(await mayContact(address)).toBe(false);
  });

  it('that is filled in by a robot asks for ten mails at most, and the robot is not told (D-8)', async () => {
    const before = await countOf(house, 'double_opt_in');
    const answers = new Set<string>();
    for (let i = 0; i < 12; i += 1) {
      const answer = await startByKey(`robot-${i}@example.test`, { origin: '2001:db8::1' });
      answers.add(JSON.stringify(answer));
    }
    expect(answers.size).toBe(1);
    expect(await countOf(house, 'double_opt_in')).toBe(before + 10);
    expect(await countOf(house, 'double_opt_in_origin')).toBe(10);
  });

  it('sends links that work as long as the account says, thirty days at most (D-5)', async () => {
    const set = async (days: number): Promise<object> =>
      (
        await house.ask<{ changeAccount: object }>(
          'mutation ($input: ChangeAccountInput!) { changeAccount(input: $input) { ... on AccountChanged { account { doubleOptInDays } } ... on Problem { code field } } }',
          { input: { id: toId('account', house.org.accountId), doubleOptInDays: days } },
        )
      ).data.changeAccount;
    expect(await set(31)).toMatchObject({ code: 'INVALID_INPUT', field: 'doubleOptInDays' });
    expect(await set(0)).toMatchObject({ code: 'INVALID_INPUT', field: 'doubleOptInDays' });
    expect(await set(30)).toEqual({ account: { doubleOptInDays: 30 } });
    await startByKey('patient@example.test');
    const [row] = await house.test.db.sql.rows<{ expiresAt: Date }>(
      'SELECT expires_at AS "expiresAt" FROM double_opt_in ORDER BY id DESC LIMIT 1',
    );
    expect(Number(row!.expiresAt) - Number(house.now)).toBe(30 * 86_400_000);
    expect(await set(7)).toEqual({ account: { doubleOptInDays: 7 } });
  });
});

describe('the proof and the ledger', () => {
  it('print, verify and export a consent; a changed event is named (D-3, W-12, N6)', async () => {
    const { address } = mails[2]!;
    await takeOff(house, address);
    await startByKey(address);
    const { sql } = house.test.db;
    const [latest] = await sql.rows<{ id: string }>(
      'SELECT id FROM double_opt_in ORDER BY id DESC LIMIT 1',
    );
    const token = doubleOptInToken(house.org.ring, latest!.id);
    await armDoubleOptIn(sql, {
      id: latest!.id,
      tokenHash: hashSecretToken(token),
      messageId: '<1@leave.example.test>',
      now: house.now,
    });
    await house.ask(
      'mutation ($input: ConfirmDoubleOptInInput!) { confirmDoubleOptIn(input: $input) { __typename } }',
      { input: { token } },
      null,
    );
    expect(await mayContact(address)).toBe(true);
    await seal();
    const { data: found } = await house.ask<{ recipient: { consentProofs: { id: string }[] } }>(
      'query ($a: String!) { recipient(address: $a, channel: EMAIL) { consentProofs { id } } }',
      { a: address },
    );
    const { id } = found.recipient.consentProofs[0]!;
    const query = `query ($id: ID!) {
      consentProof(id: $id) { document { html sha256 storedSha256 matches } }
      ledgerExport(about: $id) { json events unsealed }
      verifyLedger { whole events next broken { break sequence eventId } head { sequence } }
      ledgerSeals(first: 1) { nodes { sequence sealHash previousHash merkleRoot count sealedAt } }
    }`;
    interface Shown {
      consentProof: { document: { html: string; sha256: string } } | null;
      ledgerExport: { json: string } | null;
      verifyLedger: { whole: boolean; events: number; broken: { eventId: string } | null };
      ledgerSeals: { nodes: { sealHash: string }[] };
    }
    const { data } = await house.ask<Shown>(query, { id });
    const { html, sha256 } = data.consentProof!.document;
    expect(createHash('sha256').update(html).digest('hex')).toBe(sha256);
    expect(data.consentProof).toMatchObject({ document: { matches: true, storedSha256: sha256 } });
    expect(data.ledgerExport).toMatchObject({ events: 3, unsealed: 0 });
    expect(JSON.parse(data.ledgerExport!.json)).toMatchObject({ document: { html, sha256 } });
    expect(data.verifyLedger).toMatchObject({ whole: true, broken: null, next: null });
    const foreign = await seed(house.test.db, { name: 'Others' });
    const { data: theirs } = await house.ask<Shown>(query, { id }, foreign.adminKey);
    expect(theirs).toMatchObject({ consentProof: null, ledgerExport: null });
    // How much others do is theirs to know.
    expect(data.verifyLedger.events).toBeGreaterThan(0);
    expect(theirs.verifyLedger).toMatchObject({ whole: true, events: 0 });

    const changed = await house.test.db.transaction(async (inside) => {
      await inside.rows('SET LOCAL session_replication_role = replica');
      return inside.rows<{ id: string }>(
        "UPDATE ledger_event SET actor = 'Mallory' WHERE type = 'DOUBLE_OPT_IN_CONFIRMED' RETURNING id::text",
      );
    });
    const verify = async (key: string): Promise<unknown> =>
      (await house.ask<Shown>(query, { id }, key)).data.verifyLedger;
    expect(await verify(house.org.adminKey)).toMatchObject({
      whole: false,
      broken: { break: 'EVENT_CHANGED', eventId: changed[0]!.id },
    });
    // Others are told that the ledger is broken, and nothing of whose event it is.
    expect(await verify(foreign.adminKey)).toMatchObject({
      whole: false,
      broken: { break: 'EVENT_CHANGED', eventId: null },
    });
  });
});
