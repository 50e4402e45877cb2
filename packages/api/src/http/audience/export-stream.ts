import {
  type AudienceRow,
  type DatabaseAccess,
  finishExport,
  readAudience,
  type StartedExport,
} from '@adieu/db';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { writeList } from '@adieu/intake';
import { jsonLine } from './json-line.ts';
import type { AudienceQuery } from './read-query.ts';

/** What is known of an export once its last byte was made. */
export interface ExportEnd {
  readonly count: number;
  /** How many contacts the gate kept back, by reason. */
  readonly stopped: Readonly<Record<string, number>>;
  /** SHA-256 of the body, base64. */
  readonly digest: string;
}

export interface ExportDeps {
  /** As the organisation sees it whose list it is. */
  readonly db: DatabaseAccess;
  /** As which the gate is asked for each contact: the book was found as the organisation, and a policy each time doubles it. */
  readonly engine: DatabaseAccess;
  readonly clock: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

/**
 * The body of an export, made as it is read. Resolves when its first batch is there, so that a gate that cannot be read
 * is told before the first byte. `end` holds only for a body that was read to its end; one that fails is destroyed.
 */
export async function openExportStream(
  deps: ExportDeps,
  started: StartedExport,
  query: AudienceQuery,
): Promise<{ body: Readable; end: () => ExportEnd }> {
  const { db, engine, clock, log } = deps;
  const { exportId } = started;
  const hash = createHash('sha256');
  const stopped: Record<string, number> = {};
  let count = 0;
  let end: ExportEnd | undefined;

  const finish = (state: 'COMPLETE' | 'CUT'): Promise<void> =>
    finishExport(db.sql, exportId, { state, handedOut: count, stopped, now: clock() });

  /** The rows as columns, or as one line of JSON each. */
  async function* rows(): AsyncGenerator<readonly AudienceRow[], void> {
    for await (const batch of readAudience(engine, started, shapeOf(query))) {
      for (const [reason, n] of Object.entries(batch.stopped))
        stopped[reason] = (stopped[reason] ?? 0) + n;
      count += batch.rows.length;
      yield batch.rows;
    }
  }

  async function* lines(): AsyncGenerator<string, void> {
    for await (const batch of rows()) if (batch.length > 0) yield batch.map(jsonLine).join('');
    yield `${JSON.stringify({ complete: true, count, stopped: sorted(stopped) })}\n`;
  }

  async function* chunks(): AsyncGenerator<string | Uint8Array, void> {
    let isComplete = false;
    const { format, fields, bom } = query;
    const columns = ['address', 'channel', 'language', ...(fields ?? [])];
    const body = format === 'ndjson' ? lines() : writeList(rows(), { format, columns, bom });
    try {
      for await (const chunk of body) {
        hash.update(chunk);
        yield chunk;
      }
      // What is not on record is not complete: where this throws, the body is cut.
      await finish('COMPLETE');
      isComplete = true;
      end = { count, stopped: sorted(stopped), digest: hash.digest('base64') };
    } finally {
      if (!isComplete)
        await finish('CUT').catch((err: unknown) =>
          log.error({ err, exportId }, 'the end of an export could not be recorded'),
        );
    }
  }

  const source = chunks();
  const first = await source.next();
  const body = Readable.from(withFirst(first, source));
  // A reader that leaves before it took anything would not end a source that it never began to read.
  body.once('close', () => {
    source
      .return(undefined)
      .catch((err: unknown) => log.error({ err, exportId }, 'an export could not be closed'));
  });
  return {
    body,
    end: () => {
      if (end === undefined) throw new Error('the end of an export was asked for before it came');
      return end;
    },
  };
}

function shapeOf({ format, fields }: AudienceQuery) {
  return format === 'ndjson'
    ? ({ as: 'JSON', fields } as const)
    : ({ as: 'COLUMNS', fields: fields ?? [] } as const);
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function* withFirst<T>(
  first: IteratorResult<T, void>,
  rest: AsyncGenerator<T, void>,
): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
