import type { Language, OwnThresholds } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { AccountEntity } from './account.entity.ts';
import { lockAccount } from './accounts.ts';
import { changeScope } from './change-scope.ts';

/** What is not given stays as it is; null is what the house or the regime says. */
export interface AccountChange extends Partial<OwnThresholds> {
  readonly name?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** IANA name. */
  readonly timeZone?: string | null;
  readonly defaultLanguage?: Language;
  /** How long confirmation links work (D-5), 1 to 30; links that are out keep their time. */
  readonly doubleOptInDays?: number;
  /** Whether an SMS confirms each opt-out that came by SMS (D8). */
  readonly smsReceipts?: boolean;
}

/** Changes an account. Requests that are open keep their deadlines, also where its country has others. */
export async function changeAccount(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly change: AccountChange;
    readonly now: Date;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'name-taken' }> {
  const { organisationId, accountId, change, now } = input;
  const { name, ...settings } = change;
  if (name !== undefined) {
    const scope = { kind: 'ACCOUNT', id: accountId } as const;
    const rename = { change: 'rename', name } as const;
    const renamed = await changeScope(sql, { organisationId, scope, change: rename, now });
    if ('refused' in renamed) return renamed;
  }
  if (!(await lockAccount(sql, organisationId, accountId))) return { refused: 'not-found' };
  if (Object.keys(settings).length > 0) {
    const account = { id: accountId, organisationId, deletedAt: null };
    if ((await sql.em().nativeUpdate(AccountEntity, account, settings)) === 0)
      return { refused: 'not-found' };
  }
  return { changed: true };
}
