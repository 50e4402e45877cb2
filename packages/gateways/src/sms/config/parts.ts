import { RATE, readRate } from '@adieu/domain';
import { z } from 'zod';

/** A name of the operator's; `what` is said where there is none. */
export function nameOf(what: string) {
  return z
    .string({ error: `must be the name that ${what}` })
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1-40 small letters, digits and hyphens');
}

/** It stands in the gateway's routes, `/sms/NAME`. */
export const name = nameOf('its routes have, /sms/NAME');

const LEAST_SECRET = 16;

/** What a gateway gave: however short it is, it can not be changed here. */
export const theirs = z
  .string({ error: 'must be the text that the gateway shows' })
  .min(1, 'must not be empty');

/** What we choose: long enough not to be guessed. */
const chosen = z
  .string({ error: 'must be a secret of your own (openssl rand -hex 24 makes one)' })
  .min(
    LEAST_SECRET,
    `must have ${LEAST_SECRET} characters or more (openssl rand -hex 24 makes one)`,
  );

/** One, or several while one takes over from the other: all are accepted, the first is used. */
function oneOrMore(secret: z.ZodString) {
  return z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    z
      .array(secret, { error: 'must be a secret, or a list of them while a new one takes over' })
      .min(1, 'must hold a secret'),
  );
}
export const theirSecrets = oneOrMore(theirs);
export const ourSecrets = oneOrMore(chosen);

/** What a gateway is told to say in `Authorization: Basic` when it calls us. */
export const callback = z.strictObject({
  username: z.string().regex(/^[\w.-]{1,60}$/, 'must be 1-60 letters, digits, dots and hyphens'),
  // It stands in a URL that the gateway is given.
  password: chosen.regex(/^[\w.-]+$/, 'must be letters, digits, dots, hyphens and underscores'),
});

/** Addresses and networks that a gateway calls from. */
export const sources = z
  .array(
    z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
      error: 'must be an address or a network, such as 192.0.2.0/24',
    }),
  )
  .min(1);

export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
  .refine(
    (text) => URL.parse(text)?.username === '',
    'must hold no user: a header of Basic authentication says it',
  );

/** Whom it carries: `*` is every sender that no other gateway names. */
export const senders = z
  .array(z.string().trim().min(1), { error: 'must be a list of numbers, short codes and names' })
  .min(1, 'must name a sender, or "*" for all that no other gateway carries');

/** What a request's headers may hold. */
export const headers = z.record(
  z.string().regex(/^[\w-]{1,60}$/, 'must be the name of a header'),
  z.string().regex(/^[\t\x20-\x7e]*$/, 'must be ASCII without line breaks'),
);

/** Messages at most, in a second; null: as many as are asked for at once. */
export const rate = z
  .string()
  .nullable()
  .default(null)
  .transform((text, context) => {
    const perSecond = text === null ? null : readRate(text);
    if (text === null || perSecond !== null) return perSecond;
    context.addIssue(`must be ${RATE}`);
    return z.NEVER;
  });

/** Requests on their way to it at once, at most. */
export const atOnce = z.int().min(1).max(200).default(10);
