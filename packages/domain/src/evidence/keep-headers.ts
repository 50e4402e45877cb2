/** The headers of a request or mail that speak for a wish. Everything else is left out, or it would have to be cleaned. */
export const KEPT_HEADERS = ['user-agent', 'date', 'message-id', 'from-domain'] as const;
export type KeptHeader = (typeof KEPT_HEADERS)[number];

const LONGEST_HEADER = 300;
const ADDRESS = /[^\s<>@,;:"()]+@[^\s<>@,;:"()]+/gu;
/** As long as our links' tokens, and longer than any word that says something. */
const TOKEN = /[\w-]{40,}/g;
const HIDDEN = '•••';

/**
 * What is kept of headers (names in lower case): those of the list, cut to 300 characters, as text that can be stored, without addresses and tokens,
 * which a header may hold by accident or because somebody put them there. A Message-ID has the form of an address and is none.
 */
export function keepHeaders(
  headers: Readonly<Record<string, string | null | undefined>>,
): Partial<Record<KeptHeader, string>> {
  const kept: Partial<Record<KeptHeader, string>> = {};
  for (const name of KEPT_HEADERS) {
    const value = headers[name];
    if (!value) continue;
    const plain = storable(value.slice(0, LONGEST_HEADER)).replaceAll(TOKEN, HIDDEN);
    kept[name] = name === 'message-id' ? plain : plain.replaceAll(ADDRESS, HIDDEN);
  }
  return kept;
}

/** Control characters and halves of characters: no database keeps them, and a wish would be refused for its evidence. */
function storable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').toWellFormed();
}
