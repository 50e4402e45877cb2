import type { SmsAudience } from '../campaign/sms-audience.ts';
import type { SmsSize } from '../campaign/sms-size.ts';

/** What the texts come to: a line for each language, and one for all. */
export function describeParts({ recipients, parts, isSample, languages }: SmsAudience): string[] {
  const about = isSample ? 'about ' : '';
  return [
    ...languages.map(
      ({ language, recipients: readers, parts: paid, median, longest }) =>
        `${language.padEnd(7)} ${about}${counted(paid, 'part')} for ${counted(readers, 'reader')}${median === null || longest === null ? '' : `: half have ${partsOf(median)} or fewer, the longest ${sizeOf(longest)}`}`,
    ),
    `sms     ${about}${counted(parts, 'part')} for ${counted(recipients, 'reader')} in all`,
  ];
}

/** The text of one reader. */
export function sizeOf({ parts, encoding, characters, forcedBy, replacement }: SmsSize): string {
  return [
    `${counted(parts, 'part')}, ${characters} characters in ${encoding}`,
    ...(forcedBy === null ? [] : [`because of ${forcedBy}`]),
    ...(replacement === null ? [] : [`\nIn GSM-7 it would be: ${replacement}`]),
  ].join(' ');
}

const partsOf = ({ parts }: SmsSize): string => counted(parts, 'part');

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
