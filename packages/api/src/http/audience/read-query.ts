import { AUDIENCE_USES, PURPOSES } from '@adieu/domain';
import { LIST_OUT_FORMATS, type ListOutFormat } from '@adieu/intake';
import { z } from 'zod';
import { type BadQuery, oneOf, optionalId, readQuery } from '../query.ts';

const MOST_FIELDS = 50;
const yesOrNo = oneOf(['0', '1'])
  .default('0')
  .transform((given) => given === '1');

const schema = z.strictObject({
  use: oneOf(AUDIENCE_USES),
  topic: optionalId('topic'),
  purpose: oneOf(PURPOSES).nullable().default(null),
  format: oneOf(LIST_OUT_FORMATS).optional(),
  bom: yesOrNo,
  fields: z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((name) => name !== ''))])
    .refine((names) => names.length <= MOST_FIELDS, `at most ${MOST_FIELDS} fields`)
    .nullable()
    .default(null),
  unfiltered: yesOrNo,
});

export type AudienceQuery = Omit<z.output<typeof schema>, 'format'> & {
  readonly format: ListOutFormat;
};

/** What an audience is asked for with; or the first thing that is wrong. */
export function readAudienceQuery(
  query: unknown,
  accept: string | undefined,
): AudienceQuery | BadQuery {
  const parsed = readQuery(schema, query);
  if ('message' in parsed) return parsed;
  const { read } = parsed;
  const format = read.format ?? (/\btext\/csv\b/.test(accept ?? '') ? 'csv' : 'ndjson');
  if (read.unfiltered && read.purpose === null)
    return { field: 'purpose', message: 'purpose: say what an unfiltered list is for.' };
  return { ...read, format };
}
