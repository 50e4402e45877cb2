import { actorOf, type KeyProblem, mayGive, type Viewer, isPossibleEnd } from '@adieu/domain';
import { findAccount } from '../organisation/accounts.ts';
import type { Sql, Transaction } from '../sql.ts';
import { createApiKey, type NewApiKey } from './api-keys.ts';
import { grantsOf } from './grants-of.ts';
import { findApiKeyRow } from './list-api-keys.ts';

type Asked = Omit<NewApiKey, 'organisationId' | 'createdBy'>;

/** Makes a key for somebody who has what it gives, until no later than they have it themselves. */
export async function issueApiKey(
  tx: Transaction,
  maker: Viewer,
  asked: Asked,
  now: Date,
): Promise<{ id: string } | { refused: KeyProblem | 'account-not-found' }> {
  const { organisationId } = maker;
  if (Boolean(asked.role) === (asked.uses ?? []).length > 0) return { refused: 'role-or-uses' };
  if (asked.expiresAt && !isPossibleEnd(asked.expiresAt, now))
    return { refused: 'until-out-of-range' };
  if (asked.accountId && (await findAccount(tx, organisationId, asked.accountId)) === null)
    return { refused: 'account-not-found' };
  if (!mayGive(maker.grants, grantsOf(asked))) return { refused: 'not-yours-to-give' };
  const end = await endOf(tx, maker);
  if (end !== null && (!asked.expiresAt || asked.expiresAt > end))
    return { refused: 'outlives-its-maker' };
  const id = await createApiKey(tx, { ...asked, organisationId, createdBy: actorOf(maker) });
  return { id };
}

/** Until when a maker has what they give: a member as long as they have it, a key until its end. */
export async function endOf(sql: Sql, maker: Viewer): Promise<Date | null> {
  if (maker.kind !== 'KEY') return null;
  const row = await findApiKeyRow(sql, maker.organisationId, maker.id);
  return row?.expiresAt ?? null;
}
