import { wayOutsOf, chooseWayOut } from '@adieu/intake';
import { load } from 'cheerio';
import { type ParsedMail, simpleParser } from 'mailparser';

/** What a mail program makes of a mail. */
export interface ReadMail {
  /** The https address of List-Unsubscribe, and whether it may be posted to (RFC 8058). */
  readonly oneClick: string | null;
  /** The address of its mailto. */
  readonly mailto: string | null;
  /** Where it asks for answers (Reply-To, else From). */
  readonly answersTo: string | null;
  readonly messageId: string | null;
  /** What a mail program quotes of it. */
  readonly text: string;
  /** Where spam reports go (CFBL-Address, RFC 9477). */
  readonly complaints: string | null;
  /** Every http(s) address of headers, HTML and text, each once. */
  readonly links: readonly string[];
  /** The link of the text that leads to the page of the way out. */
  readonly wayOut: string | null;
}

const URLS = /https?:\/\/[^\s<>"\])]+/g;

/** Reads the raw text of a mail. `origin`: where Adieu lives; a way out of ours begins there. */
export async function readMail(raw: string, origin: string): Promise<ReadMail> {
  const parsed = await simpleParser(raw);
  const unsubscribe = headerOf(parsed, 'list-unsubscribe');
  const post = headerOf(parsed, 'list-unsubscribe-post');
  const html = load(parsed.html || '');
  const anchors = html('a[href]')
    .toArray()
    .map((each) => html(each).attr('href')!);
  const sources = html('[src]')
    .toArray()
    .map((each) => html(each).attr('src')!);
  const inText = [...(parsed.text ?? '').matchAll(URLS)].map(([url]) => url);
  const chosen = chooseWayOut(unsubscribe, post);
  const ways = wayOutsOf(unsubscribe);
  const header = ways.flatMap((way) => (way.kind === 'Mailto' ? [] : [way.url]))[0] ?? null;
  const links = [header, ...anchors, ...sources, ...inText].filter(
    (link): link is string => link !== null && /^https?:/.test(link),
  );
  return {
    oneClick: chosen?.kind === 'OneClick' ? chosen.url : null,
    mailto: ways.flatMap((way) => (way.kind === 'Mailto' ? [way.address] : []))[0] ?? null,
    answersTo: (parsed.replyTo ?? parsed.from)?.value[0]?.address ?? null,
    messageId: parsed.messageId ?? null,
    text: parsed.text ?? '',
    complaints: headerOf(parsed, 'cfbl-address').split(';', 1)[0]!.trim() || null,
    links: [...new Set(links)],
    wayOut: [...anchors, ...inText].find((link) => link.startsWith(`${origin}/`)) ?? null,
  };
}

/** One header as it stands; empty where it is not there. */
function headerOf(mail: ParsedMail, name: string): string {
  const line = mail.headerLines.find(({ key }) => key === name)?.line ?? '';
  return line
    .slice(name.length + 1)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .trim();
}
