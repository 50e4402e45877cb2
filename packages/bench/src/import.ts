import {
  listImportToAdvance,
  type ListImport,
  type Json,
  startListImport,
  stepListImport,
  storeListFile,
} from '@adieu/db';
import { type ListShape, mapColumns } from '@adieu/intake';
import { countList, type ListImportDeps, lookAtFile, runList, stageList } from '@adieu/workflows';
import { copied, TABLES } from './import-reference.ts';
import { memoryOf, watchMemory } from './memory.ts';
import { openScratch, type Scratch } from './scratch.ts';

const BUDGET = 4;
const MOST_MB = 300;
const LINES_AT_ONCE = 10_000;
const BY = { kind: 'SYSTEM', name: 'bench' } as const;

/**
 * A list of opt-outs from its file in the database to its end, beside COPY of the same addresses: into tables with the keys of all
 * that an opt-out writes, and (no budget) into one with those of a suppression alone. Then the same file once more.
 */
export async function benchImport({ count }: { count: number }): Promise<boolean> {
  const scratch = await openScratch();
  try {
    console.log(`${count.toLocaleString('en')} addresses, database on this machine`);
    // First: what the references need in memory is none of the import's.
    await watchMemory(count);
    const before = (await memoryOf(process.pid))?.now ?? 0;
    const first = await imported(scratch, count);
    const again = await imported(scratch, count);
    // What stands in this process besides, modules above all, is none of it either.
    const added = ((await memoryOf(process.pid))?.peak ?? 0) - before;
    const one = await copied(scratch, count, ['suppression']);
    const all = await copied(scratch, count, TABLES);
    console.log(`COPY into a table with the keys of a suppression   ${one.toFixed(1)} s`);
    console.log(`COPY into tables with the keys of all of it        ${all.toFixed(1)} s`);
    for (const [name, { look, stage, counting, run }] of [
      ['import', first],
      ['the same file once more', again],
    ] as const) {
      const parts = `read and staged ${stage.toFixed(1)}, counted ${counting.toFixed(1)}, carried out ${run.toFixed(1)}`;
      console.log(
        `${name.padEnd(50)} ${total({ look, stage, counting, run }).toFixed(1)} s   (${parts})`,
      );
    }
    const ratio = total(first) / all;
    const isKept = ratio <= BUDGET && added <= MOST_MB;
    console.log(
      `ratio ${ratio.toFixed(2)} (budget ≤ ${BUDGET}), ${(total(first) / one).toFixed(1)} of the one table; ${Math.round(added)} MB added to ${Math.round(before)} MB (budget ≤ ${MOST_MB}) ${isKept ? 'kept' : 'MISSED'}`,
    );
    return isKept;
  } finally {
    await scratch.close();
  }
}

interface Times {
  readonly look: number;
  readonly stage: number;
  readonly counting: number;
  readonly run: number;
}

const total = ({ look, stage, counting, run }: Times): number => look + stage + counting + run;

async function imported({ db, seeded }: Scratch, count: number): Promise<Times> {
  const { organisationId, accountId, ring } = seeded;
  const deps: ListImportDeps = {
    db,
    ring,
    clock: () => new Date(),
  };
  const now = new Date();
  const file = await storeListFile(
    db.sql,
    { organisationId, name: 'left.csv', by: BY, limit: 1e10, now },
    lines(count),
  );
  if ('refused' in file) throw new Error(file.refused);
  const started = await db.transaction((tx) =>
    startListImport(tx, {
      organisationId,
      fileId: file.id,
      kind: 'OPT_OUTS',
      scope: { kind: 'ACCOUNT', id: accountId },
      overrule: {},
      by: BY,
      now,
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  const { importId } = started;
  const here = async (): Promise<ListImport> => (await listImportToAdvance(db.sql, importId))!;
  const step = async (
    asked: 'map' | 'run',
    told?: { shape: Json; mapping: Json },
  ): Promise<void> => {
    const done = await db.transaction((tx) =>
      stepListImport(tx, { organisationId, importId, step: asked, now, ...(told && { told }) }),
    );
    if ('refused' in done) throw new Error(done.refused);
  };
  const look = await seconds(async () => lookAtFile(deps, await here()));
  const { shape } = await here();
  const mapping = mapColumns(shape as unknown as ListShape, 'OPT_OUTS', []) as unknown as Json;
  await step('map', { shape, mapping });
  const stage = await seconds(async () => stageList(deps, await here()));
  const counting = await seconds(async () => countList(deps, await here()));
  await step('run');
  const run = await seconds(async () => {
    while (await runList(deps, await here(), () => true));
  });
  const { state, counts } = await here();
  if (state !== 'FINISHED' || counts.accepted !== count) throw new Error('the import is not whole');
  return { look, stage, counting, run };
}

async function* lines(count: number): AsyncGenerator<Buffer> {
  yield Buffer.from('email\n');
  for (let from = 0; from < count; from += LINES_AT_ONCE)
    yield Buffer.from(
      Array.from(
        { length: Math.min(LINES_AT_ONCE, count - from) },
        (_, n) => `person-${from + n}@bench.example.test\n`,
      ).join(''),
    );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
