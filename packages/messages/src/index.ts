export { CAMPAIGN_MESSAGES } from './campaigns/index.ts';
export { consentDeclaration, DECLARATION_VERSION } from './consent/declaration.ts';
export { wantedText } from './consent/wanted.ts';
export {
  formatBrief,
  formatDay,
  formatHour,
  formatInstant,
  formatLongDay,
  formatUntil,
} from './instants.ts';
export { DEFAULT_LANGUAGE, LANGUAGE_NAMES, languageOf } from './languages.ts';
export type { MailMessages } from './mails/en.ts';
export { MAIL_MESSAGES } from './mails/index.ts';
export type { MemberMessages } from './members/en.ts';
export { MEMBER_MESSAGES } from './members/index.ts';
export { formatNumber, formatRate, formatSpan } from './numbers.ts';
export type { PageMessages } from './pages/en.ts';
export { PAGE_MESSAGES } from './pages/index.ts';
export { type Forms, plural } from './plural.ts';
export { DOCUMENT_VERSION, proofDocument, type ProofFacts } from './proof/document.ts';
export { type Reader, readerOf } from './reader.ts';
export type { ReviewMessages } from './review/en.ts';
export { REVIEW_MESSAGES } from './review/index.ts';
export { LOCALES } from './locales.ts';
export type { SetupMessages } from './setup/en.ts';
export { SETUP_MESSAGES } from './setup/index.ts';
export type { SmsMessages } from './sms/en.ts';
export { SMS_MESSAGES } from './sms/index.ts';
export { SMS_WAY_OUT } from './sms/way-out.ts';
