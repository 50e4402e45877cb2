import type { SmsCountFragment } from '../generated/documents.ts';

/** What an SMS comes to. */
export interface SmsSize {
  readonly encoding: string;
  readonly characters: number;
  /** As it is paid for. */
  readonly parts: number;
  /** The first character that takes the whole text out of GSM-7; null where none does. */
  readonly forcedBy: string | null;
  /** The text with what GSM-7 has in its place, to take instead; null where there is none, or none is needed. */
  readonly replacement: string | null;
}

export function smsSize({
  encoding,
  characters,
  parts,
  forcedBy,
  replacement,
}: SmsCountFragment): SmsSize {
  return { encoding, characters, parts, forcedBy, replacement };
}
