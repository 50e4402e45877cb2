import { campaignForSending, releaseCampaign, type Sql } from '@adieu/db';
import { type CompiledContent, type EmailContent, type Language, LANGUAGES } from '@adieu/domain';

type Release = Omit<Parameters<typeof releaseCampaign>[1], 'content' | 'compiled'>;

/**
 * Releases a draft whose mails nobody reads: its texts are kept as they were written, with a way out at the end, for the
 * compiler is not what such a test is about. Where it is, `compile` gives what it makes.
 */
export async function releaseDraft(
  sql: Sql,
  release: Release,
  compile: (content: EmailContent) => Promise<CompiledContent> = asWritten,
): ReturnType<typeof releaseCampaign> {
  const campaign = await campaignForSending(sql, release.campaignId);
  if (campaign?.content.channel !== 'EMAIL') return { refused: 'not-found' };
  const { content } = campaign;
  const compiled = { ...(await compile(content)), purpose: campaign.purpose };
  return releaseCampaign(sql, { ...release, content, compiled });
}

async function asWritten(content: EmailContent): Promise<CompiledContent> {
  const languages = LANGUAGES.filter((language) => content.subject[language] !== undefined);
  return {
    channel: 'EMAIL',
    purpose: 'MARKETING',
    fallback: languages[0] ?? 'en',
    identity: content.identity,
    variants: languages.map((language: Language) => {
      const body = content.html[language] ?? content.mjml[language] ?? '';
      return {
        language,
        filled: 'IN_PLACE' as const,
        subject: content.subject[language]!,
        html: `<!doctype html>${body}<a href="{{ unsubscribe_url }}">{{ unsubscribe_word }}</a>`,
        text: `${content.text[language] ?? body}\n{{ unsubscribe_url }}`,
      };
    }),
  };
}
