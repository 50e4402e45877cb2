import type { OptOutMethod } from '../enums/requests.ts';
import type { ScopeKind } from '../enums/scopes.ts';
import type { Wait } from './judge-choice.ts';
import type { GateAnswer } from './judge-message.ts';

/** Every answer that somebody may be told, with the one for a text that is no address at all. */
export type ExplainedAnswer =
  | GateAnswer
  | { readonly allowed: false; readonly because: 'UNKNOWN_ADDRESS' };

const WITHOUT_A_ROW = {
  NO_OBJECTION: 'Yes: nobody objected at this address.',
  TRANSACTIONAL: 'Yes: transactional messages (receipts, codes) have no opt-out.',
  CONTACT_REMOVED: 'No: this address is no longer in the book, or was erased.',
  ARCHIVED: 'No: the account, the address book or the topic is archived.',
  SENDER_BLOCKED:
    'No: they wrote STOP to the short code that this would come from; nothing more goes to them from it.',
  SIGN_UP_UNCONFIRMED:
    'No: they asked to sign up and have not confirmed, and no other consent is on record.',
  UNKNOWN_ADDRESS: 'No: this is not an address that anything can be sent to.',
} as const;

function choiceOf(wait: Wait): string {
  if (wait.because === 'FREQUENCY_CAP') return 'had the most that they want';
  const { pausedUntil, nextAllowedAt } = wait;
  return nextAllowedAt > pausedUntil
    ? `set a pause until ${pausedUntil.toISOString()}, had the most that they want before it`
    : 'set a pause';
}

const WHAT: Readonly<Record<ScopeKind, string>> = {
  TOPIC: 'this topic',
  BOOK: 'this address book',
  ACCOUNT: 'all marketing of this account',
  ORGANISATION: 'all marketing of this organisation',
};

const HOW: Readonly<Record<OptOutMethod, string>> = {
  ONE_CLICK: 'one-click',
  LINK: 'link',
  MAILTO: 'mail to the address for leaving',
  MAIL_REPLY: 'answer to a mail',
  SMS_KEYWORD: 'answer to an SMS',
  SMS_LINK: 'link in an SMS',
  SPAM_REPORT: 'spam report',
  API: 'API',
  MANUAL: 'hand of an admin',
  FILTER: 'filter',
  IMPORT: 'import',
  PROVIDER: 'list of a provider',
};

/** The request behind a no: the id that is shown to people, and how it came. */
export interface ExplainedRequest {
  readonly id: string;
  readonly method: OptOutMethod;
}

/** The gate's answer as one English sentence: the decisive row, its time and the request behind it, if there is one (N9). */
export function explainGate(answer: ExplainedAnswer, request: ExplainedRequest | null): string {
  if ('nextAllowedAt' in answer)
    return `No: the recipient ${choiceOf(answer)}, and gets no marketing of this account until ${answer.nextAllowedAt.toISOString()}.`;
  if ('undeliverableSince' in answer)
    return `No: what was sent to this address came back, and nothing more is since ${answer.undeliverableSince.toISOString()}.`;
  if (!('decisive' in answer)) return WITHOUT_A_ROW[answer.because];
  const { state, scopeKind, since } = answer.decisive;
  const no =
    state === 'OPTED_OUT'
      ? `No: opted out of ${WHAT[scopeKind]} since ${since.toISOString()}`
      : `No: paused for ${WHAT[scopeKind]} since ${since.toISOString()}, while a wish to leave is reviewed`;
  return request === null ? `${no}.` : `${no}, by ${HOW[request.method]}, request ${request.id}.`;
}
