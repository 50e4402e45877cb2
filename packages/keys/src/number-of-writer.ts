import { readNumber } from './read-number.ts';

/** How numbers were written before their country's plan changed, which some operators still do, and as what they are known now. */
const FORMER: readonly (readonly [former: RegExp, now: string])[] = [
  // Mexico, mobile, until 2019.
  [/^\+521(\d{10})$/, '+52$1'],
  // Benin, until the end of 2024.
  [/^\+229(\d{8})$/, '+22901$1'],
];

/**
 * The number, in E.164, of whoever a gateway says that something is of; null where that can be no person's: a short code, a name. A wish to stop
 * is taken of any number, also of one that is not possible by the plan that we know.
 */
export function numberOfWriter(said: string): string | null {
  const read = readNumber(said, null);
  if (read.kind === 'NUMBER') return read.number;
  for (const [former, now] of FORMER)
    if (former.test(said)) return numberOfWriter(said.replace(former, now));
  return /^\+[1-9]\d{6,14}$/.test(said) ? said : null;
}
