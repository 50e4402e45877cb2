import { hashSecretToken, originKey } from '@adieu/keys';
import { createTestDatabase, seed, type Seed, type TestDatabase, leaves } from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  armDoubleOptIn,
  confirmDoubleOptIn,
  createTopic,
  ensureRecipient,
  expireDoubleOptIn,
  exportLedger,
  findProof,
  ledgerOfAddress,
  printProof,
  purgeBatch,
  sealLedger,
  startDoubleOptIn,
  verifyLedger,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const start = new Date('2026-05-04T08:00:00.000Z');
const DAY = 24 * 60;
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
type Scope = { readonly kind: 'TOPIC' | 'BOOK' | 'ACCOUNT' | 'ORGANISATION'; readonly id: string };

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

let people = 0;
async function person(channel: 'EMAIL' | 'SMS' = 'EMAIL'): Promise<string> {
  people += 1;
  return ensureRecipient(test.db.sql, {
    organisationId: org.organisationId,
    channel,
    addressKey: hashSecretToken(`${channel} ${people}`),
    address: channel === 'EMAIL' ? `somebody-${people}@example.test` : `+4670000${1000 + people}`,
  });
}

const newsletter = (): Scope => ({ kind: 'BOOK', id: org.newsletterId });

const leave = (recipientId: string, now: Date, scope = newsletter()) =>
  leaves(test.db.sql, { organisationId: org.organisationId, recipientId, scope }, { now });

const ask = (
  recipientId: string,
  now: Date,
  more: { scope?: Scope; originKey?: Buffer } = {},
): ReturnType<typeof startDoubleOptIn> =>
  test.db.transaction((sql) =>
    startDoubleOptIn(sql, {
      organisationId: org.organisationId,
      recipientId,
      scope: newsletter(),
      accountId: null,
      language: 'sv',
      declaration: (scope) => `Jag vill ha ${scope}`,
      declarationVersion: '1',
      formUrl: 'https://shop.example.test/news',
      origin: '192.0.2.1',
      userAgent: 'Browser A',
      now,
      ...more,
    }),
  );

/** Asks, and arms the link as the worker does; gives the double opt-in and its secret. */
async function asked(recipientId: string, now: Date, scope?: Scope) {
  const started = await ask(recipientId, now, scope && { scope });
  if ('refused' in started) throw new Error(started.refused);
  const tokenHash = hashSecretToken(started.id);
  await armDoubleOptIn(test.db.sql, { id: started.id, tokenHash, messageId: '<1@test>', now });
  return { id: started.id, tokenHash };
}

const confirm = (tokenHash: Buffer, now: Date) =>
  test.db.transaction((sql) =>
    confirmDoubleOptIn(sql, { tokenHash, origin: '192.0.2.2', userAgent: 'Browser B', now }),
  );

async function proofOf(recipientId: string, now: Date): Promise<string> {
  const { tokenHash } = await asked(recipientId, now);
  const confirmed = await confirm(tokenHash, now);
  if ('refused' in confirmed) throw new Error(confirmed.refused);
  return confirmed.proofId;
}

const suppressedIn = async (recipientId: string): Promise<string[]> =>
  (
    await test.db.sql.rows<{ scope: string }>(
      'SELECT s.scope_id AS scope FROM suppression s JOIN recipient r ON r.address_key = s.address_key WHERE r.id = $1 ORDER BY 1',
      [recipientId],
    )
  ).map(({ scope }) => scope);

const events = async (recipientId: string): Promise<string[]> => {
  const [row] = await test.db.sql.rows<{ addressKey: Buffer; channel: string }>(
    'SELECT address_key AS "addressKey", channel FROM recipient WHERE id = $1',
    [recipientId],
  );
  const query = { organisationId: org.organisationId, ...row!, first: 100, after: null };
  return (await ledgerOfAddress(test.db.sql, query)).rows.map(({ type }) => type);
};

