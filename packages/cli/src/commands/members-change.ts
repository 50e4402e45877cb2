import { changeMember, removeMember } from '@adieu/db';
import { type Language, refuseName } from '@adieu/domain';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { MEMBER_REFUSED, readGrants } from './read-grants.ts';
import { type OfOrganisation, theOrganisation } from './the-organisation.ts';
import { uuidOf } from './uuid-of.ts';

export interface ChangeMemberOptions extends OfOrganisation {
  readonly name?: string;
  readonly role?: readonly string[];
  readonly language?: Language;
  readonly active?: 'yes' | 'no';
}

/** Changes what is named of a member. */
export async function change(id: string, options: ChangeMemberOptions): Promise<void> {
  const { role, language, active } = options;
  const name = options.name?.trim();
  const refused = name === undefined ? null : refuseName(name);
  if (refused !== null) throw new Failure(refused);
  const changes = {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { grants: readGrants(role) }),
    ...(language !== undefined && { language }),
    ...(active !== undefined && { active: active === 'yes' }),
  };
  if (Object.keys(changes).length === 0) throw new Failure('say what is to change: see --help');
  const memberId = uuidOf('member', 'a member', id);
  const { databaseUrl } = await findInstallation(options.data);
  const done = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (tx) => {
      const organisationId = await theOrganisation(tx, options.organisation);
      return changeMember(tx, { organisationId, memberId, ...changes });
    }),
  );
  if ('refused' in done) throw new Failure(MEMBER_REFUSED[done.refused]);
  console.log(`${id} is changed`);
}

/** Removes a member, or one who was invited. */
export async function remove(id: string, options: OfOrganisation): Promise<void> {
  const memberId = uuidOf('member', 'a member', id);
  const { databaseUrl } = await findInstallation(options.data);
  const done = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (tx) =>
      removeMember(tx, await theOrganisation(tx, options.organisation), memberId),
    ),
  );
  if ('refused' in done) throw new Failure(MEMBER_REFUSED[done.refused]);
  console.log(`${id} is removed`);
}
