import { endKey, replaceKey, type Sql } from '@adieu/db';
import { KEY_PROBLEMS, LONGEST_OVERLAP_SECONDS } from '@adieu/domain';
import { createKeySecret } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { tellKey } from './keys-create.ts';
import { type OfOrganisation, theOrganisation } from './the-organisation.ts';
import { uuidOf } from './uuid-of.ts';

const SECONDS = { m: 60, h: 3_600, d: 86_400 } as const;

/** Ends a key now. */
export async function revokeKey(id: string, { data, organisation }: OfOrganisation): Promise<void> {
  const uuid = uuidOf('key', 'a key', id);
  const { databaseUrl } = await findInstallation(data);
  const ended = await withDatabase(databaseUrl, async ({ sql }) =>
    endKey(sql, uuid, new Date(), await namedOne(sql, organisation)),
  );
  console.log(ended ? `${id} opens nothing any more` : `${id} opened nothing any more, or is none`);
}

/** Makes a key that gives what another one does, and shows it this once. */
export async function rotateKey(
  id: string,
  { overlap, data, organisation }: OfOrganisation & { overlap: string },
): Promise<void> {
  const uuid = uuidOf('key', 'a key', id);
  const overlapSeconds = readOverlap(overlap);
  const { secret, hash } = createKeySecret(null);
  const { databaseUrl } = await findInstallation(data);
  const made = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (tx) =>
      replaceKey(tx, {
        id: uuid,
        organisationId: await namedOne(tx, organisation),
        keyHash: hash,
        overlapSeconds,
        by: { kind: 'SYSTEM', name: 'adieu keys' },
        now: new Date(),
      }),
    ),
  );
  if ('refused' in made)
    throw new Failure(
      made.refused === 'not-found' ? `there is no key ${id}` : KEY_PROBLEMS[made.refused],
    );
  tellKey(made.id, secret);
}

/** An id says whose a key is; whoever names an organisation beside it means no other. */
async function namedOne(sql: Sql, named: string | undefined): Promise<string | null> {
  return named === undefined ? null : theOrganisation(sql, named);
}

function readOverlap(text: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new Failure(`${text} is no time, as in 12h or 2d`);
  const seconds = Number(count) * SECONDS[unit as keyof typeof SECONDS];
  if (seconds > LONGEST_OVERLAP_SECONDS) throw new Failure(KEY_PROBLEMS['overlap-too-long']);
  return seconds;
}
