import { readFileSync } from 'node:fs';
import { type MailRead, readWholeMail, understandAnswer } from '@adieu/intake';
import { corpus, judged, type Judged, readJson } from './judged.ts';

type Label = 'stop' | 'unclear' | 'other' | 'auto';
interface Expected {
  readonly label: Label;
  readonly alsoAcceptable?: readonly Label[];
}

const AT = new Date('2026-12-01T12:00:00Z');

/** Answers to newsletters of five languages and many mail programs: what each asks for. */
export async function judgeReplies(): Promise<Judged[]> {
  const rows: Judged[] = [];
  const all = readJson('inbound-replies', 'expected.json') as Record<string, Expected>;
  for (const [file, { label, alsoAcceptable = [] }] of Object.entries(all)) {
    const mail = await readWholeMail(readFileSync(corpus(`inbound-replies/${file}`)));
    const got = labelOf(mail);
    const expected = alsoAcceptable.includes(got) ? got : label;
    rows.push(judged(label === 'auto' ? 'automatic' : 'answer', file, expected, got));
  }
  return rows;
}

function labelOf({ automatic, own, subject }: MailRead): Label {
  if (automatic !== null) return 'auto';
  const { act } = understandAnswer(own, subject, AT);
  if (act === 'OPT_OUT') return 'stop';
  return act === 'UNCLEAR_OPT_OUT' ? 'unclear' : 'other';
}
