import { failureInWords } from './failure-in-words.ts';
import { type Field, readFieldGroups, valueOf } from './fields.ts';
import type { DeliveryAction, DeliveryReport, ReportedRecipient } from './mail-read.ts';
import { type Parts, parseParts } from './parse-parts.ts';
import { reportedAddress } from './reported-address.ts';
import { textOf } from './text-of.ts';

const STATUS_PARTS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const MOST_RECIPIENTS = 50;
/** A report that is handed on as it came. */
const DEEPEST = 2;

/**
 * What a delivery status notification says of each recipient (RFC 3464; RFC 6533 beyond ASCII): of its part where there is
 * one, else of a mail that it hands on, else of the words that older mail servers write. Null: it is no such report.
 */
export async function readDelivery(mail: Parts, depth = 0): Promise<DeliveryReport | null> {
  const said = mail.parts.filter(({ type }) => STATUS_PARTS.has(type));
  const recipients = said
    .flatMap(({ content }) => readFieldGroups(textOf(content)))
    .flatMap(splitByRecipient)
    .flatMap(recipientOf)
    .slice(0, MOST_RECIPIENTS);
  if (recipients.length > 0) return { kind: 'DELIVERY', saidBy: 'FIELDS', recipients };
  const words = failureInWords(mail);
  if (words !== null) return { kind: 'DELIVERY', saidBy: 'WORDS', recipients: [words] };
  if (depth >= DEEPEST) return null;
  for (const { type, content } of mail.parts) {
    if (type !== 'message/rfc822' && type !== 'message/global') continue;
    const within = await readDelivery(await parseParts(content), depth + 1);
    if (within?.saidBy === 'FIELDS') return within;
  }
  return null;
}

/** Some write one recipient after the other without an empty line between them. */
function splitByRecipient(group: readonly Field[]): Field[][] {
  const groups: Field[][] = [[]];
  for (const field of group) {
    const isNext = field[0] === 'final-recipient' && valueOf(groups.at(-1)!, 'final-recipient');
    if (isNext) groups.push([]);
    groups.at(-1)!.push(field);
  }
  return groups;
}

function recipientOf(group: readonly Field[]): ReportedRecipient[] {
  const named = valueOf(group, 'final-recipient') ?? valueOf(group, 'original-recipient');
  const action = actionOf(valueOf(group, 'action'));
  if (named === null && action === null) return [];
  const diagnostic = valueOf(group, 'diagnostic-code');
  const status = statusOf(valueOf(group, 'status')) ?? statusOf(diagnostic, SOMEWHERE);
  const [, code] = REPLY.exec(diagnostic ?? '') ?? [];
  return [
    {
      address: named === null ? null : reportedAddress(named),
      action,
      status,
      code: code === undefined ? null : Number(code),
      failure: failureOf(action, status),
    },
  ];
}

const ACTIONS: readonly DeliveryAction[] = [
  'failed',
  'delayed',
  'delivered',
  'relayed',
  'expanded',
];

function actionOf(value: string | null): DeliveryAction | null {
  const word = value?.toLowerCase() ?? '';
  return ACTIONS.find((action) => word.startsWith(action)) ?? null;
}

const FIRST = /^([245]\.\d{1,3}\.\d{1,3})(?!\d)/;
const SOMEWHERE = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

const REPLY = /^(?:smtp *; *)?([245]\d\d)(?!\d)/i;

function statusOf(value: string | null, where = FIRST): string | null {
  return where.exec(value ?? '')?.[1] ?? null;
}

/** Only what failed: `failed` with 4.x.x may not fail the next time, with nothing said it failed for good (M-7). */
function failureOf(action: DeliveryAction | null, status: string | null) {
  if (action !== 'failed' || status?.startsWith('2')) return null;
  return status?.startsWith('4') ? 'SOFT' : 'HARD';
}
