import { type DatabaseAccess, finishExport, readAudience, type StartedExport } from '@adieu/db';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { csvLine } from '../csv.ts';
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

  async function* chunks(): AsyncGenerator<string, void> {
    let isComplete = false;
    const text = (chunk: string): string => {
      hash.update(chunk);
      return chunk;
    };
    try {
      const shape = shapeOf(query);
      if (shape.as === 'COLUMNS')
        yield text(csvLine(['address', 'channel', 'language', ...shape.fields]));
      for await (const batch of readAudience(engine, started, shape)) {
        for (const [reason, n] of Object.entries(batch.stopped))
          stopped[reason] = (stopped[reason] ?? 0) + n;
        count += batch.rows.length;
        const lines = shape.as === 'COLUMNS' ? batch.rows.map(csvLine) : batch.rows.map(jsonLine);
        if (lines.length > 0) yield text(lines.join(''));
      }
      const last = { complete: true, count, stopped: sorted(stopped) };
      if (shape.as === 'JSON') yield text(`${JSON.stringify(last)}\n`);
      // What is not on record is not complete: where this throws, the body is cut.
      await finish('COMPLETE');
      isComplete = true;
      end = { count, stopped: last.stopped, digest: hash.digest('base64') };
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
  return format === 'csv'
    ? ({ as: 'COLUMNS', fields: fields ?? [] } as const)
    : ({ as: 'JSON', fields } as const);
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
