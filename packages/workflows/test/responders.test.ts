import { changeAccount } from '@adieu/db';
import { forwardAnswerWorkflowId } from '@adieu/domain';
import { bounceLocalPart } from '@adieu/keys';
import {
  leaves,
  released,
  type ReleasedMessage,
  type SinkMail,
  type SmtpSink,
  startSmtpSink,
} from '@adieu/testkit';
import { sendRaw } from '@adieu/testkit/send-raw';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN, type StartedMailIn, startMailIn } from './start-mail-in.ts';
import { ended, settled } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const PEOPLE = 'hej@nordlys.example.test';

/** A program that answers for somebody who is away, on their own mail server. */
interface Responder {
  readonly answers: (mail: ParsedMail) => boolean;
  readonly headers: readonly string[];
  /** To whom our mails go that come of one campaign's mail, and of one notice. */
  readonly wakes: readonly ('reader' | 'people')[];
}
const isOfMachine = (mail: ParsedMail): boolean =>
  (mail.headers.get('auto-submitted') ?? 'no') !== 'no' || mail.headers.has('list');
const RESPONDERS: readonly (readonly [string, Responder])[] = [
  [
    'that answers everything and says nowhere that it is one',
    { answers: () => true, headers: [], wakes: ['reader', 'people', 'reader', 'people'] },
  ],
  [
    'that answers everything and says what it is',
    {
      answers: () => true,
      headers: ['Auto-Submitted: auto-replied'],
      wakes: ['reader', 'reader'],
    },
  ],
  [
    'that answers no machine, as RFC 3834 asks',
    { answers: (mail) => !isOfMachine(mail), headers: [], wakes: ['reader', 'reader'] },
  ],
];

let sink: SmtpSink;
let run: RunningWorker;
let messages: ReleasedMessage[];
let mailIn: StartedMailIn;

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url, staffReviewSeconds: 1 });
  const { organisationId, accountId, staffId: addressBookId } = run.org;
  await run.test.db.transaction((tx) =>
    changeAccount(tx, {
      organisationId,
      accountId,
      change: { replyAddress: PEOPLE },
      now: new Date(),
    }),
  );
  mailIn = await startMailIn(run);
  const count = RESPONDERS.length;
  ({ messages } = await released(run.test, run.org, { count, addressBookId, now: new Date() }));
});
afterAll(async () => {
  await mailIn?.close();
  await run?.close();
  await sink?.close();
});

let answered = 0;

/** Answers a mail to each address of ours in it, also the one that bounces go to, and quotes all of it. */
async function respond(mail: SinkMail, by: Responder, returnPath: string): Promise<void> {
  const parsed = await mail.parsed();
  if (!by.answers(parsed)) return;
  const named = [parsed.replyTo, parsed.from].map((field) => field?.value[0]?.address ?? '');
  const ours = new Set([...named, returnPath].filter((address) => address.endsWith(`@${DOMAIN}`)));
  for (const to of ours) {
    answered += 1;
    const raw = [
      `From: ${mail.to}`,
      `To: ${to}`,
      `Subject: Re: ${parsed.subject}`,
      `Message-ID: <away.${answered}@example.test>`,
      `In-Reply-To: ${parsed.messageId}`,
      'Content-Type: text/plain; charset=utf-8',
      ...by.headers,
      '',
      'I am away until Monday.',
      '',
      `On Mon, 4 May 2026 at 10:00, <${parsed.from!.value[0]!.address}> wrote:`,
      ...(parsed.text ?? '').split('\n').map((line) => `> ${line}`),
      '> STOPP',
    ].join('\r\n');
    await sendRaw(mailIn.port, { from: mail.to, to, raw });
  }
}

/** Waits until each answer that is to be passed on was. */
async function passedOn(): Promise<void> {
  const asked = await run.test.db.sql.rows<{ id: string }>(
    'SELECT inbound_message_id AS id FROM forwarded_answer WHERE ended_at IS NULL',
  );
  for (const { id } of asked) await ended(run, forwardAnswerWorkflowId(id));
}

/** What came of it for the reader: their wishes, and whatever else an answer could begin. */
const stateOf = async ({ recipientId }: ReleasedMessage): Promise<unknown> => {
  const [row] = await run.test.db.sql.rows(
    `SELECT undeliverable_since IS NOT NULL AS bounced,
       (SELECT count(*)::int FROM double_opt_in d WHERE d.recipient_id = r.id) AS begun,
       (SELECT coalesce(jsonb_agg(jsonb_build_array(q.method, q.state)), '[]') FROM opt_out_request q WHERE q.recipient_id = r.id) AS wishes
     FROM recipient r WHERE r.id = $1`,
    [recipientId],
  );
  return row;
};

describe('a vacation responder on both sides of us (M-3, M-4, H-14)', () => {
  it.each(RESPONDERS)(
    '%s comes to an end: nothing that we send is answered by us again, and nobody leaves by it',
    async (_what, by) => {
      const message = messages.pop()!;
      const { address, id: messageId } = message;
      const returnPath = `${bounceLocalPart(run.org.ring, messageId)}@${DOMAIN}`;
      const wakes: string[] = [];
      /** A mail of ours, and whatever of ours comes of it, is answered until nothing more comes. */
      const answerAll = async (first: SinkMail): Promise<void> => {
        let at = sink.mails.length;
        for (let mail: SinkMail | undefined = first; mail !== undefined; mail = sink.mails[at++]) {
          if (mail.to !== address && mail.to !== PEOPLE) continue;
          wakes.push(mail.to === address ? 'reader' : 'people');
          expect(wakes.length).toBeLessThan(10);
          await respond(mail, by, mail.to === address ? returnPath : '');
          await passedOn();
        }
      };
      await answerAll(await sink.waitForMail(({ to }) => to === address));
      expect(await stateOf(message)).toEqual({ bounced: false, begun: 0, wishes: [] });

      // The reader asks by themselves to leave a book that is reviewed, and is told that nobody decided.
      const { requestId } = await leaves(run.test.db.sql, messageId, { now: new Date() });
      await settled(run, requestId);
      await answerAll(sink.mails.findLast(({ to }) => to === address)!);
      expect(wakes).toEqual(by.wakes);
      expect(await stateOf(message)).toEqual({
        bounced: false,
        begun: 0,
        wishes: [['LINK', 'REVERTED']],
      });
    },
  );
});
