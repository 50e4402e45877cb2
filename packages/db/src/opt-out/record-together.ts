import { verdictsOf } from './verdicts-of.ts';
import type { Sql } from '../sql.ts';
import { type Evidence, writeEvidence } from './evidence.ts';
import { type OptOutCommand, recordOptOut, type RecordedOptOut } from './record-opt-out.ts';
import { RECORD_TOGETHER } from './record-together.sql.ts';

/** A one-click POST: what the link of a message leaves. */
export interface OneClick {
  readonly messageId: string;
  readonly evidence: Evidence;
  readonly now: Date;
}

type Recorded = Awaited<ReturnType<typeof recordOptOut>>;

interface Waiting {
  readonly wish: OneClick;
  readonly resolve: (recorded: Recorded | Promise<Recorded>) => void;
  readonly reject: (error: unknown) => void;
}

/** Statements under way: while one is written to the disk, the next is found. */
const AT_ONCE = 2;
/** Written by one statement. */
const MOST = 64;

const OF_ALL = {
  signal: 'CLEAR',
  method: 'ONE_CLICK',
  actor: { kind: 'RECIPIENT', name: null },
} as const satisfies Partial<OptOutCommand>;

/**
 * As recordOptOut for one-click POSTs: those that come while others are being written are written by one statement together, as
 * most of what one costs is the statement's. Nobody waits where nobody leaves. When a promise resolves, its wish is in force. What such a
 * statement leaves out (a repeat, a burst, what somebody has locked), and each where it fails, is recorded by itself and holds nobody up.
 */
export function recordTogether(sql: Sql): (wish: OneClick) => Promise<Recorded> {
  let waiting: Waiting[] = [];
  let running = 0;

  const next = (): void => {
    while (running < AT_ONCE && waiting.length > 0) {
      running += 1;
      const [now, later] = firstOfEach(waiting);
      waiting = later;
      void write(sql, now).finally(() => {
        running -= 1;
        soon(next);
      });
    }
  };

  return (wish) =>
    new Promise((resolve, reject) => {
      waiting.push({ wish, resolve, reject });
      if (waiting.length === 1) soon(next);
    });
}

/** After what came in the same moment: it goes along. */
function soon(then: () => void): void {
  setImmediate(then);
}

/** Of each message one wish, as many as go at once; and the others. */
function firstOfEach(waiting: readonly Waiting[]): [Waiting[], Waiting[]] {
  const now = new Map<string, Waiting>();
  const later: Waiting[] = [];
  for (const each of waiting) {
    const { messageId } = each.wish;
    if (now.size < MOST && !now.has(messageId)) now.set(messageId, each);
    else later.push(each);
  }
  return [[...now.values()], later];
}

/** Tells each what became of its wish, or lets it be recorded by itself; never rejects. */
async function write(sql: Sql, wishes: readonly Waiting[]): Promise<void> {
  let rows: (RecordedOptOut & { messageId: string })[];
  try {
    rows = await attempt(
      sql,
      wishes.map(({ wish }) => wish),
    );
  } catch (error) {
    if (wishes.length === 1 || !isOfServer(error)) {
      for (const { reject } of wishes) reject(error);
      return;
    }
    rows = [];
  }
  const byMessage = new Map(rows.map(({ messageId, ...recorded }) => [messageId, recorded]));
  for (const { wish, resolve } of wishes) {
    const { messageId, evidence, now } = wish;
    const alone = { ...OF_ALL, target: { messageId, scope: 'LINK' }, evidence, now } as const;
    resolve(byMessage.get(messageId) ?? recordOptOut(sql, alone));
  }
}

/** The server refused what it was told, as opposed to one that is not there. */
function isOfServer(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return /^(?!08|57)[0-9A-Z]{5}$/.test(code);
}

function attempt(
  sql: Sql,
  wishes: readonly OneClick[],
): Promise<(RecordedOptOut & { messageId: string })[]> {
  const { signal, method, actor } = OF_ALL;
  const now = new Date(Math.max(...wishes.map((wish) => wish.now.getTime())));
  return sql.rows(RECORD_TOGETHER, [
    now,
    signal,
    method,
    verdictsOf(signal, { now, numberCountry: null }),
    actor.kind,
    actor.name,
    wishes.map(({ evidence }) => writeEvidence(evidence, method, actor)),
    wishes.map(({ messageId }) => messageId),
  ]);
}
