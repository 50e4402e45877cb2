import { addMember, armDigestLink, carryOutDecision, changeMember, endReview } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { seed, leaves } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';

const WEEK_MS = 604_800_000;
const EMAIL = 'eva@nordlys.example.test';
let house: House;
let mails: SeededMail[];
let eva: string;
let token: string;

beforeAll(async () => {
  house = await openHouse();
  mails = await seedMails(house, { count: 60, addressBookId: house.org.staffId });
});
afterAll(() => house?.close());

beforeEach(async () => {
  await house.test.db.sql.rows('DELETE FROM member');
  await house.test.db.sql.rows(
    "UPDATE opt_out_request SET state = 'WITHDRAWN' WHERE state = 'PENDING'",
  );
  eva = await person(EMAIL);
  token = await linkFor(eva);
});

async function person(email: string, organisationId = house.org.organisationId): Promise<string> {
  const words = { name: 'Eva Lind', language: 'sv', digestSeconds: 600 } as const;
  const added = await addMember(house.test.db.sql, { ...words, organisationId, email });
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

/** The link of a digest, as the worker arms it. */
async function linkFor(memberId: string): Promise<string> {
  const digestId = crypto.randomUUID();
  const secret = reviewToken(house.org.ring, digestId);
  const tokenHash = hashSecretToken(secret);
  await armDigestLink(house.test.db.sql, { digestId, memberId, tokenHash, now: house.now });
  return secret;
}

/** Somebody of the staff leaves; gives the request's public id and their address. */
async function leave(): Promise<{ id: string; uuid: string; address: string }> {
  const { messageId, address } = mails.pop()!;
  const recorded = await leaves(house.test.db.sql, messageId, { now: house.now });
  return { id: toId('optout', recorded.requestId), uuid: recorded.requestId, address };
}

async function ask<Data>(query: string, variables: object): Promise<Data> {
  const { data, errors } = await house.ask<Data>(query, variables, null);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface View {
  readonly memberName: string;
  readonly books: object[];
  readonly waiting: {
    nodes: { id: string; name: string; maskedAddress: string }[];
    pageInfo: object;
  };
  readonly waitingIds: string[];
  readonly planned: object[];
  readonly recentlyDecided: { id: string; state: string }[];
}

const review = async (of = token, variables: object = {}): Promise<View | null> =>
  (
    await ask<{ review: View | null }>(
      `query ($token: String!, $first: Int, $after: String, $book: ID, $by: DateTime!) { review(token: $token) {
        memberName organisationName language books { id name count }
        waiting(first: $first, after: $after, addressBookId: $book) {
          nodes { id name maskedAddress scope { name } addressBookName accountName joinedAt method onTimeout mayDecline deadline deferredTo words readAs doubt givenReason }
          pageInfo { hasNextPage endCursor } }
        waitingIds(receivedBy: $by, addressBookId: $book)
        planned { id state }
        recentlyDecided { id state decidedBy { kind name } decisionReason } } }`,
      { token: of, by: house.now.toISOString(), ...variables },
    )
  ).review;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly planned?: {
    id: string;
    state: string;
    total: number;
    carriedOut: number;
    refused: number;
    refusals: { request: { id: string; state: string }; problem: { code: string } }[];
  };
}
const PLANNED =
  'planned { id state total carriedOut refused refusals { request { id state } problem { code } } }';

const decide = async (input: object, of = token): Promise<Answer> =>
  (
    await ask<{ decideByReview: Answer }>(
      `mutation ($input: DecideByReviewInput!) { decideByReview(input: $input) {
        __typename ... on DecisionPlanned { ${PLANNED} } ... on Problem { code field } } }`,
      { input: { token: of, decision: 'CONFIRM', ...input } },
    )
  ).decideByReview;

const undo = async (plannedId: string, of = token): Promise<Answer> =>
  (
    await ask<{ undoReview: Answer }>(
      `mutation ($input: UndoReviewInput!) { undoReview(input: $input) {
        __typename ... on DecisionUndone { ${PLANNED} } ... on Problem { code field } } }`,
      { input: { token: of, plannedId } },
    )
  ).undoReview;

const carryOut = (plannedId: string) =>
  carryOutDecision(house.test.db, fromId('plan', plannedId)!, new Date(Number(house.now) + 15_000));

describe('the review by its link', () => {
  it('names the words for which a message was read as a wish, in words and no rule (SM-4)', async () => {
    const { uuid } = await leave();
    await house.test.db.sql.rows(
      `INSERT INTO inbound_message (channel, source, provider_id, raw, sent_at, received_at, changed_at, state, outcome, why, organisation_id, request_id)
       VALUES ('EMAIL', 'test', $1::text, '', $2, $2, $2, 'UNDERSTOOD', 'PAUSE', '{sluta messa}', $3, $1::text::uuid)`,
      [uuid, house.now, house.org.organisationId],
    );
    await leave();
    const read = (await review())!.waiting.nodes.map(
      (node) => (node as { readAs?: unknown }).readAs,
    );
    expect(read).toHaveLength(2);
    expect(read).toEqual(expect.arrayContaining([['sluta messa'], []]));
  });

  it('says why a bare STOPP waits: it was written from another address than the mail went to (C4, M-5)', async () => {
    const { uuid, id } = await leave();
    await house.test.db.sql.rows(
      `INSERT INTO inbound_message (channel, source, provider_id, raw, sent_at, received_at, changed_at, state, outcome, why, remark, organisation_id, request_id)
       VALUES ('EMAIL', 'test', $1::text, '', $2, $2, $2, 'UNDERSTOOD', 'PAUSE', '{STOPP}', 'OTHER_ADDRESS', $3, $1::text::uuid)`,
      [uuid, house.now, house.org.organisationId],
    );
    const node = (await review())!.waiting.nodes.find((each) => each.id === id);
    expect(node).toMatchObject({ readAs: ['STOPP'], doubt: 'OTHER_ADDRESS' });
  });

  it('shows who wants to leave what, by which way, and what happens when; no whole address (C4)', async () => {
    const { id, address } = await leave();
    const view = await review();
    expect(view).toMatchObject({
      memberName: 'Eva Lind',
      organisationName: 'Nordlys',
      language: 'sv',
      books: [{ name: 'Staff information', count: 1 }],
      waiting: {
        nodes: [
          {
            id,
            name: expect.stringMatching(/^Person \d+$/),
            maskedAddress: expect.stringContaining('•••'),
            scope: { name: 'Staff information' },
            addressBookName: 'Staff information',
            accountName: 'Nordlys Shop',
            joinedAt: expect.any(String),
            method: 'LINK',
            onTimeout: 'REVERT',
            mayDecline: true,
          },
        ],
      },
      planned: [],
      recentlyDecided: [],
    });
    expect(JSON.stringify(view)).not.toContain(address);
  });

  it('goes on page by page, and by book', async () => {
    const ids = [await leave(), await leave(), await leave()].map(({ id }) => id);
    const first = await review(token, { first: 2 });
    const { endCursor } = first!.waiting.pageInfo as { endCursor: string };
    const next = await review(token, { first: 2, after: endCursor });
    expect(
      [...first!.waiting.nodes, ...next!.waiting.nodes].map(({ id }) => id).toSorted(),
    ).toEqual(ids.toSorted());
    const elsewhere = await review(token, { book: toId('book', house.org.newsletterId) });
    expect(elsewhere!.waiting.nodes).toEqual([]);
    const nobodys = toId('book', crypto.randomUUID());
    expect((await review(token, { book: nobodys }))!.waitingIds).toEqual([]);
    expect((await review())!.waitingIds.toSorted()).toEqual(ids.toSorted());
  });

  it('is over for a person who is inactive or gone, after three days, and by no other secret', async () => {
    const { organisationId } = house.org;
    expect(await review('x'.repeat(43))).toBeNull();
    expect(await review(mails[0]!.token)).toBeNull();
    const before = house.now;
    house.now = new Date(Number(before) + 3 * 86_400_000);
    expect(await review()).toBeNull();
    house.now = before;
    expect(await review()).not.toBeNull();
    const { id } = await leave();
    await house.test.db.transaction((tx) =>
      changeMember(tx, { organisationId, memberId: eva, active: false }),
    );
    expect(await review()).toBeNull();
    expect(await decide({ ids: [id] })).toMatchObject({ __typename: 'NotFound', field: 'token' });
    expect((await undo(toId('plan', crypto.randomUUID()))).__typename).toBe('NotFound');
  });

  it('needs no key, and a key of any role opens nothing more by it', async () => {
    const query = 'query ($token: String!) { review(token: $token) { memberName } }';
    for (const key of [null, house.org.adminKey, house.org.campaignerKey]) {
      const { data } = await house.ask<{ review: object | null }>(query, { token }, key);
      expect(data.review).toEqual({ memberName: 'Eva Lind' });
      const wrong = await house.ask<{ review: object | null }>(query, { token: 'nothing' }, key);
      expect(wrong.data.review).toBeNull();
    }
  });
});

describe('telling people apart in a review', () => {
  it('shows a letter more of addresses that look alike, and never a whole one (C4)', async () => {
    const people = [await leave(), await leave(), await leave()];
    const shown = (await review())!.waiting.nodes.map(({ maskedAddress }) => maskedAddress);
    expect(new Set(people.map(({ address }) => address)).size).toBe(3);
    expect(new Set(shown).size).toBeGreaterThan(1);
    for (const { address } of people) expect(shown).not.toContain(address);
  });

  it('keeps the words that came with a wish beside those that are added to it', async () => {
    const { messageId, token: link } = mails.at(-1)!;
    const { uuid } = await leave();
    await house.test.db.sql.rows(
      "UPDATE opt_out_request SET reason_text = 'Stop this.' WHERE id = $1",
      [uuid],
    );
    const { data } = await house.ask<{ giveReason: { __typename: string } }>(
      'mutation ($input: GiveReasonInput!) { giveReason(input: $input) { __typename } }',
      { input: { token: link, text: 'I moved to <b>Malmö</b>.' } },
      null,
    );
    expect(messageId).toBeTruthy();
    expect(data.giveReason.__typename).toBe('ReasonGiven');
    const words = 'Stop this.\n\nI moved to <b>Malmö</b>.';
    expect((await review())!.waiting.nodes).toMatchObject([{ words }]);
    expect(house.log()).not.toContain('Malmö');
  });
});

describe('deferring by review', () => {
  const DEFER = `mutation ($input: DeferByReviewInput!) { deferByReview(input: $input) {
    __typename ... on ReviewDeferred { deferred refused } ... on Problem { code field } } }`;
  const defer = async (ids: string[], more: object = {}): Promise<object> =>
    (await ask<{ deferByReview: object }>(DEFER, { input: { token, ids, ...more } })).deferByReview;
  const waits = async (): Promise<{ deadline: string; deferredTo: string | null }> =>
    (await review())!.waiting.nodes[0] as unknown as {
      deadline: string;
      deferredTo: string | null;
    };

  it('moves the deadline as far as it said, in the person’s name, and the address stays paused', async () => {
    const { id, uuid } = await leave();
    const before = await waits();
    expect(Date.parse(before.deferredTo!)).toBe(Date.parse(before.deadline) + WEEK_MS);
    expect(await defer([id, id])).toMatchObject({ deferred: 1, refused: 0 });
    expect((await waits()).deadline).toBe(before.deferredTo);
    const where = `request_id = '${uuid}' AND type = 'DEADLINE_MOVED' AND actor = 'Eva Lind'`;
    expect(await countOf(house, 'ledger_event', where)).toBe(1);
    const paused = `request_id = '${uuid}' AND state = 'PAUSED'`;
    expect(await countOf(house, 'suppression', paused)).toBe(1);
    const told = `message->>'kind' = 'opt-out.deadline-moved' AND message->>'requestId' = '${uuid}'`;
    expect(await countOf(house, 'outbox', told)).toBe(1);
  });

  it('goes no further than 90 days after the wish, and says which could not move (W-3)', async () => {
    const { id } = await leave();
    const results = [];
    for (let i = 0; i < 14; i += 1) results.push(await defer([id]));
    expect(results.at(-1)).toMatchObject({ deferred: 0, refused: 1 });
    const { deadline, deferredTo } = await waits();
    expect(deferredTo).toBeNull();
    expect(Date.parse(deadline)).toBe(Number(house.now) + 90 * 86_400_000);
  });

  it('is done once for a key, and answers what is nobody’s like nothing', async () => {
    const { id } = await leave();
    const { deferredTo } = await waits();
    const idempotencyKey = crypto.randomUUID();
    const first = await defer([id], { idempotencyKey });
    expect(await defer([id], { idempotencyKey })).toEqual(first);
    expect((await waits()).deadline).toBe(deferredTo);
    const nobodys = [toId('optout', crypto.randomUUID())];
    expect(await defer(nobodys)).toMatchObject({ __typename: 'NotFound', field: 'ids' });
    expect(await defer([])).toMatchObject({ __typename: 'InvalidInput', field: 'ids' });
    expect(await defer([id], { token: 'x'.repeat(43) })).toMatchObject({
      __typename: 'NotFound',
      field: 'token',
    });
  });
});

describe('deciding by review', () => {
  it('is noted, carried out later, and then stands in the ledger under the person’s name', async () => {
    const { id, uuid } = await leave();
    const { planned } = await decide({ ids: [id, id], decision: 'DECLINE', reason: 'On call.' });
    expect(planned).toMatchObject({ state: 'PLANNED', total: 1, carriedOut: 0, refused: 0 });
    expect((await review())!.waiting.nodes).toEqual([]);
    expect((await review())!.planned).toEqual([{ id: planned!.id, state: 'PLANNED' }]);
    await carryOut(planned!.id);
    expect((await review())!.recentlyDecided).toMatchObject([
      {
        id,
        state: 'DECLINED',
        decidedBy: { kind: 'MEMBER', name: 'Eva Lind' },
        decisionReason: 'On call.',
      },
    ]);
    const where = `request_id = '${uuid}' AND type = 'DECLINED' AND actor_kind = 'MEMBER' AND actor = 'Eva Lind'`;
    expect(await countOf(house, 'ledger_event', where)).toBe(1);
  });

  it.each([
    [undefined, 'REASON_REQUIRED'],
    ['  \n ', 'REASON_REQUIRED'],
    ['x'.repeat(2_001), 'REASON_TOO_LONG'],
  ])('a decline with the reason %j is refused beside its field (X-3)', async (reason, code) => {
    const { id } = await leave();
    const before = await countOf(house, 'planned_decision');
    expect(await decide({ ids: [id], decision: 'DECLINE', reason })).toMatchObject({
      __typename: 'InvalidInput',
      code,
      field: 'reason',
    });
    expect(await countOf(house, 'planned_decision')).toBe(before);
  });

  it('takes a thousand at once and not one more', async () => {
    const { id } = await leave();
    const ids = (n: number) => [
      id,
      ...Array.from({ length: n - 1 }, () => toId('optout', crypto.randomUUID())),
    ];
    expect(await decide({ ids: ids(1_001) })).toMatchObject({
      __typename: 'LimitReached',
      field: 'ids',
    });
    expect((await decide({ ids: ids(1_000) })).planned).toMatchObject({ total: 1 });
    expect(await decide({ ids: [] })).toMatchObject({ __typename: 'InvalidInput', field: 'ids' });
  });

  it('answers somebody else’s ids like none at all, and leaves them alone', async () => {
    const ours = await leave();
    const foreign = await seed(house.test.db, { name: 'Somebody else' });
    const olof = await linkFor(await person(EMAIL, foreign.organisationId));
    const theirs = await decide({ ids: [ours.id] }, olof);
    const none = await decide({ ids: [toId('optout', crypto.randomUUID())] }, olof);
    expect(theirs).toEqual(none);
    expect(theirs).toMatchObject({ __typename: 'NotFound', field: 'ids' });
    expect((await review(olof))!.waiting.nodes).toEqual([]);
    expect((await review())!.waiting.nodes).toHaveLength(1);
  });

  it('says which were closed meanwhile and decides the others', async () => {
    const [closed, open] = [await leave(), await leave()];
    await endReview(house.test.db, closed.uuid, new Date(Number(house.now) + WEEK_MS));
    const { planned } = await decide({ ids: [closed.id, open.id] });
    expect(planned).toMatchObject({
      total: 2,
      refused: 1,
      refusals: [
        { request: { id: closed.id, state: 'REVERTED' }, problem: { code: 'ALREADY_CLOSED' } },
      ],
    });
    await carryOut(planned!.id);
    const after = await undo(planned!.id);
    expect(after).toMatchObject({ __typename: 'Conflict', code: 'ALREADY_CARRIED_OUT' });
  });

  it('is done once for a key that is sent twice, also at once (Q-5)', async () => {
    const { id } = await leave();
    const input = { ids: [id], idempotencyKey: 'same' };
    const answers = await Promise.all([decide(input), decide(input), decide(input)]);
    expect(new Set(answers.map(({ planned }) => planned?.id)).size).toBe(1);
    expect(await decide({ ...input, decision: 'DECLINE', reason: 'x' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('is undone by its own person alone, twice like once', async () => {
    const { id } = await leave();
    const { planned } = await decide({ ids: [id] });
    const other = await linkFor(await person('olof@nordlys.example.test'));
    expect((await undo(planned!.id, other)).__typename).toBe('NotFound');
    expect((await undo('plan_nonsense')).__typename).toBe('InvalidInput');
    for (let i = 0; i < 2; i += 1)
      expect((await undo(planned!.id)).planned).toMatchObject({ state: 'UNDONE', carriedOut: 0 });
    await carryOut(planned!.id);
    expect((await review())!.waiting.nodes.map((node) => node.id)).toEqual([id]);
  });
});

describe('the log', () => {
  it('writes neither addresses nor secrets into the log (O-13)', async () => {
    await review();
    expect(house.log()).not.toContain(EMAIL);
    expect(house.log()).not.toContain(token);
  });
});

describe('the figures', () => {
  it('come with the review, by the days of a zone; an unknown zone is UTC', async () => {
    await leave();
    const figures = async (timeZone: string) =>
      (
        await ask<{ review: { figures: { requestsByDay: { day: string; count: number }[] } } }>(
          `query ($token: String!, $timeZone: String) { review(token: $token) { figures(timeZone: $timeZone) {
            requestsByDay { day count } stoppedByDay { day count } byMethod { method count } byReason { reason count }
            medianSeconds p90Seconds timeToDecision { withinSeconds count } } } }`,
          { token, timeZone },
        )
      ).review.figures;
    for (const zone of ['Europe/Stockholm', 'Nowhere/At all', '+05:00']) {
      const { requestsByDay } = await figures(zone);
      expect(requestsByDay).toHaveLength(30);
      expect(requestsByDay.at(-1)!.day).toBe('2026-05-04');
    }
    expect((await figures('UTC')).requestsByDay.at(-1)!.count).toBeGreaterThan(0);
  });
});
