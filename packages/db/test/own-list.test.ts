import { emailContent } from '@adieu/domain';
import { addressKey, createKeyRing, hashSecretToken, type KeyRing } from '@adieu/keys';
import { releaseDraft, createTestDatabase, type TestDatabase, lockAwaited } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  armDoubleOptIn,
  confirmDoubleOptIn,
  createAccount,
  createAddressBook,
  createCampaignByHand,
  createOrganisation,
  createTopic,
  decideRequests,
  endReview,
  ensureRecipient,
  findRequests,
  ledgerOfRequest,
  mayContact,
  type OptOutCommand,
  previewListSwitch,
  recordOptOut,
  type RecordedOptOut,
  recordOptOutEverywhere,
  startDoubleOptIn,
  suppressionsOf,
  switchAccountList,
} from '../src/index.ts';

interface Unit {
  readonly accountId: string;
  readonly bookId: string;
  readonly staffId: string;
  readonly topicId: string;
}
/** An organisation as D6 has it: A and C share its list, B keeps its own. */
interface Tenant {
  readonly organisationId: string;
  readonly units: readonly [Unit, Unit, Unit];
}

let test: TestDatabase;
const ring: KeyRing = createKeyRing();
const start = new Date('2026-05-04T08:00:00.000Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
});
afterAll(() => test.close());

async function tenant(name: string): Promise<Tenant> {
  const { sql } = test.db;
  const organisationId = await createOrganisation(sql, { name });
  const unit = async (of: string, keepsOwnList: boolean): Promise<Unit> => {
    const accountId = await createAccount(sql, {
      organisationId,
      name: of,
      sender: { name: '', address: 'x@example.test' },
      defaultLanguage: 'en',
      keepsOwnList,
    });
    const book = async (more: { name: string; purpose: 'MARKETING' | 'SERVICE' }) => {
      const made = await createAddressBook(sql, { accountId, ...more, createdBy: 'test' });
      if ('refused' in made) throw new Error(made.refused);
      return made.addressBookId;
    };
    return {
      accountId,
      bookId: await book({ name: 'News', purpose: 'MARKETING' }),
      staffId: await book({ name: 'Staff', purpose: 'SERVICE' }),
      topicId: await createTopic(sql, { accountId, name: 'Topic' }),
    };
  };
  return {
    organisationId,
    units: [await unit('A', false), await unit('B', true), await unit('C', false)],
  };
}

const keyOf = (address: string): Buffer => addressKey(ring, 'EMAIL', address);

const recipient = ({ organisationId }: Tenant, address: string): Promise<string> =>
  ensureRecipient(test.db.sql, {
    organisationId,
    channel: 'EMAIL',
    addressKey: keyOf(address),
    address,
  });

type Scope = Extract<OptOutCommand['target'], { recipientId: string }>['scope'];

async function leave(
  of: Tenant,
  address: string,
  scope: Scope,
  signal: OptOutCommand['signal'] = 'CLEAR',
  now = start,
): Promise<RecordedOptOut> {
  const recipientId = await recipient(of, address);
  const recorded = await test.db.transaction((sql) =>
    recordOptOutEverywhere(sql, {
      target: { organisationId: of.organisationId, recipientId, scope },
      signal,
      method: 'API',
      actor: { kind: 'KEY', name: 'test' },
      evidence: {},
      now,
      allChannels: false,
    }),
  );
  if ('refused' in recorded) throw new Error(recorded.refused);
  return recorded;
}

const switchTo = (of: Tenant, { accountId }: Unit, keepsOwnList: boolean, now = after(60)) =>
  test.db.transaction((sql) =>
    switchAccountList(sql, {
      organisationId: of.organisationId,
      accountId,
      keepsOwnList,
      actor: { kind: 'KEY', name: 'Eva' },
      now,
    }),
  );

/** What the gate stops: one line for each address and way a message may go. */
async function stopped(
  of: Tenant,
  addresses: readonly string[],
  units: readonly Unit[] = of.units,
): Promise<string[]> {
  const lines: string[] = [];
  for (const address of addresses) {
    for (const { accountId, bookId, staffId, topicId } of units) {
      for (const path of [
        { addressBookId: bookId },
        { addressBookId: bookId, topicId },
        { addressBookId: staffId },
        { accountId },
      ]) {
        const judged = await mayContact(test.db.sql, {
          organisationId: of.organisationId,
          addressKey: keyOf(address),
          channel: 'EMAIL',
          addressBookId: null,
          topicId: null,
          accountId: null,
          purpose: null,
          now: start,
          ...path,
        });
        if ('refused' in judged) throw new Error(judged.refused);
        if (!judged.answer.allowed) lines.push(`${address} ${JSON.stringify(path)}`);
      }
    }
  }
  return lines;
}