describe('the proof of a double opt-in', () => {
  it('prints as a page whose hash is the one kept at confirmation and sealed in the ledger (D-3, N6)', async () => {
    const recipientId = await person();
    await leave(recipientId, start);
    const id = await proofOf(recipientId, after(1));
    const proof = (await findProof(test.db.sql, org.organisationId, id))!;
    const printed = printProof(proof);
    expect(printed).toMatchObject({ matches: true, storedSha256: printed.sha256 });
    for (const part of ['Nordlys Shop', 'Jag vill ha Newsletter', '192.0.2.2', 'Browser B', id])
      expect(printed.html).toContain(part);
    const { events: sealed } = await exportLedger(
      test.db.sql,
      { organisationId: org.organisationId, doubleOptInId: proof.doubleOptInId },
      after(2),
    );
    expect(sealed.map(({ leaf }) => (JSON.parse(leaf) as { type: string }).type)).toEqual([
      'DOUBLE_OPT_IN_STARTED',
      'DOUBLE_OPT_IN_CONFIRMED',
      'LIFTED',
    ]);
    expect(sealed[1]!.leaf).toContain(printed.sha256);
    expect(await findProof(test.db.sql, crypto.randomUUID(), id)).toBeNull();
  });

  it('tells when the row is no longer what was confirmed (D-3)', async () => {
    const id = await proofOf(await person(), start);
    await test.db.transaction(async (sql) => {
      await sql.rows('SET LOCAL session_replication_role = replica');
      await sql.rows(
        "UPDATE double_opt_in_proof SET declaration = 'and phone calls' WHERE id = $1",
        [id],
      );
    });
    const proof = (await findProof(test.db.sql, org.organisationId, id))!;
    expect(printProof(proof).matches).toBe(false);
  });

  it('cannot be changed, deleted or moved by raw SQL (D-1, D-2)', async () => {
    const recipientId = await person();
    await proofOf(recipientId, start);
    for (const attack of [
      "UPDATE double_opt_in_proof SET declaration = 'more'",
      'UPDATE double_opt_in_proof SET document_sha256 = NULL, document_version = NULL',
      'DELETE FROM double_opt_in_proof',
      'TRUNCATE double_opt_in_proof',
    ])
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only/);
  });

  it('may go once its consent ended longer ago than the organisation keeps proofs, and the chain stays whole (G-9)', async () => {
    const [ended, lately, standing] = [await person(), await person(), await person()];
    for (const each of [ended, lately, standing]) await proofOf(each, start);
    await leave(ended, after(10));
    await leave(lately, after(10));
    const years = async (recipientId: string, interval: string): Promise<void> => {
      await test.db.transaction(async (sql) => {
        await sql.rows('SET LOCAL session_replication_role = replica');
        await sql.rows(
          `UPDATE suppression SET since = now() - $2::interval
           WHERE address_key = (SELECT address_key FROM recipient WHERE id = $1)`,
          [recipientId, interval],
        );
        await sql.rows(
          `UPDATE double_opt_in_proof SET confirmed_at = now() - $2::interval - interval '1 day',
             requested_at = now() - $2::interval - interval '1 day' WHERE recipient_id = $1`,
          [recipientId, interval],
        );
      });
    };
    await years(ended, '11 years');
    await years(lately, '9 years');
    await expect(
      test.db.sql.rows('DELETE FROM double_opt_in_proof WHERE recipient_id = $1', [lately]),
    ).rejects.toThrow(/append-only/);
    while ((await sealLedger(test.db, after(20))) === null);
    expect(await purgeBatch(test.db.sql, 'proofs', start, 10)).toBe(1);
    expect(await purgeBatch(test.db.sql, 'proofs', start, 10)).toBe(0);
    expect(
      await test.db.sql.rows(
        'SELECT count(*)::int AS n FROM double_opt_in_proof WHERE recipient_id = $1',
        [ended],
      ),
    ).toEqual([{ n: 0 }]);
    expect((await suppressedIn(ended)).length).toBe(1);
    expect(await verifyLedger(test.db.sql, { from: null, to: null })).toMatchObject({
      broken: null,
    });
  });
});

describe('one scope', () => {
  it('that is confirmed opens no other: not a topic, another book, the account, the organisation (D-7)', async () => {
    const recipientId = await person();
    const other = await createTopic(test.db.sql, { accountId: org.accountId, name: 'Other' });
    const scopes: Scope[] = [
      newsletter(),
      { kind: 'TOPIC', id: org.newsTopicId },
      { kind: 'TOPIC', id: other },
      { kind: 'ACCOUNT', id: org.accountId },
      { kind: 'ORGANISATION', id: org.organisationId },
    ];
    for (const scope of scopes) await leave(recipientId, start, scope);
    const { tokenHash } = await asked(recipientId, after(1));
    expect(await confirm(tokenHash, after(2))).toMatchObject({ scopeId: org.newsletterId });
    const left = scopes.slice(1).map(({ id }) => id);
    expect(await suppressedIn(recipientId)).toEqual(left.toSorted());
    for (const id of left)
      await expect(
        test.db.sql.rows('DELETE FROM suppression WHERE scope_id = $1', [id]),
      ).rejects.toThrow(/double opt-in/);
  });

  it('confirmed by mail does not open SMS, not even for a key that is the same (D-7)', async () => {
    const byMail = await person();
    await leave(byMail, start);
    await leave(await person('SMS'), start);
    const { tokenHash } = await asked(byMail, after(1));
    await test.db.transaction(async (sql) => {
      await sql.rows('SET LOCAL session_replication_role = replica');
      await sql.rows(
        "UPDATE suppression SET address_key = (SELECT address_key FROM recipient WHERE id = $1) WHERE channel = 'SMS'",
        [byMail],
      );
    });
    await confirm(tokenHash, after(2));
    await expect(test.db.sql.rows("DELETE FROM suppression WHERE channel = 'SMS'")).rejects.toThrow(
      /double opt-in/,
    );
  });
});

