import type { EvidenceKind } from '../enums/ledger.ts';
import type { OptOutMethod, RequestSignal } from '../enums/requests.ts';

/** Where a method comes from, and what it means. */
export interface MethodRule {
  /** What a wish by it is taken for where nobody says otherwise. */
  readonly signal: RequestSignal;
  /** ADIEU: only Adieu itself can have seen it. KEY: an API key may report it, because it happens elsewhere. */
  readonly seenBy: 'ADIEU' | 'KEY';
  /** What its evidence is of. */
  readonly evidence: EvidenceKind;
}

/** Every method and its rule (F7). */
export const METHODS: Readonly<Record<OptOutMethod, MethodRule>> = {
  ONE_CLICK: { signal: 'CLEAR', seenBy: 'ADIEU', evidence: 'ONE_CLICK' },
  LINK: { signal: 'CLEAR', seenBy: 'ADIEU', evidence: 'PAGE' },
  MAILTO: { signal: 'CLEAR', seenBy: 'ADIEU', evidence: 'MAIL' },
  // Free words in an answer: whether they mean goodbye is for a person to say.
  MAIL_REPLY: { signal: 'UNCLEAR', seenBy: 'KEY', evidence: 'MAIL' },
  SMS_KEYWORD: { signal: 'CLEAR', seenBy: 'KEY', evidence: 'SMS' },
  SMS_LINK: { signal: 'CLEAR', seenBy: 'ADIEU', evidence: 'PAGE' },
  SPAM_REPORT: { signal: 'CLEAR', seenBy: 'KEY', evidence: 'REPORT' },
  API: { signal: 'CLEAR', seenBy: 'KEY', evidence: 'API' },
  MANUAL: { signal: 'UNCLEAR', seenBy: 'KEY', evidence: 'NOTE' },
  // A rule found it, ours (machine signals) or the sender's own.
  FILTER: { signal: 'UNCLEAR', seenBy: 'KEY', evidence: 'MACHINE' },
  IMPORT: { signal: 'CLEAR', seenBy: 'ADIEU', evidence: 'IMPORT' },
  PROVIDER: { signal: 'CLEAR', seenBy: 'KEY', evidence: 'REPORT' },
};

/** Why an API key may not report a method. */
export const METHOD_NOT_CLAIMABLE =
  'Only Adieu itself can have seen this, so no key may report it. Say API, MANUAL or PROVIDER.';
