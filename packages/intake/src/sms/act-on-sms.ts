import type { Became, ToRead, Transaction, WhereSmsCame } from '@adieu/db';
import type { InboundOutcome } from '@adieu/domain';
import type { Understood } from '../words/understand-words.ts';
import type { Aim } from './aims.ts';

/** An SMS of a person, read, with where it came to: what is to be done with it. */
export interface ReadSms {
  readonly tx: Transaction;
  readonly sms: ToRead & { readonly fromKey: Buffer; readonly fromAddress: string };
  readonly where: WhereSmsCame;
  readonly words: Understood;
  readonly aims: readonly Aim[];
  /** Which of them sees what was written; null: none. */
  readonly whose: Aim | null;
  /** Of the number. */
  readonly country: string | null;
  /** Whether it came to a short code of the installation. */
  readonly isShared: boolean;
  readonly now: Date;
}

/** What it became, about the first of its aims; null: nobody here can be meant. */
export type Acted = Pick<Became, 'outcome' | 'requestId' | 'doubleOptInId'>;

export function acted(
  outcome: InboundOutcome,
  of: { readonly requestId?: string | null; readonly doubleOptInId?: string | null } = {},
): Acted {
  const { requestId = null, doubleOptInId = null } = of;
  return { outcome, requestId, doubleOptInId };
}
