import type { Purpose } from '../enums/channels.ts';
import { LONGEST_REASON } from './decide.ts';

export type ExemptionRefusal =
  | 'only-service-can-be-exempt'
  | 'already-exempt'
  | 'not-exempt'
  | 'reason-required'
  | 'reason-too-long';

export const EXEMPTION_REFUSALS: Readonly<Record<ExemptionRefusal, string>> = {
  'only-service-can-be-exempt':
    'Only a book of staff or member information can be exempt from opt-out: everybody may object to marketing at any time (GDPR Art. 21(2)).',
  'already-exempt': 'This book is exempt already; its history says since when and why.',
  'not-exempt': 'This book is not exempt: its recipients can leave it.',
  'reason-required': 'An exemption, and its end, needs a reason: it is kept for good.',
  'reason-too-long': `A reason has at most ${LONGEST_REASON} characters.`,
};

/** Null where an operator may begin (`exempt`) or end an exemption of a book, else why not (A1). */
export function refuseExemption(
  book: { readonly purpose: Purpose; readonly isExempt: boolean },
  exempt: boolean,
  reason: string,
): ExemptionRefusal | null {
  if (book.purpose !== 'SERVICE') return 'only-service-can-be-exempt';
  if (exempt && book.isExempt) return 'already-exempt';
  if (!exempt && !book.isExempt) return 'not-exempt';
  if (reason.trim() === '') return 'reason-required';
  return reason.length > LONGEST_REASON ? 'reason-too-long' : null;
}
