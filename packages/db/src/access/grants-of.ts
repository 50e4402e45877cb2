import type { Grant, Right } from '@adieu/domain';
import type { NewApiKey } from './api-keys.ts';

/** What a key gives, as grants. */
export function grantsOf(key: Pick<NewApiKey, 'role' | 'uses' | 'accountId'>): Grant[] {
  const rights: readonly Right[] = key.role ? [key.role] : (key.uses ?? []);
  return rights.map((right) => ({ right, accountId: key.accountId ?? null }));
}
