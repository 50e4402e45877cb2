import type { Language, OwnThresholds } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { AccountEntity } from './account.entity.ts';
import { findAccount, lockAccount } from './accounts.ts';
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
  /** Who reads what is answered to its mails; without one, nobody reads them there either. */
  readonly replyAddress?: string | null;
  /** Whether mails ask for answers at that mailbox itself, which Adieu reads too. */
  readonly readsReplies?: boolean;
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
): Promise<{ changed: true } | { refused: 'not-found' | 'name-taken' | 'no-mailbox' }> {
  const { organisationId, accountId, change, now } = input;
  const { name, ...given } = change;
  const settings = given.replyAddress === null ? { ...given, readsReplies: false } : given;
  if (name !== undefined) {
    const scope = { kind: 'ACCOUNT', id: accountId } as const;
    const rename = { change: 'rename', name } as const;
    const renamed = await changeScope(sql, { organisationId, scope, change: rename, now });
    if ('refused' in renamed) return renamed;
  }
  if (!(await lockAccount(sql, organisationId, accountId))) return { refused: 'not-found' };
  if (settings.readsReplies === true && settings.replyAddress === undefined) {
    const found = await findAccount(sql, organisationId, accountId);
    if (found?.replyAddress === null) return { refused: 'no-mailbox' };
  }
  if (Object.keys(settings).length > 0) {
    const account = { id: accountId, organisationId, deletedAt: null };
    if ((await sql.em().nativeUpdate(AccountEntity, account, settings)) === 0)
      return { refused: 'not-found' };
  }
  return { changed: true };
}
