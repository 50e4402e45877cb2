import { campaignForSending, releaseCampaign, type Sql } from '@adieu/db';
import {
  type CampaignContent,
  type CompiledContent,
  type CompiledMailContent,
  type EmailContent,
  LANGUAGES,
  type SmsContent,
} from '@adieu/domain';

type Release = Omit<Parameters<typeof releaseCampaign>[1], 'content' | 'compiled'>;

/**
 * Releases a draft whose messages nobody reads: its texts are kept as they were written, of mails with a way out at the end, for the
 * compiler is not what such a test is about. Where it is, `compile` gives what it makes of mails.
 */
export async function releaseDraft(
  sql: Sql,
  release: Release,
  compile: (content: EmailContent) => Promise<CompiledContent> = asWritten,
): ReturnType<typeof releaseCampaign> {
  const campaign = await campaignForSending(sql, release.campaignId);
  if (campaign === null) return { refused: 'not-found' };
  const { content, purpose } = campaign;
  const compiled = { ...(await compiledOf(content, compile)), purpose };
  return releaseCampaign(sql, { ...release, content, compiled });
}

function compiledOf(
  content: CampaignContent,
  compile: (content: EmailContent) => Promise<CompiledContent>,
): CompiledContent | Promise<CompiledContent> {
  return content.channel === 'EMAIL' ? compile(content) : smsAsWritten(content);
}

function smsAsWritten({ text }: SmsContent): CompiledContent {
  const languages = LANGUAGES.filter((language) => text[language] !== undefined);
  return {
    channel: 'SMS',
    purpose: 'MARKETING',
    fallback: languages[0] ?? 'en',
    addsWayOut: true,
    variants: languages.map((language) => ({
      language,
      filled: 'IN_PLACE',
      text: text[language]!,
    })),
  };
}

async function asWritten(content: EmailContent): Promise<CompiledMailContent> {
  const languages = LANGUAGES.filter((language) => content.subject[language] !== undefined);
  return {
    channel: 'EMAIL',
    purpose: 'MARKETING',
    fallback: languages[0] ?? 'en',
    identity: content.identity,
    variants: languages.map((language) => {
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
