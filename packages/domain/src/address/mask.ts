/**
 * Shows enough of an address that its owner knows it, and not enough for a stranger (C4, P-4):
 * `anna.svensson@example.test` becomes `an•••@ex•••.test`, `+46701234567` becomes `+46 70 ••• •• 67`.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return maskNumber(address);
  return `${firstLetters(address.slice(0, at))}•••@${maskDomain(address.slice(at + 1))}`;
}

/** Country calling codes of one digit, and the beginnings of those of three (ITU E.164); the others have two. */
const COUNTRY =
  /^\+(?:[17]|21\d|22\d|23\d|24\d|25\d|26\d|29\d|35\d|37\d|38\d|42\d|50\d|59\d|6[789]\d|8[0578]\d|9[679]\d|\d\d)/;

function maskNumber(number: string, last = 2): string {
  const [country = ''] = COUNTRY.exec(number) ?? [];
  const rest = number.slice(country.length);
  // Of a number with few digits less is shown.
  const first = rest.length < 7 ? '' : `${rest.slice(0, 2)} `;
  return `${country}${country === '' ? '' : ' '}${first}••• •• ${rest.slice(-last)}`;
}

/** The domain of an address as its mask shows it: `example.test` becomes `ex•••.test`. */
export function maskDomain(domain: string): string {
  const dot = domain.lastIndexOf('.');
  const ending = dot > 0 ? domain.slice(dot) : '';
  return `${firstLetters(domain.slice(0, dot > 0 ? dot : undefined))}•••${ending}`;
}

/**
 * Whether a pattern with `•` or `*` for what is hidden shows no more of an address than a mask of `maskApart` does. Who sees masks alone may
 * look for no other: asked for one letter after another, the whole address would be found (C4, P-4).
 */
export function isMask(pattern: string): boolean {
  const at = pattern.lastIndexOf('@');
  if (at < 0 && /^[+\d]/.test(pattern)) return isMaskOfNumber(pattern.replaceAll(' ', ''));
  const [first = '', last = '', ...others] = shownOf(at < 0 ? pattern : pattern.slice(0, at));
  const [host = '', ending = '', ...more] = shownOf(at < 0 ? '*' : pattern.slice(at + 1));
  if (others.length > 0 || more.length > 0 || !/^(?:\.[^.]+)?$/.test(ending)) return false;
  const beyond = (shown: string, most: number): number =>
    Math.max(0, lettersOf(shown).length - most);
  return beyond(first, 2) + beyond(last, 0) + beyond(host, 2) <= 1;
}

function isMaskOfNumber(pattern: string): boolean {
  const [first = '', last = '', ...others] = shownOf(pattern);
  const [country = ''] = COUNTRY.exec(first) ?? [];
  return others.length === 0 && first.length <= country.length + 2 && last.length <= 3;
}

/** Around what is hidden; what hides nothing is shown whole. */
const shownOf = (pattern: string): string[] => pattern.split(/[•*]+/);

/**
 * The masks of a list, in its order. Those of different people that look alike show one letter more, where it tells most of
 * them apart: the third, the last before the @, or the third of the domain; of numbers a digit. Short names show no more, as
 * little of them is hidden.
 */
export function maskApart(addresses: readonly string[]): string[] {
  const alike = Map.groupBy(new Set(addresses), maskAddress);
  const masks = new Map<string, string>();
  for (const group of alike.values()) {
    const mask = group.length > 1 ? clearest(group) : maskAddress;
    for (const address of group) masks.set(address, mask(address));
  }
  return addresses.map((address) => masks.get(address)!);
}

type Mask = (address: string) => string;

const ONE_MORE: readonly Mask[] = [
  (address) => maskAddress(address).replace('•••', `${letter(local(address), 2)}•••`),
  (address) => maskAddress(address).replace('•••', `•••${letter(local(address), -1)}`),
  (address) => maskAddress(address).replace(/•••(?=[^•]*$)/u, `${letter(host(address), 2)}•••`),
  (address) => (address.includes('@') ? maskAddress(address) : maskNumber(address, 3)),
];

function clearest(group: readonly string[]): Mask {
  const apart = (mask: Mask) => new Set(group.map(mask)).size;
  return ONE_MORE.reduce((best, mask) => (apart(mask) > apart(best) ? mask : best), maskAddress);
}

const local = (address: string) => address.slice(0, Math.max(0, address.lastIndexOf('@')));

/** The domain without its ending; empty of a number. */
const host = (address: string) => /@([^@]+?)(?:\.[^.@]*)?$/.exec(address)?.[1] ?? '';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Enough for the letters of any kind; the rest of a long name need not be cut up. */
const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text.slice(0, 64)), ({ segment }) => segment);

/** Of names of five letters and more. */
function letter(text: string, index: number): string {
  const letters = lettersOf(text);
  return letters.length < 5 ? '' : letters.at(index)!;
}

function firstLetters(text: string): string {
  const [first = '', second = '', , fourth] = lettersOf(text);
  return fourth === undefined ? first : first + second;
}
