import type { Became, Evidence, MailToRead, Transaction } from '@adieu/db';
import type { InboundOutcome, ParkedBecause } from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';
import type { AddressOfOurs } from './address-of-ours.ts';
import type { MailRead } from './read/mail-read.ts';
import type { Voucher } from './vouch/vouch-for.ts';

/** A mail to an address of ours, with what is known of it: what is to be done about it. */
export interface ActOnMail<To extends AddressOfOurs = AddressOfOurs> {
  readonly tx: Transaction;
  readonly mail: MailToRead;
  readonly to: To;
  readonly subject: string;
  /** As it came, from where its body begins. */
  readonly body: Buffer;
  /** What was read of it in a process of its own; null of a way out, which counts whatever it says. */
  readonly read: MailRead | null;
  /** Who says that it is of whom its From names; asked of complaints alone. */
  readonly voucher: Voucher | null;
  readonly ring: KeyRing;
  readonly mailDomain: string;
  readonly now: Date;
}

export type AddressOf<Kind extends AddressOfOurs['kind']> = Extract<AddressOfOurs, { kind: Kind }>;

interface MaybeAnybodys {
  /** It came to an address that everybody knows, and names nothing of ours. */
  readonly isAnybodys?: true;
}

/** What it became; or why somebody has to look; or what its sender is told of it, where they still listen. */
export type ActedOnMail =
  | (Partial<Became> & { readonly outcome: InboundOutcome } & MaybeAnybodys)
  | ({ readonly parked: ParkedBecause; readonly ofMessageId?: string } & MaybeAnybodys)
  | { readonly refused: MailRefusal };

export type MailRefusal = 'no-link' | 'not-found' | 'no-opt-out' | 'exempt';

/** What speaks for a wish that came by mail. */
export function evidenceOf({ envelope: { evidence, origin } }: MailToRead): Evidence {
  return origin === null ? evidence : { ...evidence, origin };
}
