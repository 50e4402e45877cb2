import {
  isCommand,
  readDisplayName,
  readKeyword,
  readSenderText,
  type SenderKind,
  type SenderRefusal,
} from '@adieu/domain';
import { normaliseEmail } from './normalise-email.ts';
import { readNumber } from './read-number.ts';

/** What is sent from, each part in its normal form; an empty name or keyword is none. */
export interface SenderForm {
  readonly kind: SenderKind;
  readonly name: string;
  readonly address: string;
  readonly keyword: string;
}

type Read = string | { readonly refused: SenderRefusal };

/** A sender as it was typed. `country` (ISO 3166) is the one that numbers without a country are of; null = none is assumed. */
export function readSender(
  typed: SenderForm,
  country: string | null,
): SenderForm | { readonly refused: SenderRefusal } {
  const { kind } = typed;
  const address = READ[kind](typed.address, country);
  if (typeof address !== 'string') return address;
  const name = readDisplayName(typed.name);
  if (name === null) return { refused: 'name-unusable' };
  if (name !== '' && kind !== 'EMAIL') return { refused: 'name-of-email-alone' };
  const keyword = readKeyword(typed.keyword);
  if (keyword === null) return { refused: 'keyword-unusable' };
  if (isCommand(keyword)) return { refused: 'keyword-acts' };
  if (keyword !== '' && kind !== 'SHORT_CODE') return { refused: 'keyword-of-short-code-alone' };
  return { kind, name, address, keyword };
}

const READ: Readonly<Record<SenderKind, (text: string, country: string | null) => Read>> = {
  EMAIL: readEmail,
  NUMBER: readOwnNumber,
  TEXT: (text) => readSenderText(text) ?? { refused: 'not-a-sender-text' },
  SHORT_CODE: readShortCode,
};

/** What lies beyond ASCII before the @ can only be sent by SMTPUTF8 (RFC 6531), which few receivers take. */
function readEmail(text: string): Read {
  const address = normaliseEmail(text);
  if (address === null) return { refused: 'not-an-email' };
  return /^[\x21-\x7e]+$/.test(address) ? address : { refused: 'email-beyond-ascii' };
}

function readOwnNumber(text: string, country: string | null): Read {
  const read = readNumber(text, country);
  if (read.kind === 'NUMBER') return read.number;
  return { refused: read.kind === 'COUNTRY_NEEDED' ? 'country-needed' : 'not-a-number' };
}

/** Without a country: with one, a few people's own numbers are as short. */
function readShortCode(text: string): Read {
  const read = readNumber(text, null);
  return read.kind === 'SHORT_CODE' ? read.code : { refused: 'not-a-short-code' };
}
