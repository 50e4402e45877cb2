import type { ListImportCounts, ListImportState, ListKind, NamedActor, Scope } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import type { Json } from '../json.ts';
import { type Listed, listedOf } from '../listed.ts';
import { SCOPE_NAME } from '../organisation/scope-name.ts';
import type { Sql } from '../sql.ts';

/** One import as it stands. */
export interface ListImport {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  /** Null when its file was taken away. */
  readonly fileId: string | null;
  /** In bytes; 0 when it was taken away. */
  readonly fileSize: number;
  readonly fileName: string;
  readonly fileSha256: Buffer;
  readonly kind: ListKind;
  readonly scopeKind: Scope['kind'];
  readonly scopeId: string;
  readonly scopeName: string | null;
  readonly state: ListImportState;
  /** Why it failed. */
  readonly failure: string | null;
  /** What its file is, as it was looked at. */
  readonly shape: Json;
  /** What its columns are. */
  readonly mapping: Json;
  readonly counts: Partial<ListImportCounts>;
  /** Rows of the file that were read and staged. */
  readonly rowsRead: number;
  readonly chunks: number;
  readonly chunksDone: number;
  /** Addresses, of contacts people, of the chunks that are done. */
  readonly done: number;
  /** Of all chunks. */
  readonly toDo: number;
  readonly askedByKind: NamedActor['kind'];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const IMPORTS = `
  SELECT i.id, i.organisation_id AS "organisationId", i.account_id AS "accountId", i.file_id AS "fileId", i.file_name AS "fileName",
    coalesce((SELECT f.size FROM list_file f WHERE f.id = i.file_id), 0)::float8 AS "fileSize",
    i.file_sha256 AS "fileSha256", i.kind, i.scope_kind AS "scopeKind", i.scope_id AS "scopeId", ${SCOPE_NAME('i')} AS "scopeName",
    i.state, i.failure, i.shape, i.mapping, i.counts, i.rows_read::float8 AS "rowsRead", i.chunks,
    c.chunks_done::int AS "chunksDone", c.done::float8 AS done, c.to_do::float8 AS "toDo", i.asked_by_kind AS "askedByKind",
    i.asked_by AS "askedBy", i.asked_at AS "askedAt", i.started_at AS "startedAt", i.ended_at AS "endedAt"
  FROM list_import i CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE counts IS NOT NULL) AS chunks_done,
      coalesce(sum(addresses) FILTER (WHERE counts IS NOT NULL), 0) AS done, coalesce(sum(addresses), 0) AS to_do
    FROM list_import_chunk WHERE import_id = i.id) c`;

/** An import of this organisation; null where there is none. */
export async function findListImport(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<ListImport | null> {
  const [row] = await sql.rows<ListImport>(
    `${IMPORTS} WHERE i.id = $1 AND i.organisation_id = $2`,
    [id, organisationId],
  );
  return row ?? null;
}

/** One page of an organisation's imports, the newest first. */
export async function listListImports(
  sql: Sql,
  organisationId: string,
  page: {
    readonly accountId: string | null;
    readonly first: number;
    readonly after: string | null;
  },
): Promise<Listed<ListImport>> {
  const rows = await sql.once<ListImport>(
    `${IMPORTS} WHERE i.organisation_id = $1 AND ($2::uuid IS NULL OR i.id < $2)
       AND ($3::uuid IS NULL OR i.account_id = $3) ORDER BY i.id DESC LIMIT $4`,
    [organisationId, page.after, page.accountId, page.first + 1],
  );
  return listedOf(rows, page.first);
}

export interface ListImportRemark {
  readonly n: string;
  readonly place: string;
  readonly rejected: boolean;
  readonly field: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly remedy: string | null;
}

/** The first of what is told of the rows of an import, by row. */
export async function firstRemarks(
  sql: Sql,
  importId: string,
  page: { readonly rejected: boolean; readonly first: number },
): Promise<ListImportRemark[]> {
  return sql.rows(
    `SELECT n::text, place, rejected, field, value, reason, remedy FROM list_import_remark
     WHERE import_id = $1 AND rejected = $2 ORDER BY n, position LIMIT $3`,
    [importId, page.rejected, page.first],
  );
}

/** Rows that an import did not take, in the order of the file: place, column, masked value, reason and remedy of each. */
export function readRejected(
  db: DatabaseAccess,
  importId: string,
): AsyncGenerator<(readonly [string, string | null, string | null, string, string | null])[]> {
  return db.batches(
    `SELECT place, field, value, reason, remedy FROM list_import_remark WHERE import_id = $1 AND rejected ORDER BY n, position`,
    [importId],
    1_000,
  );
}

/** Whose an import is; null where there is none of this id. For whoever runs the installation. */
export async function ownerOfImport(sql: Sql, importId: string): Promise<string | null> {
  const [row] = await sql.rows<{ organisationId: string }>(
    'SELECT organisation_id AS "organisationId" FROM list_import WHERE id = $1',
    [importId],
  );
  return row?.organisationId ?? null;
}
