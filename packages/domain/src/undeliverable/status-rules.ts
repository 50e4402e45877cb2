import type { BounceKind } from '../enums/bounces.ts';

interface StatusRule {
  /** Subject and detail of an enhanced status code (RFC 3463): `1.1`, or `7` for all of a subject. */
  readonly code: string;
  /** What a failure for good (5.x.x) with it is. */
  readonly permanent: BounceKind;
  readonly about: string;
}

/**
 * What failures for good are about, by RFC 3463 and the IANA registry of enhanced status codes. The longest that fits counts.
 * A mailbox that does not exist is HARD; what is about the mail, its sender, our reputation or the servers between is not:
 * else one bad day of ours would silence thousands of good addresses.
 */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    code: '0',
    permanent: 'HARD',
    about: 'undefined (RFC 3463 3.1): nothing is said but that it failed for good',
  },
  { code: '1', permanent: 'HARD', about: 'the address (RFC 3463 3.2)' },
  { code: '1.5', permanent: 'REFUSED', about: 'the address is valid' },
  { code: '1.7', permanent: 'REFUSED', about: "the sender's mailbox address has bad syntax" },
  { code: '1.8', permanent: 'REFUSED', about: "the sender's domain does not resolve" },
  {
    code: '1.9',
    permanent: 'REFUSED',
    about: 'relayed to a system that does not speak SMTP (RFC 5248)',
  },
  { code: '2', permanent: 'HARD', about: 'the mailbox (RFC 3463 3.3)' },
  { code: '2.2', permanent: 'SOFT', about: 'the mailbox is full' },
  { code: '2.3', permanent: 'REFUSED', about: 'the mail is longer than the mailbox allows' },
  { code: '2.4', permanent: 'REFUSED', about: 'a mailing list could not be expanded' },
  { code: '3', permanent: 'SOFT', about: 'the receiving system (RFC 3463 3.4)' },
  { code: '3.3', permanent: 'REFUSED', about: 'the system lacks a feature that the mail asks for' },
  { code: '3.4', permanent: 'REFUSED', about: 'the mail is too large for the system' },
  { code: '4', permanent: 'SOFT', about: 'the network and the routing (RFC 3463 3.5)' },
  { code: '5', permanent: 'REFUSED', about: 'the protocol between the servers (RFC 3463 3.6)' },
  { code: '6', permanent: 'REFUSED', about: 'the content of the mail (RFC 3463 3.7)' },
  {
    code: '7',
    permanent: 'REFUSED',
    about: 'security and policy: blocked, not authenticated, spam (RFC 3463 3.8)',
  },
  { code: '1.10', permanent: 'HARD', about: 'the domain takes no mail: null MX (RFC 7505)' },
  { code: '7.13', permanent: 'HARD', about: "the recipient's account is disabled (RFC 5248)" },
  { code: '7.17', permanent: 'HARD', about: 'the mailbox has changed its owner (RFC 7293)' },
  { code: '7.18', permanent: 'HARD', about: 'the domain has changed its owner (RFC 7293)' },
  {
    code: '7.27',
    permanent: 'REFUSED',
    about: "the sender's domain takes no mail: null MX (RFC 7505)",
  },
];

/** The rule for an enhanced status code, of which the class is left aside; undefined where no registered subject fits. */
export function ruleOfStatus(status: string): StatusRule | undefined {
  const [, subject, detail] = status.split('.');
  const of = (code: string): StatusRule | undefined =>
    STATUS_RULES.find((rule) => rule.code === code);
  return of(`${subject}.${detail}`) ?? of(subject!);
}
