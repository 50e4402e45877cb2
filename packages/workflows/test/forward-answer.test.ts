import { changeAccount } from '@adieu/db';
import { forwardAnswerWorkflowId } from '@adieu/domain';
import { replyLocalPart, signMessageLink } from '@adieu/keys';
import { type SeededMail, seedMails, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { sendRaw } from '@adieu/testkit/send-raw';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN, type StartedMailIn, startMailIn } from './start-mail-in.ts';
import { ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const PEOPLE = 'hej@nordlys.example.test';

let sink: SmtpSink;
let run: RunningWorker;
let mails: SeededMail[];
let mailIn: StartedMailIn;
/** What the mail server answers to each attempt. */
let reply: (to: string, attempt: number) => string | undefined = () => undefined;

beforeAll(async () => {
  sink = await startSmtpSink({ reply: (to, attempt) => reply(to, attempt) });
  run = await runWorker({ smtpUrl: sink.url });
  mails = await seedMails(run.test.db, run.org, { count: 8, now: new Date() });
  await run.test.db.transaction((tx) =>
    changeAccount(tx, {
      organisationId: run.org.organisationId,
      accountId: run.org.accountId,
      change: { replyAddress: PEOPLE, defaultLanguage: 'sv' },
      now: new Date(),
    }),
  );
  mailIn = await startMailIn(run);
});
afterAll(async () => {
  await mailIn?.close();
  await run?.close();
  await sink?.close();
});

const replyTo = ({ messageId }: SeededMail): string =>
  `${replyLocalPart(run.org.ring, messageId)}@${DOMAIN}`;

/** Somebody answers; gives the id of what came in. */
async function answer(mail: SeededMail, raw: string, from = mail.address): Promise<string> {
  await sendRaw(mailIn.port, { from, to: replyTo(mail), raw });
  const [row] = await run.test.db.sql.rows<{ id: string }>(
    'SELECT id FROM inbound_message ORDER BY id DESC LIMIT 1',
  );
  return row!.id;
}

const question = (mail: SeededMail, nth = 1): string =>
  [
    `From: ${mail.address}`,
    'Subject: =?utf-8?q?Sv:_V=C3=A5ren?=',
    `Message-ID: <${nth}.${mail.messageId}@example.test>`,
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Är butiken öppen?</p><script>alert(1)</script>',
    `<blockquote><a href="https://leave.example.test/u/${mail.token}">AVREGISTRERA</a></blockquote>`,
  ].join('\r\n');

describe('an answer that asks for nothing that we do', () => {
  it('goes to whoever reads the account’s mail, alone, from us, and is answered to who wrote it (B4, H-14, M-4)', async () => {
    const mail = mails.pop()!;
    const id = await answer(mail, question(mail));
    await ended(run, forwardAnswerWorkflowId(id));
    const [sent, ...more] = sink.mails.filter(({ to }) => to === PEOPLE);
    expect(more).toEqual([]);
    const parsed = await sent!.parsed();
    expect(parsed.from?.value[0]?.address).toBe('news@nordlys.example.test');
    expect(sent!.raw.toString().match(/^(?:to|cc|bcc):.*$/gim)).toEqual([`To: ${PEOPLE}`]);
    expect(parsed.replyTo?.value[0]?.address).toBe(mail.address);
    expect(parsed.subject).toBe('Sv: Våren');
    expect(parsed.text).toContain('Är butiken öppen?');
    expect(parsed.text).toContain(`${mail.address} svarade på ett mejl från Nordlys Shop`);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(sent!.raw.toString().match(/^auto-submitted:/gim)).toHaveLength(1);
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    // Nothing of the reader's own way out, and none of a stranger's HTML.
    const raw = `${sent!.raw.toString()} ${parsed.text} ${String(parsed.html)}`;
    expect(raw).not.toContain(mail.token.slice(-20));
    expect(raw).not.toContain(signMessageLink(run.org.ring, mail.messageId));
    expect(parsed.html).not.toContain('<script');
  });

  it('goes once: what comes again, a mail server that comes back and an activity that runs again send no other', async () => {
    const mail = mails.pop()!;
    const before = sink.mails.length;
    reply = (_to, attempt) => (attempt === 1 ? '451 4.3.0 later' : undefined);
    const id = await answer(mail, question(mail));
    await answer(mail, question(mail));
    await ended(run, forwardAnswerWorkflowId(id));
    reply = () => undefined;
    expect(sink.mails.slice(before)).toHaveLength(1);
    const history = JSON.stringify(
      await run.client.workflow.getHandle(forwardAnswerWorkflowId(id)).fetchHistory(),
      (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(history).not.toMatch(/person-|hej@/);
  });

  it('that robots send on in a circle ends with us (M-4)', async () => {
    const mail = mails.pop()!;
    const id = await answer(mail, question(mail));
    await ended(run, forwardAnswerWorkflowId(id));
    const ours = sink.mails.at(-1)!;
    const { subject } = await simpleParser(ours.raw);
    const before = sink.mails.length;
    const outcomes: unknown[] = [];
    const robots = [
      // The mailbox redirects what it gets back to us.
      ours.raw.toString(),
      // It answers our mail by itself, with all that it quotes.
      `From: ${PEOPLE}\r\nAuto-Submitted: auto-replied\r\nSubject: Re: ${subject}\r\n\r\nSTOPP`,
      // It says that it is an address of ours, so that an answer to it would come back.
      `From: ${replyTo(mail)}\r\nSubject: Re: x\r\n\r\nWe are away.`,
      // Nobody sent it, so that nobody is to be answered: no header says more.
      { from: '', raw: `From: ${PEOPLE}\r\nSubject: Re: x\r\n\r\nAre you open today?` },
    ].map((sent) => (typeof sent === 'string' ? { from: PEOPLE, raw: sent } : sent));
    for (const { from, raw } of robots) {
      const inboundId = await answer(mail, raw, from);
      const [row] = await run.test.db.sql.rows<{ outcome: string }>(
        'SELECT outcome FROM inbound_message WHERE id = $1',
        [inboundId],
      );
      outcomes.push(row!.outcome);
    }
    expect(outcomes).toEqual(['NOTHING', 'NOTHING', 'NOTHING', 'NOTHING']);
    expect(sink.mails).toHaveLength(before);
  });

  it('is not passed on where nobody reads it any more', async () => {
    const mail = mails.pop()!;
    const before = sink.mails.length;
    await run.stop();
    const id = await answer(mail, question(mail));
    const { organisationId, accountId } = run.org;
    const change = (replyAddress: string | null) =>
      run.test.db.transaction((tx) =>
        changeAccount(tx, { organisationId, accountId, change: { replyAddress }, now: new Date() }),
      );
    await change(null);
    await run.start();
    await ended(run, forwardAnswerWorkflowId(id));
    expect(sink.mails).toHaveLength(before);
    await change(PEOPLE);
  });
});