describe('a double opt-in that nobody confirms', () => {
  it('is deleted after the account’s own days, at most thirty, and says so in the ledger (D-5)', async () => {
    await test.db.sql.rows('UPDATE account SET double_opt_in_days = 30 WHERE id = $1', [
      org.accountId,
    ]);
    const recipientId = await person();
    await leave(recipientId, start);
    const { id, tokenHash } = await asked(recipientId, after(1));
    expect(await expireDoubleOptIn(test.db.sql, id, after(30 * DAY))).toBe(false);
    expect(await expireDoubleOptIn(test.db.sql, id, after(30 * DAY + 1))).toBe(true);
    expect(await confirm(tokenHash, after(2))).toEqual({ refused: 'not-found' });
    expect(await events(recipientId)).toEqual([
      'REQUESTED',
      'DOUBLE_OPT_IN_STARTED',
      'DOUBLE_OPT_IN_EXPIRED',
    ]);
    expect(await suppressedIn(recipientId)).toEqual([org.newsletterId]);
    for (const days of [0, 31])
      await expect(
        test.db.sql.rows('UPDATE account SET double_opt_in_days = $1', [days]),
      ).rejects.toThrow(/check/);
    await asked(recipientId, after(40 * DAY));
    await expect(
      test.db.sql.rows("UPDATE double_opt_in SET expires_at = requested_at + interval '31 days'"),
    ).rejects.toThrow(/double_opt_in_lifetime/);
  });

  it('goes with all that are overdue where its workflow was lost; a confirmed one stays', async () => {
    const [forgotten, confirmed] = [await person(), await person()];
    await asked(forgotten, start);
    await proofOf(confirmed, start);
    expect(await purgeBatch(test.db.sql, 'doubleOptIns', after(6 * DAY), 10)).toBe(0);
    expect(await purgeBatch(test.db.sql, 'doubleOptIns', after(8 * DAY), 10)).toBe(1);
    expect(await purgeBatch(test.db.sql, 'doubleOptIns', after(8 * DAY), 10)).toBe(0);
    expect(await test.db.sql.rows('SELECT recipient_id AS id FROM double_opt_in')).toEqual([
      { id: confirmed },
    ]);
  });
});

describe('mail bombing (D-8)', () => {
  it('of one address ends after one in ten minutes and three in a day, also when all come at once', async () => {
    const recipientId = await person();
    const at = async (minutes: number): Promise<boolean> =>
      'id' in (await ask(recipientId, after(minutes)));
    const first = await Promise.all(Array.from({ length: 10 }, () => at(0)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect([await at(9), await at(11), await at(22), await at(60), await at(DAY + 1)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('from one origin ends after ten in ten minutes, also when all come at once, and others go on', async () => {
    const one = originKey(org.ring, '192.0.2.1');
    const other = originKey(org.ring, '192.0.2.2');
    const askMany = async (count: number, key: Buffer, minutes: number): Promise<number> => {
      const recipients: string[] = [];
      for (let i = 0; i < count; i += 1) recipients.push(await person());
      const all = await Promise.all(
        recipients.map((id) => ask(id, after(minutes), { originKey: key })),
      );
      return all.filter((started) => 'id' in started).length;
    };
    expect(await askMany(15, one, 0)).toBe(10);
    expect(await askMany(1, other, 0)).toBe(1);
    for (const minutes of [11, 22, 33, 44]) expect(await askMany(10, one, minutes)).toBe(10);
    expect(await askMany(1, one, 60)).toBe(0);
    expect(await askMany(1, one, DAY + 12)).toBe(1);
    const [kept] = await test.db.sql.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM double_opt_in_origin WHERE at <= $1',
      [after(12)],
    );
    expect(kept).toEqual({ n: 0 });
  });
});

describe('an opt-out and a confirmation at once', () => {
  it('end with the opt-out in force, whichever commits first (D-9)', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const recipientId = await person();
      await leave(recipientId, start);
      const { tokenHash } = await asked(recipientId, after(1));
      const both = [
        () => confirm(tokenHash, after(2)),
        () => leave(recipientId, after(2)),
      ] as const;
      const [first, second] = round % 2 === 0 ? both : [both[1], both[0]];
      const results = await Promise.all([first(), second()]);
      const confirmed = results.find((result) => 'proofId' in result);
      outcomes.add(confirmed === undefined ? 'superseded' : 'lifted, then left again');
      expect(await suppressedIn(recipientId)).toEqual([org.newsletterId]);
      expect(
        await test.db.sql.rows(
          "SELECT count(*)::int AS n FROM opt_out_request WHERE recipient_id = $1 AND state = 'CONFIRMED'",
          [recipientId],
        ),
      ).toEqual([{ n: 1 }]);
    }
    expect([...outcomes].toSorted()).toEqual(['lifted, then left again', 'superseded']);
  });

  it('in either order one after the other (D-9)', async () => {
    const [one, two] = [await person(), await person()];
    for (const each of [one, two]) await leave(each, start);
    const [first, second] = [await asked(one, after(1)), await asked(two, after(1))];
    await leave(one, after(2));
    expect(await confirm(first.tokenHash, after(3))).toEqual({ refused: 'superseded' });
    expect(await confirm(second.tokenHash, after(2))).toHaveProperty('proofId');
    await leave(two, after(3));
    expect(await suppressedIn(one)).toEqual([org.newsletterId]);
    expect(await suppressedIn(two)).toEqual([org.newsletterId]);
  });
});
