import { channelOfSender, normalForm } from '@adieu/domain';
import type { SenderForm } from '@adieu/keys';
import { lockAccount } from '../organisation/accounts.ts';
import { keepSmsSender } from '../sms-senders/assign-sms-sender.ts';
import type { Sql } from '../sql.ts';
import { makeDefault } from './make-default.ts';
import { type ForeignSender, refuseForeign } from './owns-sender.ts';

export type CreateSenderRefusal = 'not-found' | 'archived' | 'taken' | ForeignSender;

/** What an account sends from, once more; the first of a channel is its default whatever `isDefault` says. */
export async function createSender(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly form: SenderForm;
    readonly isDefault: boolean;
    /** Where a text is registered, or a short code works; none if not given. */
    readonly countries?: readonly string[];
  },
): Promise<{ readonly id: string } | { readonly refused: CreateSenderRefusal }> {
  const { organisationId, accountId, form } = input;
  const keywordForm = normalForm(form.keyword);
  // Two that want to be the default at once: one after the other.
  if (!(await lockAccount(sql, organisationId, accountId))) return { refused: 'not-found' };
  const [account] = await sql.rows<{ archived: boolean; taken: boolean; isFirst: boolean }>(
    `SELECT a.archived_at IS NOT NULL AS archived,
       EXISTS (SELECT FROM sender s WHERE s.account_id = a.id AND s.kind = $2 AND s.name = $3 AND s.address = $4 AND s.keyword_form = $5) AS taken,
       NOT EXISTS (SELECT FROM sender s WHERE s.account_id = a.id AND s.channel = $6 AND s.is_default) AS "isFirst"
     FROM account a WHERE a.id = $1`,
    [accountId, form.kind, form.name, form.address, keywordForm, channelOfSender(form.kind)],
  );
  if (account!.archived) return { refused: 'archived' };
  const foreign = await refuseForeign(sql, organisationId, form);
  if (foreign !== null) return foreign;
  if (account!.taken) return { refused: 'taken' };
  const [sender] = await sql.rows<{ id: string }>(
    `INSERT INTO sender (account_id, kind, name, address, keyword, keyword_form, is_default, countries)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      accountId,
      form.kind,
      form.name,
      form.address,
      form.keyword,
      keywordForm,
      account!.isFirst,
      input.countries ?? [],
    ],
  );
  const { kind } = form;
  if (kind !== 'EMAIL') await keepSmsSender(sql, { ...form, kind, organisationId });
  if (input.isDefault) await makeDefault(sql, sender!.id);
  return sender!;
}
