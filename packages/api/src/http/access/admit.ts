import { type AccountBound, accountsOfIds, type Database, type DatabaseAccess } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { FastifyRequest } from 'fastify';
import type { Row } from '../../graphql/access/area.ts';
import { keyOf } from '../known-key.ts';
import { KEY_REFUSALS } from '../read-api-key.ts';

/** Why a request is not answered, as its route tells it. */
export interface NotAdmitted {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Who asks a route, if they may use it at all. */
export async function admit(
  { db, clock }: { readonly db: Database; readonly clock: () => Date },
  request: FastifyRequest,
  { rights }: Row,
): Promise<Viewer | NotAdmitted> {
  const viewer = await keyOf(db, request, clock());
  if ('refused' in viewer) return { status: 401, message: KEY_REFUSALS[viewer.refused] };
  if (viewer.grants.some(({ right }) => rights.includes(right))) return viewer;
  return { status: 403, message: `This needs ${rights.join(' or ')}.` };
}

/** Whether what is named is of accounts where they have the right. Where nothing is named: of the whole organisation. */
export async function reaches(
  db: DatabaseAccess,
  { grants }: Viewer,
  { rights }: Row,
  named: readonly { readonly kind: AccountBound; readonly id: string }[],
): Promise<boolean> {
  const theirs = grants.filter(({ right }) => rights.includes(right));
  if (theirs.some(({ accountId }) => accountId === null)) return true;
  const accounts = await accountsOfIds(db.sql, named);
  return (
    named.length > 0 && accounts.every((id) => theirs.some(({ accountId }) => accountId === id))
  );
}
