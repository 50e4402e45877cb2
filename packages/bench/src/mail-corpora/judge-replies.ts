import { readFileSync } from 'node:fs';
import type { Language } from '@adieu/domain';
import { type MailRead, readWholeMail, understandWords } from '@adieu/intake';
import { corpus, judged, type Judged, readJson } from './judged.ts';

type Label = 'stop' | 'unclear' | 'other' | 'auto';
interface Expected {
  readonly label: Label;
  readonly language: Language;
  readonly alsoAcceptable?: readonly Label[];
}

const LANDS: Readonly<Record<Language, string>> = {
  sv: 'SE',
  da: 'DK',
  de: 'DE',
  cs: 'CZ',
  en: 'GB',
};

/** Answers to newsletters of five languages and many mail programs: what each asks for. */
export async function judgeReplies(): Promise<Judged[]> {
  const rows: Judged[] = [];
  const all = readJson('inbound-replies', 'expected.json') as Record<string, Expected>;
  for (const [file, { label, language, alsoAcceptable = [] }] of Object.entries(all)) {
    const mail = await readWholeMail(readFileSync(corpus(`inbound-replies/${file}`)));
    const got = labelOf(mail, language);
    const expected = alsoAcceptable.includes(got) ? got : label;
    rows.push(judged(label === 'auto' ? 'automatic' : 'answer', file, expected, got));
  }
  return rows;
}

function labelOf({ automatic, own }: MailRead, language: Language): Label {
  if (automatic !== null) return 'auto';
  if (own === null) return 'other';
  const actOf = (text: string) =>
    understandWords(text, {
      country: LANDS[language],
      accountCountries: [],
      languages: [language],
      codewords: [],
      isShortCode: false,
      promptIsOpen: false,
      at: new Date('2026-12-01T12:00:00Z'),
    }).act;
  if (actOf(own.firstLine) === 'OPT_OUT') return 'stop';
  return actOf(own.text).endsWith('OPT_OUT') ? 'unclear' : 'other';
}
