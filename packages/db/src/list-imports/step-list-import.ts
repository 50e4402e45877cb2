import {
  LIST_IMPORT_STEPS,
  type ListImportState,
  type ListImportStep,
  type ListKind,
  type NamedActor,
  type Scope,
} from '@adieu/domain';
import type { Json } from '../json.ts';
import { postAll } from '../outbox/post.ts';
import type { Transaction } from '../sql.ts';
import { beforeOthers } from './turns.ts';

/**
 * Begins an import of a file that came in: it is looked at next. `no-file`: there is none (any more), or
 * somebody else brought it. `no-scope`: there is no such book, topic or account here.
 */
export async function startListImport(
  tx: Transaction,
  input: {
    readonly organisationId: string;
    readonly fileId: string;
    readonly kind: ListKind;
    readonly scope: Scope;
    /** What its bringer knows better of it than a look would tell. */
    readonly overrule: Json;
    readonly by: NamedActor;
    readonly now: Date;
  },
): Promise<{ importId: string } | { refused: 'no-file' | 'no-scope' }> {
  const { organisationId, fileId, kind, scope, by, now } = input;
  const [place] = await tx.rows<{ accountId: string | null }>(
    `SELECT CASE $2::text
       WHEN 'TOPIC' THEN (SELECT a.id FROM topic t JOIN account a ON a.id = t.account_id
         WHERE t.id = $3::uuid AND a.organisation_id = $1::uuid AND t.archived_at IS NULL AND a.archived_at IS NULL)
       WHEN 'BOOK' THEN (SELECT a.id FROM address_book b JOIN account a ON a.id = b.account_id
         WHERE b.id = $3::uuid AND a.organisation_id = $1::uuid AND b.archived_at IS NULL AND a.archived_at IS NULL)
       WHEN 'ACCOUNT' THEN (SELECT id FROM account
         WHERE id = $3::uuid AND organisation_id = $1::uuid AND archived_at IS NULL) END AS "accountId"`,
    [organisationId, scope.kind, scope.id],
  );
  const accountId = place?.accountId ?? null;
  const isThere = scope.kind === 'ORGANISATION' ? scope.id === organisationId : accountId !== null;
  if (!isThere) return { refused: 'no-scope' };
  const [made] = await tx.rows<{ id: string }>(
    `INSERT INTO list_import (organisation_id, account_id, file_id, file_name, file_sha256, kind, scope_kind, scope_id, state, shape,
       asked_by_kind, asked_by, asked_at, changed_at)
     SELECT f.organisation_id, $3::uuid, f.id, f.name, f.sha256, $4, $5, $6::uuid, 'UPLOADED', $10::jsonb, $7, $8, $9, $9 FROM list_file f
     WHERE f.id = $1 AND f.organisation_id = $2 AND f.sha256 IS NOT NULL AND f.uploaded_by_kind = $7 AND f.uploaded_by = $8
     RETURNING id`,
    [
      fileId,
      organisationId,
      accountId,
      kind,
      scope.kind,
      scope.id,
      by.kind,
      by.name,
      now,
      JSON.stringify({ overrule: input.overrule }),
    ],
  );
  if (made === undefined) return { refused: 'no-file' };
  await postAll(tx, [{ kind: 'list-import.changed', id: made.id }]);
  return { importId: made.id };
}

/** Takes an import a step on, and has the worker do what follows. `state`: it does not stand where this may be asked. */
export async function stepListImport(
  tx: Transaction,
  input: {
    readonly organisationId: string;
    readonly importId: string;
    readonly step: ListImportStep;
    /** Where its columns are told: what was looked at, where somebody knew better, and what they hold. */
    readonly told?: { readonly shape: Json; readonly mapping: Json };
    readonly now: Date;
  },
): Promise<{ state: ListImportState } | { refused: 'not-found' | 'state' }> {
  const { organisationId, importId, step, told, now } = input;
  await beforeOthers(tx, importId);
  const [found] = await tx.rows<{ state: ListImportState }>(
    'SELECT state FROM list_import WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
    [importId, organisationId],
  );
  if (found === undefined) return { refused: 'not-found' };
  const { from, to }: { from: readonly ListImportState[]; to: ListImportState } =
    LIST_IMPORT_STEPS[step];
  if (!from.includes(found.state)) return { refused: 'state' };
  await tx.rows(
    `UPDATE list_import SET state = $2, changed_at = $3, shape = coalesce($4::jsonb, shape), mapping = coalesce($5::jsonb, mapping),
       started_at = CASE WHEN $2 = 'RUNNING' THEN $3 ELSE started_at END,
       ended_at = CASE WHEN $2 = 'CANCELLED' THEN $3 END,
       counts = CASE WHEN $2 = 'MAPPED' THEN '{}' ELSE counts END, rows_read = CASE WHEN $2 = 'MAPPED' THEN 0 ELSE rows_read END
     WHERE id = $1`,
    [
      importId,
      to,
      now,
      told ? JSON.stringify(told.shape) : null,
      told ? JSON.stringify(told.mapping) : null,
    ],
  );
  await postAll(tx, [{ kind: 'list-import.changed', id: importId }]);
  return { state: to };
}
