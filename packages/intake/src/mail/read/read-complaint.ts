import { type Field, readFieldGroups, readHeader, valueOf, valuesOf } from './fields.ts';
import type { ComplainedOf, ComplaintReport } from './mail-read.ts';
import { idsOf } from './message-ids.ts';
import type { Part, Parts } from './parse-parts.ts';
import { textOf } from './text-of.ts';

const ENCLOSED = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  // AOL's.
  'text/rfc822-header',
  'message/rfc822-headers',
  'message/global-headers',
]);
const MOST_FIELDS = 60;
const MOST_IDS = 20;

/**
 * A complaint (RFC 5965): its part says of what kind. Hotmail's has none: it is the mail that is complained of, with headers
 * of theirs on top. Null: none. What it names is taken out of headers alone, as many mailbox providers redact the rest.
 */
export function readComplaint(mail: Parts): ComplaintReport | null {
  const said = mail.parts.find(({ type }) => type === 'message/feedback-report');
  const enclosed = mail.parts.filter(({ type }) => ENCLOSED.has(type)).map(headerOf);
  if (said !== undefined) {
    // In one group; some write an empty line between them.
    const fields = readFieldGroups(textOf(said.content)).flat().slice(0, MOST_FIELDS);
    const type = valueOf(fields, 'feedback-type')?.toLowerCase() ?? '';
    return {
      kind: 'COMPLAINT',
      type: type === '' ? 'unknown' : type,
      saidBy: 'FIELDS',
      fields,
      recipients: recipientsOf(fields, enclosed),
      ids: idsIn(enclosed, fields),
    };
  }
  const handedOn = enclosed.filter((header) => JMRP.some((name) => valueOf(header, name) !== null));
  if (handedOn.length === 0) return null;
  return {
    kind: 'COMPLAINT',
    type: 'abuse',
    saidBy: 'ENCLOSED',
    fields: [],
    recipients: handedOn.flatMap((header) => addressesOf(header, JMRP[0])),
    ids: idsIn(handedOn, []),
  };
}

/** Microsoft's Junk Mail Reporting Program puts them on top of the mail. */
const JMRP = ['x-hmxmroriginalrecipient', 'x-reporter-ip'] as const;

function headerOf({ content }: Part): Field[] {
  return readHeader(textOf(content));
}

function recipientsOf(fields: readonly Field[], enclosed: readonly Field[][]): string[] {
  for (const name of ['original-rcpt-to', 'removal-recipient', 'redacted-address']) {
    const named = addressesOf(fields, name);
    if (named.length > 0) return named;
  }
  return enclosed.flatMap((header) => addressesOf(header, 'to')).slice(0, MOST_IDS);
}

function addressesOf(fields: readonly Field[], name: string): string[] {
  const named = valuesOf(fields, name).flatMap((value) => value.split(/[\s<>,;"]+/));
  return [...new Set(named.filter((word) => /.@./.test(word)))].slice(0, MOST_IDS);
}

function idsIn(enclosed: readonly Field[][], fields: readonly Field[]): ComplainedOf {
  const all = (name: string): string[] =>
    enclosed.flatMap((header) => valuesOf(header, name)).slice(0, MOST_IDS);
  return {
    feedbackIds: all('cfbl-feedback-id'),
    leaveLinks: all('list-unsubscribe'),
    returnPaths: [
      ...addressesOf(fields, 'original-mail-from'),
      ...enclosed.flatMap((header) => addressesOf(header, 'return-path')),
    ].slice(0, MOST_IDS),
    messageIds: all('message-id').flatMap(idsOf).slice(0, MOST_IDS),
  };
}
