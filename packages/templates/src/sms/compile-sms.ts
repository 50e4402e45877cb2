import type { CompiledSmsContent, Language, Purpose, SmsContent } from '@adieu/domain';
import { runApart } from '../apart/run-apart.ts';
import type { CampaignProblem } from '../campaign/problem.ts';
import type { SmsText } from './sms-text.ts';

/** A text message in one language, and how its author wrote it. */
export interface SmsVariant extends SmsText {
  readonly sources: { readonly part: 'text'; readonly subject: string; readonly body: string };
}

export interface CompiledSms {
  readonly variants: ReadonlyMap<string, SmsVariant>;
  readonly fallback: SmsVariant;
  readonly purpose: Purpose;
  readonly organisationId: string;
}

/** A campaign of text messages, or all that is wrong with its texts. */
export async function compileSms(
  { text }: SmsContent,
  {
    purpose,
    defaultLanguage,
    organisationId,
  }: {
    readonly purpose: Purpose;
    readonly defaultLanguage: string;
    readonly organisationId: string;
  },
): Promise<{ ok: true; campaign: CompiledSms } | { ok: false; problems: CampaignProblem[] }> {
  const problems: CampaignProblem[] = [];
  const variants = new Map<Language, SmsVariant>();
  for (const [code, body] of Object.entries(text)) {
    const made = await runApart('compileSms', { language: code, body }, organisationId);
    const variant = 'done' in made ? made.done : { line: null, message: made.refused };
    if ('message' in variant) problems.push({ language: code, part: 'text', ...variant });
    else
      variants.set(variant.language, { ...variant, sources: { part: 'text', subject: '', body } });
  }
  if (Object.keys(text).length === 0)
    problems.push({
      language: '',
      part: 'text',
      line: null,
      message: 'no text: give one in at least one language',
    });
  const fallback = variants.get(defaultLanguage as Language) ?? variants.values().next().value;
  if (problems.length > 0 || fallback === undefined) return { ok: false, problems };
  return { ok: true, campaign: { variants, fallback, purpose, organisationId } };
}

/** What is kept of it when it is released. */
export function keepSms(
  { variants, fallback, purpose }: CompiledSms,
  addsWayOut: boolean,
): CompiledSmsContent {
  return {
    channel: 'SMS',
    purpose,
    fallback: fallback.language,
    addsWayOut,
    variants: [...variants.values()].map(({ language, filled, sources }) => ({
      language,
      filled,
      text: sources.body,
    })),
  };
}
