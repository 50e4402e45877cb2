/** Letters of other scripts, and a digit, by the letter that they look like. */
const LOOKS: Readonly<Record<string, string>> = {
  '0': 'o',
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
};

/** The same by the letter that they are read as: whose keyboard is Cyrillic or Greek writes СТОП and ΣΤΟΠ. */
const SOUNDS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ο: 'o',
  π: 'p',
  ς: 's',
  σ: 's',
  τ: 't',
};

const FOREIGN = /[0\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** What a normal form may be meant as that has letters of another script among its own, or a nought; none of most texts. */
export function lookalikes(form: string): string[] {
  if (!FOREIGN.test(form)) return [];
  return [LOOKS, SOUNDS].map((table) =>
    form.replace(/[0\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => table[letter] ?? letter),
  );
}
