import type { Language } from '@adieu/domain';
import type { MergeField } from '../campaign/merge-fields.ts';
import type { CampaignPart } from '../campaign/problem.ts';
import type { Finding } from './finding.ts';

/** Of an audience, by language of the text that its people get: how many they are, and how many lack a field. */
export type FieldCoverage = ReadonlyMap<
  string,
  { readonly contacts: number; readonly lacking: ReadonlyMap<string, number> }
>;

/** One language of a campaign: its fields, and where its author wrote them. */
interface FieldsOfText {
  readonly language: Language;
  readonly fields: readonly MergeField[];
  readonly sources: {
    readonly part: CampaignPart;
    readonly subject: string;
    readonly body: string;
  };
}

/** Merge fields without a default that some of the audience lack: each would be a mail with a hole. */
export function checkFields(variants: readonly FieldsOfText[], coverage: FieldCoverage): Finding[] {
  return variants.flatMap(({ language, fields, sources }) => {
    const audience = coverage.get(language);
    if (audience === undefined || audience.contacts === 0) return [];
    return fields
      .filter(({ required }) => required)
      .flatMap(({ field }): Finding[] => {
        const lacking = audience.lacking.get(field) ?? audience.contacts;
        if (lacking === 0) return [];
        const who =
          lacking === audience.contacts ? `all ${lacking}` : `${lacking} of ${audience.contacts}`;
        return [
          {
            level: 'ERROR',
            code: 'FIELD_MISSING',
            language,
            place: placeOf(field, sources),
            message: `${who} recipients of this text have no “${field}”`,
            fix: `Give it a default: {{ contact.${field} | default: "…" }}, or put {% if contact.${field} %} around it.`,
          },
        ];
      });
  });
}

function placeOf(
  field: string,
  { part, subject, body }: FieldsOfText['sources'],
): Finding['place'] {
  const pattern = new RegExp(`contact\\s*\\.\\s*${field.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  const inBody = body.search(pattern);
  if (inBody < 0 && pattern.test(subject))
    return { part: 'subject', line: 1, column: null, element: null };
  const before = inBody < 0 ? null : body.slice(0, inBody).split('\n');
  return {
    part,
    line: before?.length ?? null,
    column: before ? before.at(-1)!.length + 1 : null,
    element: null,
  };
}
