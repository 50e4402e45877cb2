import { startSmtpSink } from '@adieu/testkit';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { openMail } from '../src/mail/open-mail.ts';
import type { MailProvider } from '../src/mail/providers/provider-schema.ts';

const ID = 'abcdefgh'.repeat(7);
const MAIL = {
  from: `bounce+${ID}@leave.example.test`,
  to: 'anna@example.test',
  raw: Buffer.from('DKIM-Signature: v=1\r\nSubject: Spring\r\n\r\nHello\r\n'),
};
const callback = { username: 'adieu', password: 'a-password-of-these-tests' };

const PROVIDERS: readonly (readonly [
  string,
  (server: string) => MailProvider,
  readonly string[],
])[] = [
  [
    'SES',
    (server) => ({ name: 'p', server, kind: 'ses', topicArns: [], configurationSet: 'adieu' }),
    ['X-SES-CONFIGURATION-SET: adieu', `X-SES-MESSAGE-TAGS: adieu=${ID}`],
  ],
  [
    'SendGrid',
    (server) => ({ name: 'p', server, kind: 'sendgrid', publicKey: null, callback }),
    [`X-SMTPAPI: {"unique_args":{"adieu":"${ID}"}}`],
  ],
  [
    'Mailgun',
    (server) => ({ name: 'p', server, kind: 'mailgun', signingKey: ['k'], callback: null }),
    [`X-Mailgun-Variables: {"adieu":"${ID}"}`],
  ],
  [
    'Postmark',
    (server) => ({ name: 'p', server, kind: 'postmark', callback, sources: null }),
    [`X-PM-Metadata-adieu: ${ID}`, 'X-PM-KeepID: true'],
  ],
];

it.each(PROVIDERS)(
  'a mail to %s bears our id in the header that its events give back, before all that is signed; no other mail does',
  async (_name, providerOf, headers) => {
    const sink = await startSmtpSink();
    try {
      const { hostname } = new URL(sink.url);
      const way = { poolSize: 1, clock: () => new Date(), log: pino({ level: 'silent' }) };
      const send = async (providers: readonly MailProvider[], from = MAIL.from) => {
        const mail = openMail([sink.url], { ...way, providers });
        await mail.send({ ...MAIL, from });
        mail.close();
        return sink.mails.at(-1)!.raw.toString();
      };
      const before = headers.map((line) => `${line}\r\n`).join('');
      expect(await send([providerOf(hostname)])).toBe(`${before}${MAIL.raw.toString()}`);
      const bare = MAIL.raw.toString();
      expect(await send([providerOf('another.example.test')])).toBe(bare);
      expect(await send([providerOf(hostname)], 'adieu@leave.example.test')).toBe(bare);
    } finally {
      await sink.close();
    }
  },
);