describe('an account that keeps its own list (D6)', () => {
  it('hears its own opt-outs alone, and is not heard by those that share', async () => {
    const of = await tenant('Sharing');
    const [a, b, c] = of.units;
    await leave(of, 'a@example.test', { kind: 'ACCOUNT', id: a.accountId });
    await leave(of, 'b@example.test', { kind: 'ACCOUNT', id: b.accountId });
    await changeOrganisation(test.db.sql, of.organisationId, { widening: 'ORGANISATION' });
    await leave(of, 'wide-a@example.test', { kind: 'BOOK', id: a.bookId });
    await leave(of, 'wide-b@example.test', { kind: 'BOOK', id: b.bookId });
    const out = async (address: string): Promise<number[]> =>
      Promise.all(
        [a, b, c].map(async (unit) => ((await stopped(of, [address], [unit])).length > 0 ? 1 : 0)),
      );
    expect(await out('a@example.test')).toEqual([1, 0, 0]);
    expect(await out('b@example.test')).toEqual([0, 1, 0]);
    expect(await out('wide-a@example.test')).toEqual([1, 0, 1]);
    expect(await out('wide-b@example.test')).toEqual([0, 1, 0]);
  });

  it('hears too who leaves the whole organisation, by a request of its own', async () => {
    const of = await tenant('Whole');
    const [, b] = of.units;
    const request = await leave(of, 'all@example.test', {
      kind: 'ORGANISATION',
      id: of.organisationId,
    });
    const marketing = (await stopped(of, ['all@example.test'])).length;
    expect(marketing).toBe(9);
    const rows = await suppressionsOf(test.db.sql, request.recipientId);
    expect(new Set(rows.map(({ listId, scopeKind }) => `${listId} ${scopeKind}`))).toEqual(
      new Set([`${b.accountId} ACCOUNT`, `${of.organisationId} ORGANISATION`]),
    );
  });
});

