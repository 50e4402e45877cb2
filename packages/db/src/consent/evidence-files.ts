import { createHash } from 'node:crypto';
import { type EvidenceRefusal, refuseEvidence } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface EvidenceFile {
  /** Hex; the file's id within its organisation. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

/** Keeps a file by its hash; one that is there already is not kept twice. Gives the hash (hex). */
export async function storeEvidence(
  sql: Sql,
  file: {
    readonly organisationId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly content: Buffer;
    readonly by: string;
    readonly now: Date;
  },
): Promise<{ sha256: string } | { refused: EvidenceRefusal }> {
  const refused = refuseEvidence(file.mediaType, file.content);
  if (refused !== null) return { refused };
  const sha256 = createHash('sha256').update(file.content).digest();
  await sql.rows(
    `INSERT INTO evidence_file (organisation_id, sha256, name, media_type, size, content, uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      file.organisationId,
      sha256,
      file.name,
      file.mediaType,
      file.content.length,
      file.content,
      file.now,
      file.by,
    ],
  );
  return { sha256: sha256.toString('hex') };
}

/** A file with its bytes; `content` is null after erasure. Null where the organisation has no such file. */
export async function findEvidence(
  sql: Sql,
  organisationId: string,
  sha256: string,
): Promise<(EvidenceFile & { readonly content: Buffer | null }) | null> {
  const [row] = await sql.rows<EvidenceFile & { content: Buffer | null }>(
    `SELECT encode(sha256, 'hex') AS sha256, name, media_type AS "mediaType", size, uploaded_at AS "uploadedAt",
       uploaded_by AS "uploadedBy", content
     FROM evidence_file WHERE organisation_id = $1 AND sha256 = decode($2, 'hex')`,
    [organisationId, sha256],
  );
  return row ?? null;
}

/** Erases what a file says; which file it was stays known by its hash (G-3). True where there was something to erase. */
export async function eraseEvidence(
  sql: Sql,
  organisationId: string,
  sha256: string,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE evidence_file SET content = NULL, name = 'erased'
     WHERE organisation_id = $1 AND sha256 = decode($2, 'hex') AND content IS NOT NULL RETURNING 1`,
    [organisationId, sha256],
  );
  return rows.length > 0;
}
