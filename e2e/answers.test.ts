import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sendRaw } from '@adieu/testkit/send-raw';
import { until } from '@adieu/testkit/until';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnsweredMail, MAIL_PROGRAMS } from './mail-programs.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql, latestRequest, mayContact } from './graphql.ts';
import { limited } from './limited.ts';
import { header, idsOfMails, type Mail, newMailTo } from './mailbox.ts';
import { type OwnBook, ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';

const PROGRAMS = Object.keys(MAIL_PROGRAMS);
const OTHERS = ['Curl', 'Free', 'Away', 'Back', 'Colleague', 'Asks'];

let endpoints: Endpoints;
let book: OwnBook;
let campaignId: string;
beforeAll(async () => {
  endpoints = await sharedProduct();
  const readers = [...PROGRAMS.map((_, nth) => `Reader${nth}`), ...OTHERS];
  book = await ownBook(endpoints, 'Answers', readers);
  campaignId = await book.send('Answerable');
});

const mailOf = (first: string): Promise<Mail> =>
  book.mail('Answerable', `${first}.answers@example.test`.toLowerCase());

/** Hands an answer over as an independent mail program does; resolves with the 250. */
async function answer(
  mail: Mail,
  words: string,
  by: (answered: AnsweredMail) => string,
  more: { readonly from?: string; readonly header?: string } = {},
): Promise<void> {
  const { parsed } = mail;
  const from = more.from ?? mail.to;
  const raw = by({
    words,
    from,
    to: header(mail, 'Reply-To')!,
    subject: parsed.subject ?? '',
    messageId: parsed.messageId!,
    text: parsed.text ?? '',
    html: String(parsed.html),
  });
  await sendRaw(Number(endpoints.smtpIn.split(':').at(-1)), {
    from,
    to: header(mail, 'Reply-To')!,
    raw: more.header === undefined ? raw : `${more.header}\r\n${raw}`,
  });
}

describe('STOPP as an answer to a mail, from outside (B4, M-2)', () => {
  it.each(PROGRAMS.map((name, nth) => [name, nth] as const))(
    'by %s is in force with its 250, and the gate says so',
    async (name, nth) => {
      const mail = await mailOf(`Reader${nth}`);
      await answer(mail, 'STOPP', MAIL_PROGRAMS[name]!);
      expect(await mayContact(endpoints, mail.to, book.id)).toMatchObject({
        allowed: false,
        because: 'OPTED_OUT',
        request: { method: 'MAIL_REPLY' },
      });
    },
  );

  it('of a colleague to whom the mail was forwarded pauses it, and decides nothing (M-5)', async () => {
    const mail = await mailOf('Colleague');
    await answer(mail, 'STOPP', MAIL_PROGRAMS['Gmail']!, { from: 'boss@example.test' });
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({
      state: 'PENDING',
      method: 'MAIL_REPLY',
    });
  });
});

it('by the command of docs/mail-in.md works as it stands (skipped where there is no curl)', async ({
  skip,
}) => {
  if (spawnSync('curl', ['--version']).error) return skip();
  const mail = await mailOf('Curl');
  const page = readFileSync(new URL('../docs/mail-in.md', import.meta.url), 'utf8');
  const [command] = /^curl [^\n]*<its Reply-To>[\s\S]+?^MAIL$/m.exec(page)!;
  const filled = command
    .replaceAll('<its reader>', mail.to)
    .replaceAll('<its Reply-To>', header(mail, 'Reply-To')!)
    .replace('127.0.0.1:2525', `127.0.0.1:${endpoints.smtpIn.split(':').at(-1)}`);
  const { status, stderr } = spawnSync('sh', ['-c', filled], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(await mayContact(endpoints, mail.to, book.id)).toMatchObject({
    allowed: false,
    request: { method: 'MAIL_REPLY' },
  });
});

it('free words pause at once, and wait with what was written for whoever decides (N5)', async () => {
  const mail = await mailOf('Free');
  const words = 'Hej! Jag vill inte ha fler mejl från er, kan ni ta bort mig från listan?';
  await answer(mail, words, MAIL_PROGRAMS['Outlook, HTML and plain']!);
  expect(await mayContact(endpoints, mail.to, book.id)).toMatchObject({
    allowed: false,
    because: 'PAUSED',
  });
  const request = await latestRequest(endpoints, mail.to);
  const { optOutRequest } = await graphql<{
    optOutRequest: { state: string; notes: { text: string }[] };
  }>(endpoints, 'query ($id: ID!) { optOutRequest(id: $id) { state notes { text } } }', {
    id: request!.id,
  });
  expect(optOutRequest).toEqual({ state: 'PENDING', notes: [{ text: words }] });
});

it('an absence with our footer in it changes nothing (M-3)', async () => {
  const mail = await mailOf('Away');
  await answer(mail, 'Jag är borta till måndag.\r\nSTOPP', MAIL_PROGRAMS['Outlook, plain']!, {
    header: 'Auto-Submitted: auto-replied',
  });
  expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
  expect(await latestRequest(endpoints, mail.to)).toBeNull();
});

it('START after it leads to a mail that asks, and to nothing else (A6)', async () => {
  const mail = await mailOf('Back');
  await answer(mail, 'STOPP', MAIL_PROGRAMS['Thunderbird, plain']!);
  const before = await idsOfMails(endpoints);
  await answer(mail, 'START', MAIL_PROGRAMS['Apple Mail']!);
  const asked = await newMailTo(endpoints, mail.to, before, 30_000);
  expect(asked.parsed.text).toMatch(/\/o\/[\w-]+/);
  expect(header(asked, 'Auto-Submitted')).toBe('auto-generated');
  expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(false);
});

it('anything else goes to whoever reads the account’s mail, without the reader’s way out', async () => {
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    endpoints,
    '{ accounts { id } }',
  );
  const id = accounts[0]!.id;
  const people = 'answers-of-people@example.test';
  const readBy = (replyAddress: string | null) =>
    graphql(
      endpoints,
      'mutation ($input: ChangeAccountInput!) { changeAccount(input: $input) { ... on AccountChanged { account { replyAddress } } } }',
      { input: { id, replyAddress } },
    );
  await readBy(people);
  try {
    const before = await idsOfMails(endpoints);
    const mail = await mailOf('Asks');
    await answer(mail, 'When do you open on Saturday?', MAIL_PROGRAMS['Gmail']!);
    const told = await newMailTo(endpoints, people, before, 30_000);
    expect(told.parsed.replyTo?.value[0]?.address).toBe(mail.to);
    expect(told.parsed.text).toContain('When do you open on Saturday?');
    for (const way of mail.raw.replaceAll(/=\r?\n/g, '').matchAll(/\/[um]\/([\w-]{48})/g))
      expect(`${told.raw} ${told.parsed.text}`).not.toContain(way[1]);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
    const shown = await until(async () => {
      const { inboundMessages } = await graphql<{
        inboundMessages: { nodes: { outcome: string | null; text: string | null }[] };
      }>(endpoints, '{ inboundMessages(first: 20, channel: EMAIL) { nodes { outcome text } } }');
      return inboundMessages.nodes.find(({ text }) => text?.includes('Saturday'));
    });
    expect(shown.outcome).toBe('FORWARDED');
  } finally {
    await readBy(null);
  }
});

it('the campaign’s report and the list of the unsubscribed tell it as a way of its own (F7)', async () => {
  const { campaign } = await graphql<{
    campaign: { report: { optOutsByMethod: { method: string; count: number }[] } };
  }>(
    endpoints,
    'query ($id: ID!) { campaign(id: $id) { report { optOutsByMethod { method count } } } }',
    { id: campaignId },
  );
  const [first] = campaign.report.optOutsByMethod;
  expect(first!.method).toBe('MAIL_REPLY');
  expect(first!.count).toBeGreaterThanOrEqual(PROGRAMS.length);
  const { port, hostname } = new URL(endpoints.graphql);
  const list = await limited(`http://${hostname}:${port}/reports/unsubscribed?book=${book.id}`, {
    headers: { authorization: `Bearer ${endpoints.demo.adminApiKey}` },
  });
  const rows = (await list.text())
    .split('\n')
    .filter((row) => row.includes('.answers@example.test'));
  expect(rows.length).toBeGreaterThanOrEqual(PROGRAMS.length);
  for (const row of rows) expect(row).toContain('MAIL_REPLY');
});