describe('switching lists (D6)', () => {
  it('moves opt-outs, pauses and requests, copies what is about everybody, and says so before and after', async () => {
    const of = await tenant('Moving');
    const [a, , c] = of.units;
    const book = await leave(of, 'book@example.test', { kind: 'BOOK', id: a.bookId });
    const open = await leave(of, 'open@example.test', { kind: 'TOPIC', id: a.topicId }, 'UNCLEAR');
    await leave(of, 'all@example.test', { kind: 'ORGANISATION', id: of.organisationId });
    await leave(of, 'c@example.test', { kind: 'BOOK', id: c.bookId });
    const which = { organisationId: of.organisationId, accountId: a.accountId };
    const preview = await previewListSwitch(test.db.sql, { ...which, keepsOwnList: true });
    expect(preview).toEqual({ optOuts: 1, pauses: 1, copied: 1, conflicts: 0, openRequests: 1 });
    expect(await switchTo(of, a, true)).toEqual(preview);
    expect(await suppressionsOf(test.db.sql, book.recipientId)).toMatchObject([
      { listId: a.accountId, scopeId: a.bookId, since: start, requestId: book.requestId },
    ]);
    expect(await ledgerOfRequest(test.db.sql, book.requestId)).toMatchObject([
      { type: 'REQUESTED' },
      {
        type: 'LIST_SWITCHED',
        actor: 'Eva',
        at: after(60),
        detail: { from: of.organisationId, to: a.accountId, how: 'moved' },
      },
    ]);
    expect(await findRequests(test.db.sql, of.organisationId, [open.requestId])).toMatchObject([
      { listId: a.accountId, state: 'PENDING', deadline: open.deadline },
    ]);
    const nothing = { optOuts: 0, pauses: 0, copied: 0, conflicts: 0, openRequests: 0 };
    expect(await switchTo(of, a, true)).toEqual(nothing);
    expect(await switchTo(of, { ...a, accountId: crypto.randomUUID() }, true)).toEqual({
      refused: 'not-found',
    });
    const stranger = await tenant('Strangers');
    expect(await switchTo(stranger, a, false)).toEqual({ refused: 'not-found' });
    // And back again: as it was.
    expect(await switchTo(of, a, false)).toMatchObject({ optOuts: 1, pauses: 1, copied: 0 });
    expect(await suppressionsOf(test.db.sql, book.recipientId)).toMatchObject([
      { listId: of.organisationId, scopeId: a.bookId, since: start },
    ]);
  });

  it('lets decisions, the timer and the way back act on the rows where they are then', async () => {
    const of = await tenant('Deciding');
    const [a] = of.units;
    const unclear = (address: string, scope: Scope) => leave(of, address, scope, 'UNCLEAR');
    const mine = { kind: 'BOOK', id: a.bookId } as const;
    const everybody = { kind: 'ORGANISATION', id: of.organisationId } as const;
    const declined = await unclear('declined@example.test', mine);
    const confirmed = await unclear('confirmed@example.test', mine);
    const ended = await unclear('ended@example.test', mine);
    const allDeclined = await unclear('all-declined@example.test', everybody);
    const allConfirmed = await unclear('all-confirmed@example.test', everybody);
    const allOverridden = await unclear('all-overridden@example.test', everybody);
    const back = await leave(of, 'back@example.test', mine);
    await test.db.transaction(async (sql) => {
      const started = await startDoubleOptIn(sql, {
        organisationId: of.organisationId,
        recipientId: back.recipientId,
        scope: mine,
        accountId: null,
        language: 'en',
        declaration: () => 'again',
        declarationVersion: '1',
        formUrl: null,
        origin: null,
        userAgent: null,
        now: after(1),
      });
      if ('refused' in started) throw new Error(started.refused);
      await armDoubleOptIn(sql, {
        id: started.id,
        tokenHash: hashSecretToken('back'),
        messageId: '<back@test>',
        now: after(1),
      });
    });
    await switchTo(of, a, true);
    const decide = (requestIds: string[], decision: 'CONFIRM' | 'DECLINE') =>
      test.db.transaction((sql) =>
        decideRequests(sql, {
          organisationId: of.organisationId,
          requestIds,
          decision,
          reason: 'because',
          actor: { kind: 'KEY', name: 'Eva' },
          now: after(70),
        }),
      );
    await decide([declined.requestId, allDeclined.requestId], 'DECLINE');
    await decide([confirmed.requestId, allConfirmed.requestId], 'CONFIRM');
    await leave(of, 'all-overridden@example.test', everybody, 'CLEAR', after(71));
    await endReview(test.db, ended.requestId, ended.deadline!);
    await test.db.transaction((sql) =>
      confirmDoubleOptIn(sql, {
        tokenHash: hashSecretToken('back'),
        origin: null,
        userAgent: null,
        now: after(72),
      }),
    );
    const rows = async ({ recipientId }: RecordedOptOut): Promise<string[]> =>
      (await suppressionsOf(test.db.sql, recipientId))
        .filter(({ scopeKind, listId }) => scopeKind !== 'ACCOUNT' || listId === a.accountId)
        .map(({ listId, state }) => `${listId === a.accountId ? 'own' : 'shared'} ${state}`)
        .toSorted();
    expect(await rows(declined)).toEqual([]);
    expect(await rows(allDeclined)).toEqual([]);
    expect(await rows(confirmed)).toEqual(['own OPTED_OUT']);
    expect(await rows(ended)).toEqual(['own OPTED_OUT']);
    expect(await rows(back)).toEqual([]);
    expect(await rows(allConfirmed)).toEqual(['own OPTED_OUT', 'shared OPTED_OUT']);
    // The copy of the pause became an opt-out too; the clear wish wrote its own row into the own list besides.
    expect(await rows(allOverridden)).toEqual([
      'own OPTED_OUT',
      'own OPTED_OUT',
      'shared OPTED_OUT',
    ]);
  });

  it('is refused by the database where it would lose an opt-out, and so is every short cut (D-1)', async () => {
    const of = await tenant('Raw');
    const [a] = of.units;
    const request = await leave(of, 'raw@example.test', { kind: 'BOOK', id: a.bookId });
    const sql = (text: string, values: unknown[]) => test.db.sql.rows(text, values);
    const key = keyOf('raw@example.test');
    const flip = 'UPDATE account SET keeps_own_list = NOT keeps_own_list WHERE id = $1';
    await expect(sql(flip, [a.accountId])).rejects.toThrow(/lacks opt-outs/);
    await expect(
      sql('UPDATE suppression SET list_id = $2 WHERE address_key = $1', [key, a.accountId]),
    ).rejects.toThrow(/double opt-in/);
    const copy = (state: string, since: Date) =>
      sql("INSERT INTO suppression VALUES ($1, $2, 'EMAIL', $3, 'BOOK', $4, $5)", [
        key,
        a.accountId,
        a.bookId,
        state,
        since,
      ]);
    const remove = (listId: string) =>
      sql('DELETE FROM suppression WHERE address_key = $1 AND list_id = $2 RETURNING 1', [
        key,
        listId,
      ]);
    // A pause is not enough; an opt-out in a list that nobody reads does not free the one that is read.
    await copy('PAUSED', start);
    await expect(sql(flip, [a.accountId])).rejects.toThrow(/lacks opt-outs/);
    await remove(a.accountId);
    await copy('OPTED_OUT', after(1));
    await expect(remove(of.organisationId)).rejects.toThrow(/double opt-in/);
    await switchTo(of, a, true);
    await expect(remove(a.accountId)).rejects.toThrow(/double opt-in/);
    // The earlier of the two is the one that stands.
    expect(await suppressionsOf(test.db.sql, request.recipientId)).toMatchObject([
      { listId: a.accountId, state: 'OPTED_OUT', since: start, requestId: request.requestId },
    ]);
    // A leftover may go where the list that is read has it at least as long, and not else.
    const leftover = (since: Date) =>
      sql("INSERT INTO suppression VALUES ($1, $2, 'EMAIL', $3, 'BOOK', 'OPTED_OUT', $4)", [
        key,
        of.organisationId,
        a.bookId,
        since,
      ]);
    await leftover(after(5));
    expect(await remove(of.organisationId)).toHaveLength(1);
    await leftover(after(-5));
    await expect(remove(of.organisationId)).rejects.toThrow(/double opt-in/);
  });

  it.each([
    ['leaves the shared list', true, 'BOOK'],
    ['comes back to it', false, 'BOOK'],
    ['leaves it, and the wish is about everybody', true, 'ORGANISATION'],
    ['leaves it, and the wish came by a link', true, 'LINK'],
  ] as const)(
    'makes an opt-out wait that comes while the account %s, and then stops by it',
    async (what, keepsOwnList, kind) => {
      const of = await tenant(`In between: ${what}`);
      const unit = of.units[keepsOwnList ? 0 : 1];
      const recipientId = await recipient(of, 'between@example.test');
      const scope: Scope =
        kind === 'ORGANISATION'
          ? { kind, id: of.organisationId }
          : { kind: 'BOOK', id: unit.bookId };
      const messageId = await messageTo(of, unit, 'between@example.test');
      const wish = (): Promise<unknown> =>
        kind === 'LINK'
          ? recordOptOut(test.db.sql, {
              target: { messageId, scope: 'LINK' },
              signal: 'CLEAR',
              method: 'ONE_CLICK',
              actor: { kind: 'RECIPIENT', name: null },
              evidence: {},
              now: after(1),
            })
          : leave(of, 'between@example.test', scope, 'CLEAR', after(1));
      const { recording } = await test.db.transaction(async (sql) => {
        await switchAccountList(sql, {
          organisationId: of.organisationId,
          accountId: unit.accountId,
          keepsOwnList,
          actor: { kind: 'KEY', name: 'Eva' },
          now: start,
        });
        const begun = wish();
        await Promise.race([begun, lockAwaited(test.db.sql)]);
        return { recording: begun };
      });
      expect(await recording).toMatchObject({ recipientId, effect: 'opened' });
      expect(await stopped(of, ['between@example.test'], [unit])).not.toEqual([]);
      expect(
        await test.db.sql.rows(
          `SELECT 1 FROM opt_out_request q JOIN account a ON a.id = q.account_id
           WHERE q.recipient_id = $1 AND q.list_id <> CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END`,
          [recipientId],
        ),
      ).toEqual([]);
    },
  );
});

