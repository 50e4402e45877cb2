import type { Language } from '@adieu/domain';
import { hasField } from '../campaign/fields.ts';
import { runApart } from '../apart/run-apart.ts';
import type { CompiledSms } from './compile-sms.ts';

export interface PreviewedSms {
  readonly text: string;
  readonly language: Language;
  /** What the text can not do without and this reader has not: its name in brackets stands in. */
  readonly missing: readonly string[];
}

/** One reader's text message, to look at. */
export async function previewSms(
  campaign: CompiledSms,
  reader: {
    readonly language: string | null;
    readonly fields: Readonly<Record<string, string>>;
    readonly organisation: string;
    readonly account: string;
  },
): Promise<PreviewedSms | { readonly refused: string }> {
  const { fields, organisation, account } = reader;
  const {
    language,
    sources,
    fields: used,
  } = campaign.variants.get(reader.language ?? '') ?? campaign.fallback;
  const missing = used
    .filter(({ field, required }) => required && !hasField(fields, field))
    .map(({ field }) => field);
  const given = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  const standIns = missing.map((field) => [field, `[${field}]`]);
  const contact = Object.fromEntries([...given, ...standIns]) as Record<string, string>;
  const { body } = sources;
  const input = { body, contact, organisation, account };
  const made = await runApart('previewSms', input, campaign.organisationId);
  if ('refused' in made) return made;
  return 'refused' in made.done ? made.done : { ...made.done, language, missing };
}
