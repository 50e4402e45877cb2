import { readFileSync } from 'node:fs';
import { type MailRead, readWholeMail } from '@adieu/intake';
import { corpus, judged, type Judged, readJson } from './judged.ts';

interface Expected {
  readonly file: string;
  readonly kind: 'dsn' | 'arf' | 'none';
  readonly format: string;
  readonly ambiguous?: boolean;
  readonly feedbackType?: string | null;
  readonly originalMessageId?: string | null;
  readonly recipients: ReadonlyArray<{
    readonly address: string;
    readonly action?: string;
    readonly reportedStatus?: string;
    readonly status?: string;
    readonly reason?: string;
  }>;
}

/** The corpus of bounces and complaints: recipient and status of those with a part, the class of those in words alone. */
export async function judgeBounces(): Promise<Judged[]> {
  const rows: Judged[] = [];
  for (const each of readJson('bounces-and-arf', 'expected.json') as Expected[]) {
    if (each.ambiguous === true) continue;
    const read = await readWholeMail(readFileSync(corpus(`bounces-and-arf/${each.file}`)));
    rows.push(...rowsOf(each, read));
  }
  return rows;
}

function rowsOf(expected: Expected, { report }: MailRead): Judged[] {
  const { file, kind, format, recipients } = expected;
  if (kind === 'none') return [judged('no report', file, null, report?.kind ?? null)];
  if (kind === 'arf')
    return [judged('complaint', file, complaintExpected(expected), complaintOf(report))];
  const told = report?.kind === 'DELIVERY' ? report.recipients : [];
  if (format !== 'rfc3464') {
    const [first] = told;
    return [
      judged('class of words', file, classExpected(expected), first?.failure ?? first?.action),
    ];
  }
  return [
    judged(
      'recipient of fields',
      file,
      recipients.map(({ address }) => address),
      told.map(({ address }) => address),
    ),
    judged(
      'status of fields',
      file,
      recipients.map(({ reportedStatus }) => reportedStatus),
      told.map(({ status }) => status),
    ),
  ];
}

/** Whoever only waits is told as expired, under a code that the corpus made up. */
function classExpected({ file, recipients }: Expected): string {
  if (DELAYED.has(file)) return 'delayed';
  return recipients.some(({ status }) => status?.startsWith('5') === true) ? 'HARD' : 'SOFT';
}

/** “Will be retried for 2 more days”. */
const DELAYED = new Set(['mails/lhost-gmail-08.eml', 'mails/lhost-gmail-09.eml']);

function complaintExpected({ feedbackType, originalMessageId, recipients }: Expected) {
  const id = originalMessageId?.replaceAll(/[<>]/g, '') ?? null;
  return [feedbackType, id, recipients.map(({ address }) => address)];
}

function complaintOf(report: MailRead['report']) {
  if (report?.kind !== 'COMPLAINT') return null;
  return [report.type, report.ids.messageIds[0] ?? null, report.recipients];
}
