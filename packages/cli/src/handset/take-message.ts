import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CallAdieu, statusPath } from './call-adieu.ts';
import type { HandsetMessages } from './messages.ts';

const NUMBER = /^\+[1-9]\d{6,14}$/;

/** What Adieu hands over, as handsetSettings in gateways writes it. */
const outgoing = z.object({
  id: z.string(),
  from: z.string().min(1).max(20),
  to: z.string(),
  text: z.string().min(1).max(40_000),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  parts: z.coerce.number().int().min(1).max(255),
  statusUrl: z.string(),
});

/** The status to answer with, and what to say. The phone has it when this returns; Adieu hears of it after. */
export function takeMessage(
  json: unknown,
  { handset, call, clock }: { handset: HandsetMessages; call: CallAdieu; clock: () => Date },
): { status: number; body: object } {
  const parsed = outgoing.safeParse(json);
  if (!parsed.success) return { status: 400, body: { error: 'no message' } };
  const { from: other, to: phone, text, encoding, parts, statusUrl } = parsed.data;
  if (!NUMBER.test(phone)) return { status: 422, body: { error: 'no number' } };
  if (handset.hasOptedOut({ number: phone, sender: other }))
    return { status: 409, body: { error: 'opted out' } };
  const id = `hs-${randomUUID()}`;
  const at = clock().toISOString();
  handset.add({
    id,
    phone,
    other,
    direction: 'TO_PHONE',
    text,
    encoding,
    parts,
    at,
    state: 'SENT',
  });
  void tellStatuses(id, statusPath(statusUrl), { handset, call, clock });
  return { status: 200, body: { id } };
}

async function tellStatuses(
  id: string,
  path: string | null,
  { handset, call, clock }: { handset: HandsetMessages; call: CallAdieu; clock: () => Date },
): Promise<void> {
  const tell = async (state: 'SENT' | 'DELIVERED'): Promise<unknown> =>
    path === null ? null : call(path, { id, state, at: clock().toISOString() });
  await tell('SENT');
  handset.become(id, 'DELIVERED');
  await tell('DELIVERED');
}

const written = z.object({
  phone: z.string().regex(NUMBER),
  other: z
    .string()
    .trim()
    .regex(/^\+?\d{3,15}$/),
  text: z.string().trim().min(1).max(1_600),
});

const WANTED: Readonly<Record<keyof z.infer<typeof written>, string>> = {
  phone: 'phone: the number of the phone that writes, like +46701740605',
  other: 'other: whom it writes to, a number like +46766861004 or a short code like 72080',
  text: 'text: what it writes, 1 to 1600 characters',
};

/** What somebody wrote on a phone; or what is wrong with it, a line for each field. */
export function writeMessage(
  given: unknown,
  { handset, call, clock }: { handset: HandsetMessages; call: CallAdieu; clock: () => Date },
): { readonly id: string; readonly taken: Promise<boolean> } | { readonly refused: string } {
  const parsed = written.safeParse(given);
  if (!parsed.success) return { refused: tellWrong(given, parsed.error) };
  const { phone, other, text } = parsed.data;
  const id = `hs-${randomUUID()}`;
  const at = clock().toISOString();
  const none = { encoding: null, parts: null };
  handset.add({ id, phone, other, direction: 'FROM_PHONE', text, ...none, at, state: 'WAITING' });
  const taken = call('/sms/handset', { id, from: phone, to: other, text, at }).then((isTaken) => {
    handset.become(id, isTaken ? 'TAKEN' : 'REFUSED');
    return isTaken;
  });
  return { id, taken };
}

const HAS_LETTER = /\p{L}/u;

function tellWrong(given: unknown, { issues }: z.ZodError): string {
  const fields = (typeof given === 'object' && given !== null ? given : {}) as Readonly<
    Record<string, unknown>
  >;
  const wrong = new Set(issues.map(({ path }) => path[0]));
  return (['phone', 'other', 'text'] as const)
    .filter((field) => wrong.size === 0 || wrong.has(undefined) || wrong.has(field))
    .map((field) => {
      const said = fields[field];
      if (said === undefined) return `${WANTED[field]} (it is missing)`;
      return field === 'other' && typeof said === 'string' && HAS_LETTER.test(said)
        ? `${WANTED[field]}; a name can not be answered`
        : WANTED[field];
    })
    .join('\n');
}
