import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Database,
  findListImport,
  type Json,
  type ListImport,
  ownerOfImport,
  startListImport,
  stepListImport,
  storeListFile,
} from '@adieu/db';
import { LIST_REFUSALS, type ListKind, publicId } from '@adieu/domain';
import { LIST_LIMITS, type ListShape, mapColumns } from '@adieu/intake';
import { confirm } from '@inquirer/prompts';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { columnsIn, failureMessage, leavingMessage, refuseGuess } from './explain-list-import.ts';
import { columnsOf, type ListImportOptions, overruleOf } from './list-import-options.ts';
import { rejectedCsv, tellRemarks } from './tell-rejected.ts';
import { scopeOfImport } from './scope-of-import.ts';
import { tellCounts, tellProgress } from './tell-list-import.ts';
import { theOrganisation } from './the-organisation.ts';
import { uuidOf } from './uuid-of.ts';

const LOOK_MS = 250;
/** After that somebody is told that nobody does it. */
const PATIENCE_MS = 15_000;

/**
 * Brings a list and has the worker import it: looked at, read, counted, and after a yes carried out. Whoever stops this command
 * stops no import that runs: it says how. Rows that are not taken: exit code 1.
 */
export async function runListImport(
  kind: ListKind,
  path: string,
  options: ListImportOptions,
): Promise<void> {
  const { databaseUrl } = await findInstallation(options.data);
  await withDatabase(databaseUrl, async (db) => {
    const organisationId = await theOrganisation(db.sql, options.organisation);
    const scope = await scopeOfImport(db.sql, organisationId, options);
    const by = { kind: 'SYSTEM', name: options.by } as const;
    const file = await storeListFile(
      db.sql,
      { organisationId, name: basename(path), by, limit: LIST_LIMITS.text, now: new Date() },
      createReadStream(path),
    ).catch((cause: unknown) => {
      if ((cause as { code?: string }).code !== 'ENOENT') throw cause;
      throw new Failure(`there is no file ${path}`, { cause });
    });
    if ('refused' in file)
      throw new Failure(
        `${path}: ${LIST_REFUSALS[file.refused === 'empty' ? 'EMPTY' : 'TOO_LARGE'].message}`,
      );
    const overrule = overruleOf(options) as Json;
    const started = await db.transaction((tx) =>
      startListImport(tx, {
        organisationId,
        fileId: file.id,
        kind,
        scope,
        overrule,
        by,
        now: new Date(),
      }),
    );
    if ('refused' in started) throw new Failure('what the list is for is archived, or its account');
    const of = { db, organisationId, importId: started.importId };
    const looked = await until(of, ['UPLOADED']);
    refuseGuess(path, looked, options);
    const mapped = mapColumns(
      looked.shape as unknown as ListShape,
      kind,
      columnsOf(options.column),
    );
    if ('refused' in mapped) {
      await step(of, 'cancel');
      throw new Failure(
        mapped.refused === 'no-column'
          ? `${path} has no such column. It has: ${columnsIn(looked)}`
          : `${path}: ${LIST_REFUSALS.NO_ADDRESSES.message}. Say which it is: --column NAME=email`,
      );
    }
    await step(of, 'map', { shape: looked.shape, mapping: mapped as unknown as Json });
    const counted = await until(of, ['MAPPED']);
    if (counted.state === 'LOOKED') {
      await step(of, 'cancel');
      throw new Failure(leavingMessage(path, counted));
    }
    tellCounts(counted);
    await tellRemarks(db.sql, counted.id);
    if (options.rejected !== undefined)
      await writeFile(options.rejected, await rejectedCsv(db, counted.id));
    if ((counted.counts.rejected ?? 0) > 0) process.exitCode = 1;
    if (!(await isWanted(options))) {
      await step(of, 'cancel');
      console.log('nothing was done');
      return;
    }
    await step(of, 'run');
    console.error(
      `it goes on if you stop this command; adieu import cancel ${publicId('import', counted.id)} ends it`,
    );
    tellCounts(await until(of, ['RUNNING']));
  });
}

/** Ends an import that is under way. */
export async function runCancelImport(
  id: string,
  { data }: { readonly data: string },
): Promise<void> {
  const importId = uuidOf('import', 'an import', id);
  const { databaseUrl } = await findInstallation(data);
  await withDatabase(databaseUrl, async (db) => {
    const organisationId = await ownerOfImport(db.sql, importId);
    if (organisationId === null) throw new Failure(`there is no import ${id}`);
    await step({ db, organisationId, importId }, 'cancel');
    console.log('it has ended; what it did before stays done');
  });
}

interface Of {
  readonly db: Database;
  readonly organisationId: string;
  readonly importId: string;
}

async function step(
  { db, organisationId, importId }: Of,
  asked: 'map' | 'run' | 'cancel',
  told?: { readonly shape: Json; readonly mapping: Json },
): Promise<void> {
  const done = await db.transaction((tx) =>
    stepListImport(tx, {
      organisationId,
      importId,
      step: asked,
      now: new Date(),
      ...(told && { told }),
    }),
  );
  if ('refused' in done) throw new Failure('the import has ended already');
}

/** Waits while the worker is at it, and tells each second how far it is. */
async function until(of: Of, states: readonly ListImport['state'][]): Promise<ListImport> {
  const began = Date.now();
  let told = began;
  let moved = false;
  for (;;) {
    const list = await findListImport(of.db.sql, of.organisationId, of.importId);
    if (list === null) throw new Failure('the import is gone');
    if (list.state === 'FAILED') throw new Failure(failureMessage(list));
    if (!states.includes(list.state)) return list;
    moved ||= list.rowsRead > 0 || list.done > 0;
    if (Date.now() - told >= 1_000) {
      told = Date.now();
      tellProgress(list);
      if (!moved && told - began > PATIENCE_MS && told - began < PATIENCE_MS + 1_000)
        console.error('nobody has begun yet: the worker does it. Does Adieu run (npm start)?');
    }
    await pause(LOOK_MS);
  }
}

async function isWanted({ yes, count }: ListImportOptions): Promise<boolean> {
  if (count) return false;
  if (yes) return true;
  if (process.stdin.isTTY) return confirm({ message: 'Carry it out?', default: false });
  console.error('say --yes to carry it out');
  return false;
}
