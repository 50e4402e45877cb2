export { type BreakingLine, breakingLine } from './breaking-line.ts';
export {
  type Dovecot,
  missingDovecot,
  PASSWORD as IMAP_PASSWORD,
  startDovecot,
  USER as IMAP_USER,
} from './start-dovecot.ts';
