import { type ParsedMail, simpleParser } from 'mailparser';
import { limited } from './limited.ts';
import type { Endpoints } from './endpoints.ts';
import { until } from '@adieu/testkit/until';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** As it was handed to SMTP. */
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** A mail as the mailbox lists it. */
export interface Listed {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly { address: string }[];
}

/** What lies in the mailbox: ids, subjects and addressees. */
export async function listMails({ mailboxApi }: Pick<Endpoints, 'mailboxApi'>): Promise<Listed[]> {
  const response = await limited(`${mailboxApi}/email`);
  return (await response.json()) as Listed[];
}

/** Waits for a mail to an address that was not there before, and reads it. `before`: ids from `idsOfMails`. */
export async function newMailTo(
  endpoints: Endpoints,
  address: string,
  before: ReadonlySet<string>,
  withinMs?: number,
): Promise<Mail> {
  const found = await until(
    async () =>
      (await listMails(endpoints)).find(
        (mail) => mail.to[0]?.address === address && !before.has(mail.id),
      ),
    withinMs,
  );
  return readMail(endpoints, found);
}

export async function idsOfMails(endpoints: Endpoints): Promise<Set<string>> {
  return new Set((await listMails(endpoints)).map(({ id }) => id));
}

/** Waits for the latest mail to an address whose subject matches, and reads it. */
export async function mailTo(
  endpoints: Endpoints,
  address: string,
  subject: RegExp,
  withinMs?: number,
): Promise<Mail> {
  const found = await until(
    async () =>
      (await listMails(endpoints)).findLast(
        (mail) => mail.to[0]?.address === address && subject.test(mail.subject),
      ),
    withinMs,
  );
  return readMail(endpoints, found);
}

export async function readMail(endpoints: Endpoints, { id, subject, to }: Listed): Promise<Mail> {
  const response = await limited(`${endpoints.mailboxApi}/email/${id}/source`);
  const raw = await response.text();
  return { id, to: to[0]!.address, subject, raw, parsed: await simpleParser(raw) };
}

/** One header of a raw mail, unfolded; null where it is absent. */
export function header(mail: Mail, name: string): string | null {
  const head = mail.raw.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ');
  const line = head
    .split(/\r?\n/)
    .find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** The https address of the List-Unsubscribe header. */
export function oneClickUrl(mail: Mail): string {
  const url = /<(https:[^>]+)>/.exec(header(mail, 'List-Unsubscribe') ?? '')?.[1];
  if (url === undefined) throw new Error('the mail has no https List-Unsubscribe');
  return url;
}

/** Every http(s) link of header, HTML and text. */
export function linksOf(mail: Mail): string[] {
  const html = [...(mail.parsed.html || '').matchAll(/href="([^"]+)"/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  );
  const text = [...(mail.parsed.text ?? '').matchAll(/https?:\/\/[^\s<>"\])]+/g)].map(
    ([link]) => link,
  );
  return [...new Set([oneClickUrl(mail), ...html, ...text])].filter((link) =>
    /^https?:/.test(link),
  );
}
