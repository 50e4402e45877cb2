import type { Actor } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import {
  CLEAR_OLD_LIST,
  COPY,
  LOCK_OPEN_REQUESTS,
  MAKE_ROOM,
  MOVE_DOUBLE_OPT_INS,
  MOVE_REQUESTS,
  PREVIEW,
  READ_NEW_LIST,
  RECORD_EVENTS,
} from './switch-account-list.sql.ts';

export interface ListSwitch {
  /** Opt-outs of the account, its books and topics that move to the other list. */
  readonly optOuts: number;
  /** Pauses that move with their open requests. */
  readonly pauses: number;
  /** Of the whole organisation: copied into the account's own list, or brought back for this account alone. */
  readonly copied: number;
  /** How many of all these the other list has already: the stricter and the earlier wins. */
  readonly conflicts: number;
  /** Open requests about them; they keep their deadlines. */
  readonly openRequests: number;
}

const NOTHING: ListSwitch = { optOuts: 0, pauses: 0, copied: 0, conflicts: 0, openRequests: 0 };

interface Switch {
  readonly organisationId: string;
  readonly accountId: string;
  readonly keepsOwnList: boolean;
}

/** What a switch would do now; zeros where the account is as asked. Changes nothing. */
export async function previewListSwitch(
  sql: Sql,
  { organisationId, accountId, keepsOwnList }: Switch,
): Promise<ListSwitch | { refused: 'not-found' }> {
  const [account] = await sql.rows<{ keepsOwnList: boolean }>(
    'SELECT keeps_own_list AS "keepsOwnList" FROM account WHERE id = $1 AND organisation_id = $2',
    [accountId, organisationId],
  );
  if (account === undefined) return { refused: 'not-found' };
  if (account.keepsOwnList === keepsOwnList) return NOTHING;
  const [counts] = await sql.rows<ListSwitch>(PREVIEW, [accountId, organisationId, keepsOwnList]);
  return counts!;
}

/**
 * Lets an account keep its own list, or share the organisation's again (D6), in the caller's transaction. What stopped a
 * message before stops it after, for this account and all others: rows move with their requests, deadlines and ways back.
 * Opt-outs of the organisation wait meanwhile, for they lock their account too. Repeating changes nothing.
 */
export async function switchAccountList(
  sql: Sql,
  input: Switch & { readonly actor: Actor; readonly now: Date },
): Promise<ListSwitch | { refused: 'not-found' }> {
  const { organisationId, accountId, keepsOwnList, actor, now } = input;
  // All accounts: an opt-out of the whole organisation that came through another one must not slip between.
  await sql.rows('SELECT 1 FROM account WHERE organisation_id = $1 ORDER BY id FOR NO KEY UPDATE', [
    organisationId,
  ]);
  const counts = await previewListSwitch(sql, input);
  if ('refused' in counts || counts === NOTHING) return counts;
  const which = [accountId, organisationId, keepsOwnList];
  await sql.rows(LOCK_OPEN_REQUESTS, which);
  await sql.rows(MAKE_ROOM, which);
  await sql.rows(COPY, which);
  const events = [...which, now, actor.kind, actor.name];
  await sql.rows(RECORD_EVENTS, events);
  await sql.rows(MOVE_REQUESTS, which);
  await sql.rows(MOVE_DOUBLE_OPT_INS, which);
  await sql.rows(READ_NEW_LIST, which);
  await sql.rows(CLEAR_OLD_LIST, events);
  return counts;
}
