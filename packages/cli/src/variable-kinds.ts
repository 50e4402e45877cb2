import { readMailDomain, readPublicUrl, settingStep } from '@adieu/domain';
import { z } from 'zod';

export const port = z.coerce
  .number('a port number')
  .int('a port number')
  .min(1, '1 or more')
  .max(65_535, '65535 or less');
export const countTo = (most: number) =>
  z.coerce
    .number('a number')
    .int('a whole number')
    .min(1, '1 or more')
    .max(most, `${most} or less`);
export const count = countTo(100);
export const text = z.string();
/** It stands in a URL as it is. */
export const password = z
  .string()
  .regex(/^[\w-]{16,}$/, '16 or more letters, digits, hyphens and underscores');
export const address = z.string().regex(/^[^\s/:]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i, 'host:port');
export const domain = z.string().transform(settingStep(readMailDomain));
export const origin = z.string().transform(settingStep(readPublicUrl));
export const level = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);

/** A URL of one of these kinds; what was given is never quoted back, as it may hold a password. */
export function url(...protocols: string[]): z.ZodType<string> {
  const fits = (value: string): boolean =>
    protocols.includes(URL.parse(value)?.protocol.slice(0, -1) ?? '');
  return z
    .string()
    .refine(fits, `a URL that begins with ${protocols.map((name) => `${name}://`).join(' or ')}`);
}

/** The same, one or several by spaces. */
export function urls(...protocols: string[]): z.ZodType<string> {
  const one = url(...protocols);
  return z.string().superRefine((value, context) => {
    for (const each of value.trim().split(/\s+/)) {
      const message = one.safeParse(each).error?.issues[0]?.message;
      if (message !== undefined) context.addIssue(message);
    }
  });
}
