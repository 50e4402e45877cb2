import { baselineSql } from '../../migrations/001-baseline.ts';
import { MIGRATIONS } from '../../migrations/index.ts';
import type { Run } from './apply-definitions.ts';
import { sha256 } from './definitions.ts';

/** The database is of a version of Adieu that this one cannot go on from. The message says what to do. */
export class UnknownLayout extends Error {
  override name = 'UnknownLayout';
}

/** Throws `UnknownLayout` where migrations ran that this version does not have, or where its baseline was another. */
export async function checkLayout(run: Run): Promise<void> {
  const [{ made, marked }] = (await run<{ made: boolean; marked: boolean }>(
    "SELECT to_regclass('migration') IS NOT NULL AS made, to_regclass('sql_definition') IS NOT NULL AS marked",
  )) as [{ made: boolean; marked: boolean }];
  if (!made) return;
  const ran = (await run<{ name: string }>('SELECT name FROM migration ORDER BY id')).map(
    ({ name }) => name,
  );
  if (ran.length === 0) return;
  const [baseline] = marked
    ? await run<{ hash: string }>(
        `SELECT encode(hash, 'hex') AS hash FROM sql_definition WHERE kind = 'BASELINE'`,
      )
    : [];
  if (baseline?.hash !== hashOfBaseline().toString('hex')) {
    throw new UnknownLayout(
      'this database was made by an unreleased version of Adieu, whose tables were others, and cannot be brought up ' +
        'to date: begin anew with an empty one',
    );
  }
  const newer = ran.filter((name) => !MIGRATIONS.some((known) => known.name === name));
  if (newer.length > 0) {
    throw new UnknownLayout(
      `this database was made by a newer version of Adieu (${newer.join(', ')}): start that version`,
    );
  }
}

/** Remembers by which baseline the database began. */
export async function markBaseline(run: Run): Promise<void> {
  await run(
    `INSERT INTO sql_definition (kind, name, hash, head) VALUES ('BASELINE', '001-baseline', decode(?, 'hex'), '')`,
    [hashOfBaseline().toString('hex')],
  );
}

function hashOfBaseline(): Buffer {
  return sha256(baselineSql().join('\n'));
}
