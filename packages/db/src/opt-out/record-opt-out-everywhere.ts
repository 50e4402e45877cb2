import type { Scope } from '@adieu/domain';
import { lockPerson } from '../contacts/other-addresses.ts';
import type { Sql, Transaction } from '../sql.ts';
import {
  type OptOutCommand,
  type OptOutTarget,
  recordOptOut,
  type RecordedOptOut,
} from './record-opt-out.ts';

/**
 * Records an opt-out wherever it counts (decision 012), in one transaction:
 * - on all channels: also for each other address of the recipient's contacts;
 * - for the whole organisation: also in the list of each account that keeps its own (D6).
 * Each gets a request of its own, so that each is decided, shown and lifted like any other. Gives that of the recipient.
 */
export async function recordOptOutEverywhere(
  tx: Transaction,
  command: OptOutCommand & { readonly allChannels: boolean },
): Promise<RecordedOptOut | { refused: 'not-found' | 'no-opt-out' | 'exempt' }> {
  const { allChannels, ...first } = command;
  const others = allChannels ? await lockOthers(tx, first.target) : [];
  const recorded = await recordOptOut(tx, first);
  if ('refused' in recorded) return recorded;
  const { organisationId, recipientId, scopeKind, scopeId } = recorded;
  const ownLists = isWholeOrganisation(first.target)
    ? await accountsWithOwnList(tx, organisationId)
    : [];
  const scopes: Scope[] = [
    { kind: scopeKind, id: scopeId },
    ...ownLists.map((id): Scope => ({ kind: 'ACCOUNT', id })),
  ];
  const targets = [recipientId, ...others]
    .flatMap((each) =>
      scopes.map((scope): OptOutTarget => ({ organisationId, recipientId: each, scope })),
    )
    .slice(1);
  const opened: string[] = [];
  for (const target of targets) {
    const other = await recordOptOut(tx, { ...first, target });
    if (!('refused' in other) && other.effect === 'opened') opened.push(other.requestId);
  }
  if (allChannels || opened.length > 0)
    await tx.rows(MARK, [recorded.requestId, opened, allChannels]);
  return recorded;
}

/** What the others were asked for is what the first was asked for. */
const MARK = `
  UPDATE opt_out_request q SET all_channels = q.all_channels OR $3,
    requested_scope_kind = f.requested_scope_kind, requested_scope_id = f.requested_scope_id
  FROM opt_out_request f WHERE f.id = $1 AND (q.id = f.id OR q.id = ANY ($2::uuid[]))`;

function isWholeOrganisation(target: OptOutTarget): boolean {
  return 'recipientId' in target && target.scope.kind === 'ORGANISATION';
}

/**
 * The recipient's other addresses, all of them locked with their own: the accounts first, as every opt-out does, then the
 * recipients in order of key, so that two such opt-outs at once wait for each other instead of deadlocking.
 */
async function lockOthers(tx: Transaction, target: OptOutTarget): Promise<string[]> {
  const [me] = await tx.rows<{ id: string; organisationId: string }>(
    `SELECT r.id, r.organisation_id AS "organisationId" FROM recipient r
     WHERE r.id = coalesce($1::uuid, (SELECT m.recipient_id FROM message m WHERE m.id = $2::uuid))`,
    'messageId' in target ? [null, target.messageId] : [target.recipientId, null],
  );
  if (me === undefined) return [];
  await tx.rows('SELECT 1 FROM account WHERE organisation_id = $1 ORDER BY id FOR SHARE', [
    me.organisationId,
  ]);
  const messageId = 'messageId' in target ? target.messageId : null;
  return (await lockPerson(tx, me.organisationId, me.id, messageId)).slice(1);
}

async function accountsWithOwnList(sql: Sql, organisationId: string): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    'SELECT id FROM account WHERE organisation_id = $1 AND keeps_own_list ORDER BY id',
    [organisationId],
  );
  return rows.map(({ id }) => id);
}
