import { z } from 'zod';
import { fromId, type IdPrefix } from '../graphql/shared/ids.ts';

/** What is wrong with a parameter, by its name. */
export interface BadQuery {
  readonly field: string | null;
  readonly message: string;
}

/** One of these words. */
export const oneOf = <Word extends string>(words: readonly Word[]) =>
  z.enum(words as [Word, ...Word[]], { error: `must be ${words.join(' or ')}` });

/** The row's id of a public id; null where it was left out. */
export const optionalId = (prefix: IdPrefix) =>
  z
    .string(`must be the id of a ${prefix}`)
    .transform((id) => fromId(prefix, id))
    .refine((id) => id !== null, `must be the id of a ${prefix}`)
    .nullable()
    .default(null);

/**
 * The parameters of a route, by a strict schema: one that is misspelt must not give more than was asked for. Or the first
 * thing that is wrong, without the value that came.
 */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  query: unknown,
): { readonly read: z.output<Schema> } | BadQuery {
  const parsed = schema.safeParse(query);
  if (parsed.success) return { read: parsed.data };
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const field = issue.keys[0]?.slice(0, 50) ?? null;
    return { field, message: `${field}: there is no such parameter.` };
  }
  const field = String(issue?.path[0]);
  return { field, message: `${field}: ${issue?.message}.` };
}
