import { type Field, valuesOf } from './fields.ts';

const MOST = 50;
/** RFC 5322 asks for less; a mail program that writes more writes no id of ours. */
const LONGEST = 998;

/** What a mail answers: In-Reply-To, then References from the newest. */
export function answersOf(header: readonly Field[]): string[] {
  const before = valuesOf(header, 'references').flatMap(idsOf).toReversed();
  return [...new Set([...valuesOf(header, 'in-reply-to').flatMap(idsOf), ...before])].slice(
    0,
    MOST,
  );
}

/** The ids in a field, with or without their brackets and whatever stands between them. */
export function idsOf(value: string): string[] {
  return value.split(/[\s<>,"']+/).filter((id) => id.includes('@') && id.length <= LONGEST);
}
