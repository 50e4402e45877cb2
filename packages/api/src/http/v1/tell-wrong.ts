import type { z } from 'zod';
import { refusal, type Refusal } from './asked.ts';

/** The first thing that is wrong with a request, by its path and without the value that came. */
export function tellWrong({ issues }: z.ZodError): Refusal {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    const field = issue.keys[0]!.slice(0, 50);
    return refusal(400, 'INVALID_INPUT', `${field}: there is no such parameter.`, field);
  }
  const field = issue?.path.join('.') || null;
  const message = issue?.message ?? 'can not be read';
  return refusal(
    400,
    'INVALID_INPUT',
    field === null ? `${message}.` : `${field}: ${message}.`,
    field,
  );
}
