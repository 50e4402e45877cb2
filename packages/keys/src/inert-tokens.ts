import { base32 } from 'rfc4648';

/** A mail program may break a long word, in a quote too. */
const BREAK = String.raw`(?:=?\r?\n[> \t|]*)?`;

/**
 * Takes out of a text whatever may be a token of ours: links (48 letters of base64url), addresses and ids (56 to 58 of base32), by the
 * bytes that they begin with, by the number of a key, wherever they stand and however a line broke in them. Who reads the text opens nothing with it.
 */
export function inertTokens(text: string, keyIds: readonly number[], instead: string): string {
  return text.replace(patternOf(keyIds), instead);
}

function patternOf(keyIds: readonly number[]): RegExp {
  const links = new Set<string>();
  const locals = new Set<string>();
  for (const id of keyIds)
    for (let purpose = 1; purpose < 16; purpose += 1) {
      const head = Buffer.from([1, id, purpose]);
      links.add(head.toString('base64url'));
      locals.add(base32.stringify(head, { pad: false }).slice(0, 4));
    }
  const spelt = (beginnings: ReadonlySet<string>, letters: string, more: number): string =>
    `(?:${[...beginnings].map((begin) => begin.split('').join(BREAK)).join('|')})(?:${BREAK}[${letters}]){${more}}`;
  // Of base32 a mail server may have changed the case; of base64url none may.
  const anyCase = [...locals].flatMap((begin) => [begin, begin.toLowerCase()]);
  return new RegExp(
    `${spelt(links, String.raw`\w-`, 44)}|${spelt(new Set(anyCase), 'A-Za-z2-7', 52)}[a-z2-7]{0,2}`,
    'g',
  );
}
