/** What a mail program makes of List-Unsubscribe (RFC 2369, RFC 6068) and List-Unsubscribe-Post (RFC 8058). */
export type MailedWayOut =
  | { readonly kind: 'OneClick' | 'HttpLink'; readonly url: string }
  | { readonly kind: 'Mailto'; readonly address: string; readonly subject: string | null };

const MOST = 20;
const LONGEST = 4_096;

/** Every address of the header in its order; what is none is passed over. */
export function wayOutsOf(value: string): MailedWayOut[] {
  const found: MailedWayOut[] = [];
  let at = 0;
  while (found.length < MOST) {
    const start = value.indexOf('<', at);
    const end = start < 0 ? -1 : value.indexOf('>', start);
    if (end < 0) return found;
    at = end + 1;
    const read = wayOutOf(value.slice(start + 1, end).slice(0, LONGEST));
    if (read !== null) found.push(read);
  }
  return found;
}

/** The one that a program takes: one click where the mail allows it, else a mail, else a page. */
export function chooseWayOut(value: string, post: string | null): MailedWayOut | null {
  const all = wayOutsOf(value);
  const links = all.flatMap((each) => (each.kind === 'Mailto' ? [] : [each]));
  const secure = links.find(({ url }) => url.startsWith('https:'));
  const isOneClick = /^list-unsubscribe=one-click$/i.test(post?.trim() ?? '');
  if (isOneClick && secure !== undefined) return { kind: 'OneClick', url: secure.url };
  return all.find(({ kind }) => kind === 'Mailto') ?? links[0] ?? null;
}

function wayOutOf(text: string): MailedWayOut | null {
  // Blanks come from folding, and mean nothing (RFC 2369 §2).
  const bare = text.replaceAll(/\s+/g, '');
  if (!URL.canParse(bare)) return null;
  const url = new URL(bare);
  if (url.protocol === 'https:' || url.protocol === 'http:')
    return { kind: 'HttpLink', url: url.href };
  if (url.protocol !== 'mailto:') return null;
  const address = decoded(url.pathname);
  return address.includes('@')
    ? { kind: 'Mailto', address, subject: url.searchParams.get('subject') }
    : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
