import { type AudienceUse, mayBeJudgedAs, type Purpose } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

export interface AudienceRequest {
  readonly organisationId: string;
  readonly addressBookId: string;
  readonly topicId: string | null;
  readonly use: AudienceUse;
  /** What the messages will be; null = the book's own purpose. */
  readonly purpose: Purpose | null;
  readonly unfiltered: boolean;
  readonly format: string;
  readonly madeBy: string;
  /** Null where a member takes it. */
  readonly apiKeyId: string | null;
  readonly now: Date;
}

/** An export that is on record and may be read now. */
export interface StartedExport {
  readonly exportId: string;
  readonly unfiltered: boolean;
  readonly path: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly addressBookId: string;
    readonly topicId: string | null;
    readonly listId: string;
    /** From which SMS of the book would come, if from one. */
    readonly shortCode: string | null;
    readonly use: AudienceUse;
    readonly purpose: Purpose;
    /** Recipients' own pauses and periods count as at this instant. */
    readonly now: Date;
  };
}

export type ExportRefusal =
  | 'not-found'
  | 'topic-not-found'
  | 'purpose-too-mild'
  | 'marketing-stays-filtered'
  | 'not-chosen';

/**
 * Puts an export on record before its first address leaves the house: who, when, what (D3). Commit it before reading.
 * `purpose-too-mild`: the book may not be judged less strictly than it is. `not-chosen`: nobody chose this book to be
 * handed out unfiltered for this purpose, or that has ended.
 */
export async function startExport(
  sql: Sql,
  request: AudienceRequest,
): Promise<StartedExport | { refused: ExportRefusal }> {
  const [book] = await sql.rows<{
    accountId: string;
    listId: string;
    shortCode: string | null;
    purpose: Purpose;
    topicFound: boolean;
  }>(
    `SELECT a.id AS "accountId", ${LIST_READ} AS "listId", short_code_for(a.id, b.id) AS "shortCode", b.purpose,
       $3::uuid IS NULL OR EXISTS (SELECT 1 FROM topic t WHERE t.id = $3 AND t.account_id = a.id AND t.archived_at IS NULL) AS "topicFound"
     FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 AND b.archived_at IS NULL AND a.archived_at IS NULL`,
    [request.addressBookId, request.organisationId, request.topicId],
  );
  if (book === undefined) return { refused: 'not-found' };
  if (!book.topicFound) return { refused: 'topic-not-found' };
  const purpose = request.purpose ?? book.purpose;
  if (request.unfiltered && (book.purpose === 'MARKETING' || purpose === 'MARKETING'))
    return { refused: 'marketing-stays-filtered' };
  if (!request.unfiltered && !mayBeJudgedAs(book.purpose, purpose))
    return { refused: 'purpose-too-mild' };
  const [made] = await sql.rows<{ id: string }>(START, [
    request.organisationId,
    book.accountId,
    request.addressBookId,
    request.topicId,
    request.madeBy,
    request.apiKeyId,
    request.now,
    request.use,
    purpose,
    request.format,
    request.unfiltered,
  ]);
  if (made === undefined) return { refused: 'not-chosen' };
  const { organisationId, addressBookId, topicId, use, unfiltered, now } = request;
  const { accountId, listId, shortCode } = book;
  const way = { organisationId, accountId, addressBookId, topicId, listId, shortCode };
  const path = { ...way, use, purpose, now };
  return { exportId: made.id, unfiltered, path };
}

const START = `
  WITH chosen AS (
    SELECT u.* FROM unfiltered_export u WHERE u.address_book_id = $3::uuid ORDER BY u.id DESC LIMIT 1
  )
  INSERT INTO audience_export (organisation_id, account_id, address_book_id, topic_id, made_by, api_key_id, as_of, use,
    purpose, format, unfiltered_export_id)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::uuid, $7::timestamptz, $8::text, $9::text, $10::text,
    (SELECT c.id FROM chosen c WHERE $11::boolean)
  WHERE NOT $11::boolean
     OR EXISTS (SELECT 1 FROM chosen c WHERE c.purpose = $9::text AND c.until > $7::timestamptz)
  RETURNING id`;
