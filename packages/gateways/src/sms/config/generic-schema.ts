import { z } from 'zod';
import { findUnknown } from '../generic/fill-template.ts';
import { MESSAGE_PLACEHOLDERS } from '../generic/message-values.ts';
import { callback, headers, ourSecrets, sources } from './parts.ts';

/** A text in which only these names stand in braces. */
function template(known: readonly string[]) {
  return z.string().superRefine((text, context) => {
    const unknown = findUnknown(text, known);
    if (unknown !== null)
      context.addIssue(
        `has {{${unknown}}}, which is none of ${known.map((one) => `{{${one}}}`).join(', ')}`,
      );
  });
}
function urlTemplate(known: readonly string[]) {
  return template(known).refine((text) => {
    const url = URL.parse(text.replaceAll(/\{\{[^{}]*\}\}/g, 'x'));
    const isOrigin = /^https?:\/\/[^/?#{}@]+(?:[/?]|$)/.test(text);
    return url !== null && isOrigin;
  }, 'must be an http:// or https:// URL without a user, with placeholders in path and query alone');
}

const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}, 'must be a regular expression');

const field = z.string().regex(/^[\w.\-[\]]{1,60}$/, 'must be the name of a field');
const words = z.array(z.string().min(1)).default([]);

/** How a message is handed over, and what the answer means. */
const send = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']).default('POST'),
  url: urlTemplate(MESSAGE_PLACEHOLDERS),
  headers: headers.default({}),
  contentType: z.string().default('application/json'),
  body: template(MESSAGE_PLACEHOLDERS).nullable().default(null),
  /** Added to the URL for statuses, raw: what the gateway fills in, such as `status=%d`. */
  statusQuery: z.string().nullable().default(null),
  /** Beside a status of 2xx; where it is missing the gateway has refused. */
  success: pattern.nullable().default(null),
  /** Where the id stands: a path into a JSON answer, or a pattern whose first group it is. */
  idPath: z.string().nullable().default(null),
  idPattern: pattern.nullable().default(null),
  /** The first whose `matches` is found in the answer, and whose `status` it has, says why it was refused. */
  refusals: z
    .array(
      z.strictObject({
        status: z.int().nullable().default(null),
        matches: pattern.nullable().default(null),
        as: z.enum(['opted-out', 'number', 'sender', 'throttled', 'fault']),
        again: z.boolean().default(false),
      }),
    )
    .default([]),
});

/** Under what names a message comes in. */
const receive = z.strictObject({
  from: field,
  /** Null: the gateway does not say; it is the one sender that it carries. */
  to: field.nullable().default(null),
  text: field,
  id: field.nullable().default(null),
  at: field.nullable().default(null),
  parts: z.strictObject({ ref: field, number: field, of: field }).nullable().default(null),
});

/** Under what names a status comes in, and what the gateway's words for it are. */
const statuses = z.strictObject({
  state: field,
  id: field.nullable().default(null),
  /** Our own id comes back as `message`, from the URL that it was told. */
  code: field.nullable().default(null),
  /** Whose number an opt-out or a number that was given up is about, where there is no message. */
  number: field.nullable().default(null),
  to: field.nullable().default(null),
  at: field.nullable().default(null),
  sent: words,
  delivered: words,
  failed: words,
  optedOut: words,
  deactivated: words,
});

/** Where the gateway's own list of who opted out is read, and written. */
const optOuts = z.strictObject({
  list: z.strictObject({
    /** `{{cursor}}` is what `next` gave before. */
    url: urlTemplate(['cursor']),
    headers: headers.default({}),
    /** Paths into the answer: to the list (null: it is the answer), and in each of it. */
    items: z.string().nullable().default(null),
    number: z.string(),
    sender: z.string().nullable().default(null),
    next: z.string().nullable().default(null),
  }),
  add: z
    .strictObject({
      method: z.enum(['POST', 'PUT']).default('POST'),
      url: urlTemplate(['number', 'sender']),
      headers: headers.default({}),
      contentType: z.string().default('application/json'),
      body: template(['number', 'sender']).nullable().default(null),
    })
    .nullable()
    .default(null),
});

/** What shows that a request comes from the gateway: all that is named must be there. */
const proof = z
  .strictObject({
    hmac: z
      .strictObject({
        header: field,
        secret: ourSecrets,
        algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
        encoding: z.enum(['hex', 'base64']).default('hex'),
      })
      .optional(),
    header: z.strictObject({ name: field, secret: ourSecrets }).optional(),
    query: z.strictObject({ name: field, secret: ourSecrets }).optional(),
    basic: callback.optional(),
    sources: sources.optional(),
  })
  .refine(({ hmac, header, query, basic }) => (hmac ?? header ?? query ?? basic) !== undefined, {
    error:
      'must name a secret: hmac, header, query or basic. An address alone can be pretended behind a proxy',
  });

/** What a request that was taken is answered with. */
const answer = z.strictObject({
  status: z.int().min(200).max(299).default(200),
  contentType: z.string().nullable().default(null),
  body: z.string().default(''),
});

export const generic = {
  textSender: z.boolean().default(false),
  inboundParts: z.enum(['whole', 'parts']).default('whole'),
  send,
  receive,
  statuses: statuses.nullable().default(null),
  proof,
  optOuts: optOuts.nullable().default(null),
  answer: answer.default({ status: 200, contentType: null, body: '' }),
};
const genericObject = z.strictObject(generic);
export type GenericSettings = z.infer<typeof genericObject>;
