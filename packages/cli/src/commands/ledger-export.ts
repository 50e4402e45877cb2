import { writeFile } from 'node:fs/promises';
import { type Database, exportAbout, type OwnedKind, ownerOf, sealLedger } from '@adieu/db';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';

export interface ExportOptions {
  readonly request: string;
  readonly out: string;
  readonly data: string;
}

/** Writes the events about one thing with their proofs, after sealing what was not sealed yet. */
export async function runExport(options: ExportOptions): Promise<void> {
  const { databaseUrl } = await findInstallation(options.data);
  const exported = await withDatabase(databaseUrl, async (db) => {
    // What happened in the last minute is proven too.
    while ((await sealLedger(db, new Date())) !== null);
    return exportOf(db, options.request);
  });
  if (exported === null) throw new Failure(`there is no ${options.request}`);
  await writeFile(options.out, `${JSON.stringify(exported, null, 2)}\n`);
  const { events, seals } = exported;
  console.log(`${events.length} events and ${seals.length} seals in ${options.out}`);
}

const PREFIXES: readonly OwnedKind[] = ['optout', 'proof', 'consent'];

async function exportOf({ sql }: Database, id: string): ReturnType<typeof exportAbout> {
  const prefix = PREFIXES.find((each) => id.startsWith(`${each}_`));
  if (prefix === undefined) throw new Failure(`${id} is no id of a request, a proof or a consent`);
  const uuid = uuidOf(id, prefix);
  const owner = await ownerOf(sql, prefix, uuid);
  if (owner === null) return null;
  const of = (which: OwnedKind): string | null => (which === prefix ? uuid : null);
  const thing = { requestId: of('optout'), proofId: of('proof'), consentId: of('consent') };
  return exportAbout(sql, { ...owner, ...thing }, new Date());
}

function uuidOf(id: string, prefix: string): string {
  try {
    return TypeID.fromString(id, prefix).toUUID();
  } catch (cause) {
    throw new Failure(`${id} is not an id`, { cause });
  }
}
