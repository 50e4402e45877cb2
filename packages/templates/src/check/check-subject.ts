import { MERGED } from '../html/hiding.ts';
import type { Finding } from './finding.ts';
import type { VariantPage } from './variant-page.ts';

/** More is cut off in every list of mails. */
const LONGEST = 120;
const LEAST_SHOUTED = 8;

/** The subject: there, short, and not shouted. */
export function checkSubject(page: VariantPage): Finding[] {
  const { language, subject: raw } = page;
  const subject = raw.replaceAll(MERGED, '').trim();
  const finding = (
    level: Finding['level'],
    code: Finding['code'],
    message: string,
    fix: string,
  ): Finding => ({
    level,
    code,
    language,
    place: { part: 'subject', line: 1, column: null, element: null },
    message,
    fix,
  });
  if (!/[\p{L}\p{N}]/u.test(subject)) {
    return [
      finding(
        'ERROR',
        'SUBJECT_EMPTY',
        'the subject says nothing of its own',
        'Write what the mail is about.',
      ),
    ];
  }
  const found: Finding[] = [];
  if (subject.length > LONGEST) {
    found.push(
      finding(
        'WARNING',
        'SUBJECT_TOO_LONG',
        `the subject has ${subject.length} characters; most lists show 40 to 70`,
        `Keep it under ${LONGEST}, with what matters first.`,
      ),
    );
  }
  const letters = subject.match(/\p{L}/gu) ?? [];
  if (letters.length >= LEAST_SHOUTED && letters.join('') === letters.join('').toUpperCase()) {
    found.push(
      finding(
        'WARNING',
        'SUBJECT_SHOUTS',
        'the subject is all capitals',
        'Write it as a sentence: filters and people take it for spam.',
      ),
    );
  }
  return found;
}
