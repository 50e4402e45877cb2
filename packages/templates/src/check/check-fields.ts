import type { Language } from '@adieu/domain';
import { distance } from 'fastest-levenshtein';
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

/**
 * Merge fields without a default that some of the audience lack: each would be a mail with a hole. And those with one that
 * nobody has: every mail would say the default, as where a name is misspelt.
 */
export function checkFields(
  variants: readonly FieldsOfText[],
  coverage: FieldCoverage,
  known: readonly string[],
): Finding[] {
  return variants.flatMap(({ language, fields, sources }) => {
    const audience = coverage.get(language);
    if (audience === undefined || audience.contacts === 0) return [];
    return fields.flatMap(({ field, required }): Finding[] => {
      const lacking = audience.lacking.get(field) ?? (required ? audience.contacts : 0);
      if (lacking === 0) return [];
      if (!required)
        return lacking < audience.contacts
          ? []
          : [
              {
                level: 'WARNING',
                code: 'FIELD_UNKNOWN',
                language,
                place: placeOf(field, sources),
                message: `nobody who gets this text has a “${field}”: every mail says what stands for it`,
                fix: `${spelling(field, known)}Look at how the field is spelt, or leave it out.`,
              },
            ];
      const who = lackingOf(lacking, audience.contacts);
      return [
        {
          level: 'ERROR',
          code: 'FIELD_MISSING',
          language,
          place: placeOf(field, sources),
          message: `${who} “${field}”`,
          fix: `${lacking === audience.contacts ? spelling(field, known) : ''}Give it a default: {{ contact.${field} | default: "…" }}, or put {% if contact.${field} %} around it.`,
        },
      ];
    });
  });
}

/** A name that the audience has and that this one may be meant for; empty where none is near. */
function spelling(field: string, known: readonly string[]): string {
  const near = known
    .map((name) => ({ name, edits: distance(name.toLowerCase(), field.toLowerCase()) }))
    .filter(
      ({ name, edits }) => name !== field && edits <= Math.min(2, Math.floor(field.length / 3)),
    )
    .toSorted((a, b) => a.edits - b.edits)[0];
  return near === undefined ? '' : `Did you mean “${near.name}”? `;
}

function lackingOf(lacking: number, all: number): string {
  if (all === 1) return 'the one recipient of this text has no';
  const count = lacking === all ? `all ${all}` : `${lacking} of ${all}`;
  return `${count} recipients of this text ${lacking === 1 ? 'has' : 'have'} no`;
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
