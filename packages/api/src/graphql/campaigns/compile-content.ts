import type { CampaignContent, Purpose } from '@adieu/domain';
import { compileSms, makeCampaign } from '@adieu/templates';

/** A content ready to be filled, or what is wrong with it, by its channel. */
export type ContentCompiled =
  | ({ readonly channel: 'EMAIL' } & Awaited<ReturnType<typeof makeCampaign>>)
  | ({ readonly channel: 'SMS' } & Awaited<ReturnType<typeof compileSms>>);

export async function compileContent(
  content: CampaignContent,
  by: {
    readonly purpose: Purpose;
    readonly defaultLanguage: string;
    readonly organisationId: string;
  },
  // Whoever asks for no findings need not say.
  look = { production: false, hasTopic: false },
): Promise<ContentCompiled> {
  const { purpose, defaultLanguage, organisationId } = by;
  if (content.channel === 'SMS') return { channel: 'SMS', ...(await compileSms(content, by)) };
  const made = await makeCampaign({ ...content, purpose, defaultLanguage }, look, organisationId);
  return { channel: 'EMAIL', ...made };
}