/** A message by hand; gives its id. */
async function messageTo(of: Tenant, unit: Unit, address: string): Promise<string> {
  const { organisationId } = of;
  return test.db.transaction(async (sql) => {
    const made = await createCampaignByHand(sql, {
      organisationId,
      accountId: unit.accountId,
      purpose: 'MARKETING',
      recipients: [{ address, addressKey: keyOf(address) }],
      name: 'n',
      content: emailContent({ subject: {}, mjml: {} }),
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    const { campaignId } = made;
    await releaseDraft(sql, { organisationId, campaignId, now: start });
    const [row] = await sql.rows<{ id: string }>('SELECT id FROM message WHERE campaign_id = $1', [
      campaignId,
    ]);
    return row!.id;
  });
}

/** A small generator of numbers (mulberry32), so that a seed tells a whole history. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

describe('whatever happened before, a switch', () => {
  it.each(Array.from({ length: 8 }, (_, i) => i + 1))(
    'stops all that was stopped, for the account and for all others (D6; seed %i)',
    async (seed) => {
      const next = numbers(seed);
      const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
      const of = await tenant(`Random ${seed}`);
      const { organisationId, units } = of;
      const people = Array.from({ length: 5 }, (_, i) => `p${i}@example.test`);
      for (const address of people) await recipient(of, address);
      const scopes = (unit: Unit): Scope[] => [
        { kind: 'TOPIC', id: unit.topicId },
        { kind: 'BOOK', id: unit.bookId },
        { kind: 'BOOK', id: unit.staffId },
        { kind: 'ACCOUNT', id: unit.accountId },
        { kind: 'ORGANISATION', id: organisationId },
      ];
      let minute = 0;
      const wish = async (): Promise<void> => {
        const widening = pick(['NONE', 'NONE', 'ACCOUNT', 'ORGANISATION'] as const);
        await changeOrganisation(test.db.sql, organisationId, { widening });
        const scope = pick(scopes(pick(units)));
        await leave(of, pick(people), scope, pick(['CLEAR', 'UNCLEAR']), after((minute += 1)));
      };
      // What no statement of ours writes, but a database may hold: rows of any list, state and time.
      const stray = async (): Promise<void> => {
        const unit = pick(units);
        const scope = pick(scopes(unit));
        await test.db.sql.rows(
          `INSERT INTO suppression VALUES ($1, $2, 'EMAIL', $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
          [
            keyOf(pick(people)),
            pick([organisationId, unit.accountId]),
            scope.id,
            scope.kind,
            pick(['PAUSED', 'OPTED_OUT']),
            after(next(40) - 20),
          ],
        );
      };
      const decision = async (): Promise<void> => {
        const open = await test.db.sql.rows<{ id: string }>(
          "SELECT id FROM opt_out_request WHERE organisation_id = $1 AND state = 'PENDING' ORDER BY id",
          [organisationId],
        );
        if (open.length === 0) return;
        await test.db.transaction((sql) =>
          decideRequests(sql, {
            organisationId,
            requestIds: [pick(open).id],
            decision: pick(['CONFIRM', 'DECLINE']),
            reason: 'random',
            actor: { kind: 'KEY', name: 'Eva' },
            now: after((minute += 1)),
          }),
        );
      };
      const open = () =>
        test.db.sql.rows(
          "SELECT id, deadline, on_timeout FROM opt_out_request WHERE organisation_id = $1 AND state = 'PENDING' ORDER BY id",
          [organisationId],
        );
      for (let step = 0; step < 40; step += 1) {
        const what = next(10);
        if (what < 4) await wish();
        else if (what < 6) await stray();
        else if (what < 7) await decision();
        else {
          const unit = pick(units);
          const others = units.filter((each) => each !== unit);
          const before = {
            mine: await stopped(of, people, [unit]),
            theirs: await stopped(of, people, others),
            open: await open(),
          };
          const [{ own }] = (await test.db.sql.rows<{ own: boolean }>(
            'SELECT keeps_own_list AS own FROM account WHERE id = $1',
            [unit.accountId],
          )) as [{ own: boolean }];
          await switchTo(of, unit, !own, after((minute += 1)));
          const mine = await stopped(of, people, [unit]);
          expect(
            before.mine.filter((line) => !mine.includes(line)),
            `step ${step}`,
          ).toEqual([]);
          expect(await stopped(of, people, others), `step ${step}`).toEqual(before.theirs);
          expect(await open()).toEqual(before.open);
        }
      }
      // Every request that is still open can be decided, and leaves no pause behind.
      const left = (await open()) as { id: string }[];
      await test.db.transaction((sql) =>
        decideRequests(sql, {
          organisationId,
          requestIds: left.map(({ id }) => id),
          decision: 'DECLINE',
          reason: 'the end',
          actor: { kind: 'KEY', name: 'Eva' },
          now: after((minute += 1)),
        }),
      );
      const pauses = await test.db.sql.rows(
        `SELECT 1 FROM suppression WHERE state = 'PAUSED' AND request_id = ANY ($1::uuid[])`,
        [left.map(({ id }) => id)],
      );
      expect(pauses).toEqual([]);
    },
  );
});
