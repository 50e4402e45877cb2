/** What must not be said, by what it is: tokens, keys, addresses. */
export type Secrets = ReadonlyMap<string, 'a token' | 'a key' | 'an address'>;

/** A line of one of the product's processes; the rest is the table for whoever started it, which shows keys on purpose. */
const OF_A_PROCESS = /^[\w-]+ *\| /;
const WORD = /[\w.+@-]/;

/**
 * Where secrets stand in what the processes said: each once, by its kind and line, with itself left out. Addresses are looked
 * for whatever their case.
 */
export function leaksIn(output: string, secrets: Secrets): string[] {
  const lines = output.split('\n').filter((line) => OF_A_PROCESS.test(line));
  const said = lines.join('\n');
  const lower = said.toLowerCase();
  const found: string[] = [];
  for (const [secret, kind] of secrets) {
    const at = indexOfWord(
      kind === 'an address' ? lower : said,
      kind === 'an address' ? secret.toLowerCase() : secret,
    );
    if (at < 0) continue;
    const end = said.indexOf('\n', at);
    const line = said.slice(said.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
    const itself = said.slice(at, at + secret.length);
    found.push(`${kind} in: ${line.replaceAll(itself, '…').slice(0, 300)}`);
  }
  return found;
}

/** Not as the end of a longer one: `a@example.test` is not said by who says `anna@example.test`. */
function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !WORD.test(text[at - 1]!)) return at;
  return -1;
}

/** Tokens of links, keys and addresses that stand in what people and tests were given. */
export function secretsIn(text: string): Secrets {
  const secrets = new Map<string, 'a token' | 'a key' | 'an address'>();
  for (const [, token] of text.matchAll(/https?:\/\/[^\s"'<>]*?\/(?:[a-z-]+\/)+([\w-]{32,200})\b/g))
    secrets.set(token!, 'a token');
  for (const [, token] of text.matchAll(/\b(?:leave|bounce)\+([\w-]{32,200})@/g))
    secrets.set(token!, 'a token');
  for (const [key] of text.matchAll(/\badieu_\w+_[\w-]{30,}/g)) secrets.set(key, 'a key');
  for (const [address] of text.matchAll(/[\w.+-]{2,}@(?:[\w-]+\.)+(?:test|example|com)\b/g))
    if (!/^(?:leave|bounce|complaints)\b/.test(address)) secrets.set(address, 'an address');
  return secrets;
}
