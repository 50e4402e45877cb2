import type { CampaignContent, Purpose } from '@adieu/domain';
import { compileCampaign, compileSms } from '@adieu/templates';

/** A content ready to be filled, or what is wrong with it, by its channel. */
export type ContentCompiled =
  | ({ readonly channel: 'EMAIL' } & Awaited<ReturnType<typeof compileCampaign>>)
  | ({ readonly channel: 'SMS' } & ReturnType<typeof compileSms>);

export async function compileContent(
  content: CampaignContent,
  by: { readonly purpose: Purpose; readonly defaultLanguage: string },
): Promise<ContentCompiled> {
  const { purpose, defaultLanguage } = by;
  if (content.channel === 'SMS')
    return { channel: 'SMS', ...compileSms(content, { purpose, defaultLanguage }) };
  const made = await compileCampaign({ ...content, purpose, defaultLanguage });
  return { channel: 'EMAIL', ...made };
}
