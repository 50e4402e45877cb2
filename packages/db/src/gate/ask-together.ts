import type { GateAnswer } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { type GatePath, mayContactMany } from './may-contact.ts';

export interface GateQuestion extends GatePath {
  readonly addressKey: Buffer;
}

/** As mayContact: the answer, or that there is no such way; it throws where nobody may be contacted. */
export type AskGate = (
  question: GateQuestion,
) => Promise<{ answer: GateAnswer } | { refused: 'not-found' }>;

interface Asker {
  readonly question: GateQuestion;
  readonly resolve: (judged: { answer: GateAnswer } | { refused: 'not-found' }) => void;
  readonly reject: (error: unknown) => void;
}

/** Those who ask about one way. */
interface Line {
  waiting: Asker[];
  running: number;
}

/** Statements under way about one way: while the database answers one, this process reads the other. */
const AT_ONCE = 2;
/** Asked about by one statement. */
const MOST = 1_000;

/**
 * Answers single questions of the gate, and those that come while others about the same way are being answered by one statement
 * together: of an answer's cost most is the statement's. Nobody waits where nobody is asked for. Each is in a statement that
 * begins after it was asked, so it knows of every opt-out that was committed before; the instant is the latest of those asked with.
 */
export function askTogether(sqlOf: (organisationId: string) => Sql): AskGate {
  const lines = new Map<string, Line>();

  const next = (way: string, line: Line): void => {
    while (line.running < AT_ONCE && line.waiting.length > 0) {
      line.running += 1;
      void answer(sqlOf, line.waiting.splice(0, MOST)).finally(() => {
        line.running -= 1;
        if (line.running === 0 && line.waiting.length === 0) lines.delete(way);
        soon(() => next(way, line));
      });
    }
  };

  return (question) =>
    new Promise((resolve, reject) => {
      const way = wayOf(question);
      const line = lines.get(way) ?? { waiting: [], running: 0 };
      lines.set(way, line);
      line.waiting.push({ question, resolve, reject });
      if (line.waiting.length === 1) soon(() => next(way, line));
    });
}

/** After what is resolved by now went on: who asks again at once, or beside others, is asked about with them. */
function soon(then: () => void): void {
  void Promise.resolve().then(() => process.nextTick(then));
}

function wayOf(path: GatePath): string {
  const { organisationId, channel, addressBookId, topicId, accountId, purpose, now } = path;
  return [organisationId, channel, addressBookId, topicId, accountId, purpose, now !== null].join();
}

/** Tells each of them; never rejects. */
async function answer(
  sqlOf: (organisationId: string) => Sql,
  askers: readonly Asker[],
): Promise<void> {
  try {
    const { addressKey: _, ...path } = askers
      .map(({ question }) => question)
      .reduce((latest, each) => (each.now! > latest.now! ? each : latest));
    const keys = askers.map(({ question }) => question.addressKey);
    const judged = await mayContactMany(sqlOf(path.organisationId), path, keys);
    for (const [nth, { resolve }] of askers.entries())
      resolve('refused' in judged ? judged : { answer: judged.answers[nth]! });
  } catch (error) {
    for (const { reject } of askers) reject(error);
  }
}
