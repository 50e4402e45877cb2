import { type SenderKind, SMS_SENDER_FINDINGS, wayOutFinding } from '@adieu/domain';
import type { Finding } from '../check/finding.ts';
import type { SmsTally } from './count-audience.ts';
import { MOST_SMS_PARTS } from './fill-sms.ts';

/** What is wrong with texts as they are filled: of whom it is so much as one, they would not get theirs. */
export function checkSmsTexts(
  tallies: readonly SmsTally[],
  addsWayOut: boolean,
  sender: { readonly kind: SenderKind; readonly keyword: string } | null,
): Finding[] {
  return tallies.flatMap((tally) => [
    ...wayOutFindings(tally, addsWayOut, sender),
    ...lengthFindings(tally),
    ...fillFindings(tally),
  ]);
}

/** A text may go without the way out that is added by default only where it says one, to each of its readers (A2, SM-10). */
function wayOutFindings(
  tally: SmsTally,
  isAdded: boolean,
  sender: { readonly kind: SenderKind; readonly keyword: string } | null,
): Finding[] {
  if (sender === null || sender.kind === 'EMAIL') return [];
  const lacking = tally.refused['no-way-out'];
  const { kind, keyword } = sender;
  const found = wayOutFinding({ kind, keyword }, { isAdded, isPlaced: lacking === 0 });
  if (found === null) return [];
  const { level, message, fix } = SMS_SENDER_FINDINGS[found];
  return [about(tally, 'WAY_OUT_MISSING', level, `${forWhom(tally, lacking)}${message}`, fix)];
}

function lengthFindings(tally: SmsTally): Finding[] {
  const count = tally.refused['too-long'];
  if (count === 0) return [];
  const longest = tally.longest?.count.parts ?? 0;
  const said = `${forWhom(tally, count)}it would go as more than ${MOST_SMS_PARTS} SMS, for the longest as ${longest}`;
  return [about(tally, 'SMS_TOO_LONG', 'ERROR', said, 'Shorten it, or what its fields bring.')];
}

function fillFindings(tally: SmsTally): Finding[] {
  const { empty, failed } = tally.refused;
  const found: Finding[] = [];
  if (empty > 0)
    found.push(
      about(
        tally,
        'TEXT_REFUSED',
        'ERROR',
        `${forWhom(tally, empty)}there is nothing in it`,
        'Give it a text for whomever its conditions leave out.',
      ),
    );
  if (failed > 0)
    found.push(
      about(
        tally,
        'TEXT_REFUSED',
        'ERROR',
        `${forWhom(tally, failed)}it can not be filled: ${tally.failure ?? ''}`,
        'Mend the text: it can not be made into a message as it is.',
      ),
    );
  return found;
}

function about(
  { language }: SmsTally,
  code: Finding['code'],
  level: Finding['level'],
  message: string,
  fix: string,
): Finding {
  const place = { part: 'text', line: null, column: null, element: null } as const;
  return { level, code, language, place, message, fix };
}

/** Nobody in particular where it is so for all, or where nobody was there to count. */
function forWhom({ counted }: SmsTally, count: number): string {
  return count >= counted ? '' : `for ${count} of ${counted} recipients of this text `;
}
