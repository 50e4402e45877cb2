import type { FirstKeyRole } from '@adieu/domain';
import { createKeySecret, type SecretToken } from './secret-token.ts';

/** A key that is made with an installation or an organisation; its secret is shown this once. */
export interface FirstKey extends SecretToken {
  readonly role: FirstKeyRole;
}

/** The keys that whoever begins asked for. */
export function createFirstKeys(wanted: {
  readonly key?: boolean;
  readonly adminKey?: boolean;
}): FirstKey[] {
  const roles: FirstKeyRole[] = [
    ...(wanted.key ? (['CAMPAIGNER'] as const) : []),
    ...(wanted.adminKey ? (['ADMIN'] as const) : []),
  ];
  return roles.map((role) => ({ role, ...createKeySecret(role) }));
}

/** The secret of one of them; null where none was asked for. */
export function secretOf(keys: readonly FirstKey[], role: FirstKeyRole): string | null {
  return keys.find((key) => key.role === role)?.secret ?? null;
}
