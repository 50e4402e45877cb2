import { REQUEST_STATES, TRANSITIONS } from '@adieu/domain';
import {
  leaves,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecretToken } from '@adieu/keys';
import {
  armDoubleOptIn,
  confirmDoubleOptIn,
  importContacts,
  mayContact,
  proofsOf,
  startDoubleOptIn,
} from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
let org: Seed;
const start = new Date('2026-05-04T08:00:00.000Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

async function leave(
  now: Date,
  person = 0,
): Promise<{ recipientId: string; requestId: string; messageId: string }> {
  const { messages } = await released(test, org, { count: 6, now });
  const { id } = messages[person]!;
  const result = await leaves(test.db.sql, id, { method: 'ONE_CLICK', now });
  return { ...result, messageId: id };
}

async function askToReturn(recipientId: string, now: Date, secret: string): Promise<string> {
  const started = await test.db.transaction((sql) =>
    startDoubleOptIn(sql, {
      organisationId: org.organisationId,
      recipientId,
      scope: { kind: 'BOOK', id: org.newsletterId },
      accountId: null,
      language: 'en',
      declaration: (scope) => `I want ${scope} again`,
      declarationVersion: '1',
      formUrl: null,
      origin: '192.0.2.1',
      userAgent: 'Browser A',
      now,
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  await armDoubleOptIn(test.db.sql, {
    id: started.id,
    tokenHash: hashSecretToken(secret),
    messageId: `<${secret}@test>`,
    now,
  });
  return started.id;
}

const confirm = (secret: string, now: Date) =>
  test.db.transaction((sql) =>
    confirmDoubleOptIn(sql, {
      tokenHash: hashSecretToken(secret),
      origin: '192.0.2.2',
      userAgent: 'Browser B',
      now,
    }),
  );

async function allowed(recipientId: string): Promise<boolean> {
  const [row] = await test.db.sql.rows<{ addressKey: Buffer }>(
    'SELECT address_key AS "addressKey" FROM recipient WHERE id = $1',
    [recipientId],
  );
  const gate = await mayContact(test.db.sql, {
    organisationId: org.organisationId,
    addressKey: row!.addressKey,
    channel: 'EMAIL',
    addressBookId: org.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now: new Date(),
  });
  if ('refused' in gate) throw new Error(gate.refused);
  return gate.answer.allowed;
}

describe('nothing lifts an opt-out but a double opt-in (D-1)', () => {
  it('not raw SQL: delete, update, truncate, a forged proof', async () => {
    const { recipientId } = await leave(start);
    const mine = 'address_key = (SELECT address_key FROM recipient WHERE id = $1)';
    for (const attack of [
      `DELETE FROM suppression WHERE ${mine}`,
      `UPDATE suppression SET state = 'PAUSED' WHERE ${mine}`,
      `UPDATE suppression SET scope_id = gen_random_uuid() WHERE ${mine}`,
      `UPDATE suppression SET address_key = sha256('x') WHERE ${mine}`,
      `UPDATE suppression SET since = 'epoch' WHERE ${mine}`,
    ]) {
      await expect(test.db.sql.rows(attack, [recipientId])).rejects.toThrow(/double opt-in/);
    }
    await expect(test.db.sql.rows('TRUNCATE suppression')).rejects.toThrow(/refused/);
    await expect(
      test.db.sql.rows(
        `INSERT INTO double_opt_in_proof (double_opt_in_id, organisation_id, recipient_id, list_id, address_key, channel,
           scope_kind, scope_id, scope_name, address, language, declaration, declaration_version, mail_message_id,
           requested_at, confirmed_at)
         SELECT gen_random_uuid(), organisation_id, id, organisation_id, address_key, channel, 'BOOK', $2, 'x', address, 'en',
           'x', '1', 'x', now(), now() FROM recipient WHERE id = $1`,
        [recipientId, org.newsletterId],
      ),
    ).rejects.toThrow(/mailed and confirmed/);
    expect(await allowed(recipientId)).toBe(false);
  });

  it('not an import of the same address (F9, I-2, W-13)', async () => {
    const { recipientId } = await leave(start, 1);
    await test.db.sql.rows(
      'UPDATE contact SET removed_at = now() WHERE id = (SELECT contact_id FROM contact_address WHERE recipient_id = $1)',
      [recipientId],
    );
    const result = await importContacts(test.db, {
      now: new Date(),
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      rows: contactRows('person-2@example.test'),
      ring: org.ring,
    });
    expect(result).toMatchObject({ created: 0, updated: 1, stillOptedOut: 1, rejected: [] });
    expect(await allowed(recipientId)).toBe(false);
  });

  it('but the confirmed link brings back that scope, with a proof of both steps (D-2, D-7)', async () => {
    const { recipientId, requestId } = await leave(start, 2);
    await askToReturn(recipientId, after(1), 'third');
    expect(await allowed(recipientId)).toBe(false);
    expect(await confirm('third', after(5))).toMatchObject({
      scopeKind: 'BOOK',
      confirmedAt: after(5),
    });
    expect(await allowed(recipientId)).toBe(true);
    expect(await proofsOf(test.db.sql, recipientId)).toMatchObject([
      {
        declaration: 'I want Newsletter again',
        requestedAt: after(1),
        requestedOrigin: '192.0.2.1',
        requestedUserAgent: 'Browser A',
        confirmedAt: after(5),
        confirmedOrigin: '192.0.2.2',
        confirmedUserAgent: 'Browser B',
        mailMessageId: '<third@test>',
      },
    ]);
    expect(
      await test.db.sql.rows('SELECT state FROM opt_out_request WHERE id = $1', [requestId]),
    ).toEqual([{ state: 'LIFTED' }]);
    expect(await confirm('third', after(6))).toEqual({ refused: 'used', confirmedAt: after(5) });
    // An old proof does not lift a new opt-out.
    await leave(after(10), 2);
    await expect(
      test.db.sql.rows(
        'DELETE FROM suppression WHERE address_key = (SELECT address_key FROM recipient WHERE id = $1)',
        [recipientId],
      ),
    ).rejects.toThrow(/double opt-in/);
  });

  it('and an opt-out between request and confirmation wins (D-9)', async () => {
    const { recipientId } = await leave(start, 3);
    await askToReturn(recipientId, after(1), 'fourth');
    await confirm('fourth', after(2));
    await askToReturn(recipientId, after(20), 'fifth');
    await leave(after(21), 3);
    expect(await confirm('fifth', after(22))).toEqual({ refused: 'superseded' });
    expect(await allowed(recipientId)).toBe(false);
  });

  it('also where it finds itself in force already (D-9)', async () => {
    const { recipientId } = await leave(start, 5);
    await askToReturn(recipientId, after(1), 'joined');
    await leave(after(2), 5);
    expect(await confirm('joined', after(3))).toEqual({ refused: 'superseded' });
    expect(await allowed(recipientId)).toBe(false);
  });

  it('and links expire, unknown ones open nothing, and mails are limited (D-5, D-8)', async () => {
    const { recipientId } = await leave(start, 4);
    await askToReturn(recipientId, after(1), 'sixth');
    expect(await confirm('sixth', after(60 * 24 * 7 + 1))).toEqual({ refused: 'expired' });
    expect(await confirm('nobody', after(2))).toEqual({ refused: 'not-found' });
    await expect(askToReturn(recipientId, after(5), 'seventh')).rejects.toThrow('too-many');
    await askToReturn(recipientId, after(12), 'eighth');
    await askToReturn(recipientId, after(24), 'ninth');
    await expect(askToReturn(recipientId, after(60), 'tenth')).rejects.toThrow('too-many');
  });
});

describe('the ledger', () => {
  it('can be added to and nothing else (W-12)', async () => {
    for (const attack of [
      'UPDATE ledger_event SET actor = null',
      'DELETE FROM ledger_event',
      'TRUNCATE ledger_event',
    ]) {
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only|refused/);
    }
  });
});

describe('the states of a request', () => {
  it('change in the database as the table of transitions says, and in no other way', async () => {
    const { requestId } = await leave(after(100), 0);
    for (const from of REQUEST_STATES) {
      for (const to of REQUEST_STATES.filter((state) => state !== from)) {
        const outcome = test.db.transaction(async (sql) => {
          await sql.rows('SET LOCAL session_replication_role = replica');
          await sql.rows(
            "UPDATE opt_out_request SET deadline = now(), on_timeout = 'OPT_OUT', state = $2 WHERE id = $1",
            [requestId, from],
          );
          await sql.rows('SET LOCAL session_replication_role = origin');
          await sql.rows('UPDATE opt_out_request SET state = $2 WHERE id = $1', [requestId, to]);
          throw new Error('allowed');
        });
        const allowedByLaw = (TRANSITIONS[from] as readonly string[]).includes(to);
        await expect(outcome, `${from} to ${to}`).rejects.toThrow(
          allowedByLaw ? 'allowed' : /can not go from/,
        );
      }
    }
  });
});
