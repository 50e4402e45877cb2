/**
 * Shows enough of an address that its owner knows it, and not enough for a stranger (C4, P-4):
 * `anna.svensson@example.test` becomes `an•••@ex•••.test`, `+46701234567` becomes `+46•••67`.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return `${address.slice(0, 3)}•••${address.slice(-2)}`;
  return `${firstLetters(address.slice(0, at))}•••@${maskDomain(address.slice(at + 1))}`;
}

/** The domain of an address as its mask shows it: `example.test` becomes `ex•••.test`. */
export function maskDomain(domain: string): string {
  const dot = domain.lastIndexOf('.');
  const ending = dot > 0 ? domain.slice(dot) : '';
  return `${firstLetters(domain.slice(0, dot > 0 ? dot : undefined))}•••${ending}`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstLetters(text: string): string {
  const [first = '', second = '', , fourth] = Array.from(
    // Enough for four letters of any kind; the rest of a long name need not be cut up.
    graphemes.segment(text.slice(0, 64)),
    ({ segment }) => segment,
  );
  return fourth === undefined ? first : first + second;
}
