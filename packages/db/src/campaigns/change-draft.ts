import type { CampaignContent } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { audiencePath } from './audience-path.ts';
import {
  type AudienceRefusal,
  type ChosenAudience,
  keepAddresses,
  keptAudience,
  refuseAudience,
} from './choose-audience.ts';

export type DraftRefusal = { refused: 'not-found' | 'already-released' | 'by-hand' };

/** What is not given stays as it is. */
export interface DraftChange {
  readonly name?: string;
  /** The whole of it, made of what the draft said `before`; its channel is the draft's. */
  readonly content?: { readonly before: CampaignContent; readonly after: CampaignContent };
  /** Null: all of the book. */
  readonly audience?: ChosenAudience | null;
}

/**
 * Changes a draft, in the caller's transaction. `already-released`: what was sent, or cancelled, stays as it was.
 * `by-hand`: it names its recipients one by one, and has no audience to choose. `changed`: it says something else by now than
 * what the new content was made of, which would be lost.
 */
export async function changeDraft(
  sql: Sql,
  draft: { readonly organisationId: string; readonly campaignId: string },
  change: DraftChange,
): Promise<{ changed: true } | DraftRefusal | { refused: 'changed' } | AudienceRefusal> {
  const found = await lockDraft(sql, draft);
  if ('refused' in found) return found;
  const { name = null, content = null, audience } = change;
  const refused = audience === undefined ? null : await refuseChoice(sql, found, audience);
  if (refused) return refused;
  const texts = content && [JSON.stringify(content.before), JSON.stringify(content.after)];
  const changed = await sql.rows(
    `UPDATE campaign SET name = coalesce($2, name), content = coalesce($4::jsonb, content)
     WHERE id = $1 AND ($3::jsonb IS NULL OR content = $3::jsonb) RETURNING 1`,
    [draft.campaignId, name, ...(texts ?? [null, null])],
  );
  if (changed.length === 0) return { refused: 'changed' };
  if (audience !== undefined) await chooseAudience(sql, draft.campaignId, audience);
  return { changed: true };
}

async function refuseChoice(
  sql: Sql,
  { accountId, addressBookId }: FoundDraft,
  audience: ChosenAudience | null,
): Promise<{ refused: 'by-hand' } | AudienceRefusal | null> {
  if (addressBookId === null) return { refused: 'by-hand' };
  return audience && refuseAudience(sql, { accountId, addressBookId }, audience);
}

async function chooseAudience(
  sql: Sql,
  campaignId: string,
  audience: ChosenAudience | null,
): Promise<void> {
  await sql.rows('DELETE FROM campaign_address WHERE campaign_id = $1', [campaignId]);
  await sql.rows(
    'UPDATE campaign SET attribution = $2, audience = $3, audience_path = $4 WHERE id = $1',
    [
      campaignId,
      audience ? 'FILTERED' : 'BOOK',
      audience && JSON.stringify(keptAudience(audience)),
      audience && audiencePath(audience),
    ],
  );
  if (audience) await keepAddresses(sql, campaignId, audience);
}

/** Deletes a draft, with whom it named and its test mails. What was ever released stays: its messages are on record. */
export async function deleteDraft(
  sql: Sql,
  draft: { readonly organisationId: string; readonly campaignId: string },
): Promise<{ deleted: true } | DraftRefusal> {
  const found = await lockDraft(sql, draft);
  if ('refused' in found) return found;
  await sql.rows('DELETE FROM campaign_recipient WHERE campaign_id = $1', [draft.campaignId]);
  await sql.rows('DELETE FROM campaign_address WHERE campaign_id = $1', [draft.campaignId]);
  await sql.rows('DELETE FROM campaign WHERE id = $1', [draft.campaignId]);
  return { deleted: true };
}

interface FoundDraft {
  readonly accountId: string;
  /** Null: by hand. */
  readonly addressBookId: string | null;
}

async function lockDraft(
  sql: Sql,
  { organisationId, campaignId }: { readonly organisationId: string; readonly campaignId: string },
): Promise<FoundDraft | DraftRefusal> {
  const [row] = await sql.rows<FoundDraft & { isDraft: boolean }>(
    `SELECT account_id AS "accountId", address_book_id AS "addressBookId", state = 'DRAFT' AS "isDraft"
     FROM campaign WHERE id = $1 AND organisation_id = $2 FOR UPDATE`,
    [campaignId, organisationId],
  );
  if (row === undefined) return { refused: 'not-found' };
  return row.isDraft ? row : { refused: 'already-released' };
}
