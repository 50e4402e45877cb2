import { type AccountBound, accountsOfIds, type Database, type DatabaseAccess } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';
import type { FastifyRequest } from 'fastify';
import type { Row } from '../../graphql/access/area.ts';
import { keyOf } from '../known-key.ts';
import { KEY_REFUSALS } from '../read-api-key.ts';
import { followsLink, LIST_LINK_MINUTES, viewerOfLink } from './list-link.ts';

/** Why a request is not answered, as its route tells it. */
export interface NotAdmitted {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Who asks a route, if they may use it at all. A route that gives its `ring` is opened by links, too. */
export async function admit(
  deps: { readonly db: Database; readonly clock: () => Date; readonly ring?: KeyRing },
  request: FastifyRequest,
  { rights }: Row,
): Promise<Viewer | NotAdmitted> {
  const { db, clock, ring } = deps;
  const viewer =
    ring !== undefined && followsLink(request)
      ? await viewerOfLink({ db, ring }, request, clock())
      : await keyOf(db, request, clock());
  if (viewer === null) return { status: 401, message: DEAD_LINK };
  if ('refused' in viewer) return { status: 401, message: KEY_REFUSALS[viewer.refused] };
  if (viewer.grants.some(({ right }) => rights.includes(right))) return viewer;
  return { status: 403, message: `This needs ${rights.join(' or ')}.` };
}

const DEAD_LINK = `This link opens nothing any more: it does for ${LIST_LINK_MINUTES} minutes, while the key or session stands that it was asked for by. Ask for another one.`;

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
