import { AUDIENCE_USES, PURPOSES } from '@adieu/domain';
import { z } from 'zod';
import { fromId } from '../../graphql/shared/ids.ts';

const MOST_FIELDS = 50;
const FORMATS = ['ndjson', 'csv'] as const;
export type AudienceFormat = (typeof FORMATS)[number];

const oneOf = <Word extends string>(words: readonly Word[]) =>
  z.enum(words as [Word, ...Word[]], { error: `must be ${words.join(' or ')}` });

/** Strict: a parameter that is misspelt must not hand out more than was asked for. */
const schema = z.strictObject({
  use: oneOf(AUDIENCE_USES),
  topic: z
    .string()
    .transform((id) => fromId('topic', id))
    .refine((id) => id !== null, 'there is no such topic')
    .nullable()
    .default(null),
  purpose: oneOf(PURPOSES).nullable().default(null),
  format: oneOf(FORMATS).optional(),
  fields: z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((name) => name !== ''))])
    .refine((names) => names.length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`)
    .nullable()
    .default(null),
  unfiltered: oneOf(['0', '1'])
    .default('0')
    .transform((given) => given === '1'),
});

export type AudienceQuery = Omit<z.output<typeof schema>, 'format'> & {
  readonly format: AudienceFormat;
};

/** What an audience is asked for with; or the first thing that is wrong. */
export function readAudienceQuery(
  query: unknown,
  accept: string | undefined,
): AudienceQuery | { readonly field: string | null; readonly message: string } {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    if (issue?.code === 'unrecognized_keys') {
      const [field] = issue.keys;
      return { field: field ?? null, message: `${field}: there is no such parameter.` };
    }
    const field = String(issue?.path[0]);
    return { field, message: `${field}: ${issue?.message}.` };
  }
  const format = parsed.data.format ?? (/\btext\/csv\b/.test(accept ?? '') ? 'csv' : 'ndjson');
  if (parsed.data.unfiltered && parsed.data.purpose === null)
    return { field: 'purpose', message: 'purpose: say what an unfiltered list is for.' };
  return { ...parsed.data, format };
}
