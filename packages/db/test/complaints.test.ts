import {
  createTestDatabase,
  released,
  type ReleasedMessage,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeScope, type Complaint, recordComplaint, recordOptOut } from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let messages: ReleasedMessage[];
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  ({ messages } = await released(test, org, { count: 20, now, topicId: org.eventsTopicId }));
});
afterAll(() => test?.close());

const next = (): ReleasedMessage => messages.pop()!;
const complain = (messageId: string, more: Partial<Complaint> = {}) =>
  test.db.transaction((tx) =>
    recordComplaint(tx, { messageId, type: 'abuse', evidence: {}, now, ...more }),
  );
const requestsOf = ({ id }: ReleasedMessage) =>
  test.db.sql.rows(
    `SELECT scope_kind AS scope, state, signal, method FROM opt_out_request WHERE message_id = $1 ORDER BY id`,
    [id],
  );
const countOf = async ({ id }: ReleasedMessage, table = 'complaint'): Promise<number> =>
  (await test.db.sql.rows(`SELECT 1 FROM ${table} WHERE message_id = $1`, [id])).length;

describe('a complaint', () => {
  it.each(['abuse', 'opt-out'])(
    'of the type %s leaves all marketing at once, though the link of its mail leaves a topic (M-9, P8)',
    async (type) => {
      const message = next();
      expect(await complain(message.id, { type })).toMatchObject({ outcome: 'LEFT' });
      expect(await requestsOf(message)).toEqual([
        { scope: 'ORGANISATION', state: 'CONFIRMED', signal: 'CLEAR', method: 'SPAM_REPORT' },
      ]);
      expect(await countOf(message)).toBe(1);
    },
  );

  it('is counted once for its message, however often and in whatever types it comes (F7)', async () => {
    const message = next();
    for (const type of ['abuse', 'abuse', 'opt-out']) await complain(message.id, { type });
    expect(await countOf(message)).toBe(1);
    expect(await requestsOf(message)).toHaveLength(1);
  });

  it('of somebody who had left by the link before leaves the rest as well', async () => {
    const message = next();
    await recordOptOut(test.db.sql, {
      target: { messageId: message.id, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'ONE_CLICK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now,
    });
    await complain(message.id);
    expect(await requestsOf(message)).toEqual([
      expect.objectContaining({ scope: 'TOPIC', method: 'ONE_CLICK' }),
      expect.objectContaining({ scope: 'ORGANISATION', method: 'SPAM_REPORT' }),
    ]);
  });

  it('that nobody vouches for pauses all marketing, and an admin decides (M-10)', async () => {
    const message = next();
    await complain(message.id, { isVouched: false });
    expect(await requestsOf(message)).toEqual([
      { scope: 'ORGANISATION', state: 'PENDING', signal: 'UNCLEAR', method: 'SPAM_REPORT' },
    ]);
  });

  it('that says “not spam” changes nothing (M-9)', async () => {
    const message = next();
    expect(await complain(message.id, { type: 'not-spam' })).toEqual({ outcome: 'NOTHING' });
    expect(await requestsOf(message)).toEqual([]);
    expect(await countOf(message)).toBe(0);
    expect(await countOf(message, 'machine_signal')).toBe(0);
  });

  it.each(['auth-failure', 'fraud', 'virus', 'x-new'])(
    'of the type %s is kept once, and not acted on (M-9)',
    async (type) => {
      const message = next();
      for (let i = 0; i < 2; i += 1)
        expect(await complain(message.id, { type })).toEqual({ outcome: 'KEPT' });
      expect(await requestsOf(message)).toEqual([]);
      expect(await countOf(message)).toBe(0);
      expect(
        await test.db.sql.rows('SELECT kind, detail FROM machine_signal WHERE message_id = $1', [
          message.id,
        ]),
      ).toEqual([{ kind: 'FEEDBACK', detail: { type } }]);
    },
  );

  it('of a mail to the staff leaves all marketing, and asks to leave the staff’s list, too', async () => {
    const { messages: staff } = await released(test, org, {
      count: 1,
      now,
      addressBookId: org.staffId,
    });
    await complain(staff[0]!.id);
    expect(await requestsOf(staff[0]!)).toEqual([
      expect.objectContaining({ scope: 'ORGANISATION', state: 'CONFIRMED' }),
      expect.objectContaining({ scope: 'BOOK' }),
    ]);
  });

  it('of a message that nobody knows is refused', async () => {
    expect(await complain(org.organisationId)).toEqual({ refused: 'not-found' });
  });

  it('of a list that is gone by now counts as any other (P-13)', async () => {
    const { organisationId, eventsTopicId } = org;
    await test.db.transaction((sql) =>
      changeScope(sql, {
        organisationId,
        scope: { kind: 'TOPIC', id: eventsTopicId },
        change: { change: 'delete' },
        now,
      }),
    );
    const message = next();
    expect(await complain(message.id)).toMatchObject({ outcome: 'LEFT' });
  });
});
