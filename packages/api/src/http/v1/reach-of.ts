import { type DatabaseAccess, findAccount, type Reach } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { Row } from '../../graphql/access/area.ts';
import { fromId } from '../../graphql/shared/ids.ts';
import { reaches } from '../access/admit.ts';
import { refusal, type Refusal } from './asked.ts';

/** Whose suppressions somebody gets: of the account that they name, or of all that their right is in. */
export async function reachOf(
  db: DatabaseAccess,
  viewer: Viewer,
  row: Row,
  account: string | undefined,
): Promise<Reach | Refusal> {
  const { organisationId, grants } = viewer;
  const held = grants.filter(({ right }) => row.rights.includes(right));
  const isWhole = held.some(({ accountId }) => accountId === null);
  if (account === undefined) {
    if (isWhole) return { organisationId, accountId: null };
    const [own, ...others] = new Set(held.map(({ accountId }) => accountId));
    if (others.length > 0)
      return refusal(400, 'INVALID_INPUT', 'account: name one of yours.', 'account');
    return { organisationId, accountId: own! };
  }
  const id = fromId('account', account);
  const isTheirs =
    id !== null &&
    (await findAccount(db.sql, organisationId, id)) !== null &&
    (await reaches(db, viewer, row, [{ kind: 'account', id }]));
  if (!isTheirs) return refusal(404, 'NOT_FOUND', 'There is no such account.', 'account');
  return { organisationId, accountId: id };
}
