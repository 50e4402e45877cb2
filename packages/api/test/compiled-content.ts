import type { CompiledContent, EmailContent } from '@adieu/domain';
import { keepCompiled, makeCampaign } from '@adieu/templates';

/** What a content is compiled into, as at a release. */
export async function compiledContent(content: EmailContent): Promise<CompiledContent> {
  const made = await makeCampaign(
    { ...content, defaultLanguage: 'en' },
    { production: false, hasTopic: false },
    'nordlys',
  );
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return keepCompiled(made.campaign);
}
