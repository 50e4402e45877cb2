import {
  type BreakingServer,
  type SmtpSink,
  startBreakingServer,
  startSmtpSink,
  STEPS,
  WAYS,
} from '@adieu/testkit';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { openMail } from '../src/mail/open-mail.ts';
import type { MailTransport } from '../src/mail/mail-transport.ts';
import { readSmtpError, type SmtpError } from '../src/mail/classify-smtp-error.ts';

const MAIL = {
  from: 'news@nordlys.example.test',
  to: 'anna@example.test',
  raw: Buffer.from('Subject: Spring\r\n\r\nHello\r\n'),
};
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
function opened<Thing extends { close(): unknown }>(thing: Thing): Thing {
  open.push(thing);
  return thing;
}

/** The URL of a server that has gone. */
async function nobody(): Promise<string> {
  const server = await startBreakingServer('greeting', 'reset');
  await server.close();
  return server.url;
}
const breaking = async (...how: Parameters<typeof startBreakingServer>): Promise<BreakingServer> =>
  opened(await startBreakingServer(...how));
const sink = async (): Promise<SmtpSink> => opened(await startSmtpSink());

/** Mail by these servers, at an hour of the test's choice; with what it logs. */
function mailBy(...urls: string[]): {
  mail: MailTransport;
  lines: Record<string, unknown>[];
  passes: (seconds: number) => void;
  clock: () => Date;
} {
  let now = Date.parse('2026-05-04T08:00:00Z');
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const clock = (): Date => new Date(now);
  return {
    mail: opened(openMail(urls, { poolSize: 5, clock, log })),
    lines,
    passes: (seconds) => (now += seconds * 1000),
    clock,
  };
}
const errorOf = (sending: Promise<string>): Promise<SmtpError> =>
  sending.then(
    (answer) => {
      throw new Error(`was taken: ${answer}`);
    },
    (error: SmtpError) => error,
  );

describe('mail by several servers', () => {
  it('goes by the first as long as it is there, and says by which it went', async () => {
    const [first, second] = [await sink(), await sink()];
    const { mail, lines } = mailBy(first.url, second.url);
    expect(await mail.send(MAIL)).toContain(`(${new URL(first.url).host})`);
    expect([first.count, second.count]).toEqual([1, 0]);
    expect(lines).toEqual([]);
  });

  it('goes by the next at once where the first is not there', async () => {
    const second = await sink();
    const { mail } = mailBy(await nobody(), second.url);
    await Promise.all(Array.from({ length: 5 }, () => mail.send(MAIL)));
    expect(second.count).toBe(5);
  });

  const cases = STEPS.flatMap((step) => WAYS.map((way) => [step, way] as const));
  it.each(cases)(
    'goes by the next where the first breaks off at %s, %s, only if it cannot have arrived',
    async (step, way) => {
      const [first, second] = [await breaking(step, way), await sink()];
      const { mail } = mailBy(first.url, second.url);
      const arrived = step === 'end of the mail';
      if (arrived) expect((await errorOf(mail.send(MAIL))).mayHaveLeft).toBe(true);
      else await mail.send(MAIL);
      expect([first.mails, second.count]).toEqual(arrived ? [1, 0] : [0, 1]);
      // The next mail is not tried on it.
      await mail.send({ ...MAIL, to: 'eva@example.test' });
      expect([first.mails, second.count]).toEqual(arrived ? [1, 1] : [0, 2]);
    },
  );

  it('stays where it was refused: another server is not asked for another opinion', async () => {
    const first = opened(await startSmtpSink({ reply: () => '550 5.7.1 spam' }));
    const second = await sink();
    const { mail, lines } = mailBy(first.url, second.url);
    expect(await errorOf(mail.send(MAIL))).toMatchObject({ responseCode: 550 });
    expect(second.count).toBe(0);
    expect(lines).toEqual([]);
  });

  it('does not begin another way when the gate’s answer has grown old', async () => {
    const second = await sink();
    const { mail, clock } = mailBy(await nobody(), second.url);
    expect(await errorOf(mail.send(MAIL, clock()))).toMatchObject({ mayHaveLeft: false });
    expect(second.count).toBe(0);
  });
});

describe('an address that not every server can take (RFC 6531)', () => {
  const UNICODE = { ...MAIL, to: 'jörg@example.test' };
  const asciiOnly = async (): Promise<SmtpSink> => opened(await startSmtpSink({ asciiOnly: true }));

  it('goes by the first that can, and the others keep theirs', async () => {
    const [first, second] = [await asciiOnly(), await sink()];
    const { mail, lines } = mailBy(first.url, second.url);
    for (let i = 0; i < 3; i += 1) await Promise.all([mail.send(UNICODE), mail.send(MAIL)]);
    expect(new Set(first.mails.map(({ to }) => to))).toEqual(new Set([MAIL.to]));
    expect(second.mails.map(({ to }) => to)).toEqual([UNICODE.to, UNICODE.to, UNICODE.to]);
    expect(lines).toEqual([]);
  });

  it('fails where none can', async () => {
    const { mail } = mailBy((await asciiOnly()).url, (await asciiOnly()).url);
    const error = await errorOf(mail.send(UNICODE));
    expect(readSmtpError(error)).toEqual({ verdict: 'failed' });
  });

  it.each(['first', 'last'])(
    'waits for one that is away: it may be able (%s in order)',
    async (place) => {
      const away = await breaking('greeting', 'closed');
      const urls = [away.url, (await asciiOnly()).url];
      const { mail, passes } = mailBy(...(place === 'first' ? urls : urls.toReversed()));
      for (const seconds of [0, 1, 60]) {
        passes(seconds);
        const error = await errorOf(mail.send(UNICODE));
        expect(readSmtpError(error)).toEqual({ verdict: 'again', retry: 'RELAY' });
      }
    },
  );

  it('is asked about later where there was no time to go on', async () => {
    const second = await sink();
    const { mail, clock } = mailBy((await asciiOnly()).url, second.url);
    const error = await errorOf(mail.send(UNICODE, clock()));
    expect(readSmtpError(error)).toEqual({ verdict: 'again', retry: 'RELAY' });
    expect(second.count).toBe(0);
  });
});

describe('a mail server that is away', () => {
  it('rests, is tried by one mail, rests longer, and takes over again once it is back', async () => {
    const [first, second] = [await breaking('greeting', '421'), await sink()];
    const { mail, lines, passes } = mailBy(first.url, second.url);
    const five = () => Promise.all(Array.from({ length: 5 }, () => mail.send(MAIL)));
    const asked = async (sending: () => Promise<unknown>): Promise<number> => {
      const before = first.connections;
      await sending();
      return first.connections - before;
    };
    const tries = await asked(() => mail.send(MAIL));
    expect(tries).toBeGreaterThan(0);
    expect(await asked(five)).toBe(0);
    passes(5);
    expect(await asked(five)).toBe(tries);
    passes(14);
    expect(await asked(five)).toBe(0);
    passes(1);
    expect(await asked(five)).toBe(tries);
    first.mend();
    passes(59);
    expect(await asked(five)).toBe(0);
    passes(1);
    await mail.send(MAIL);
    const { count } = second;
    await five();
    expect([first.mails, second.count - count]).toEqual([6, 0]);
    const { host } = new URL(first.url);
    expect(lines.map(({ msg, server, failures }) => [msg, server, failures])).toEqual([
      ['mail server away', host, 1],
      ['mail server away', host, 2],
      ['mail server away', host, 3],
      ['mail server back', host, undefined],
    ]);
  });

  it('is asked all the same where no other is there', async () => {
    const first = await breaking('greeting', 'closed');
    const { mail } = mailBy(first.url, await nobody());
    await errorOf(mail.send(MAIL));
    first.mend();
    expect(await mail.send(MAIL)).toContain('250');
  });

  it('is named without its password', async () => {
    const url = (await nobody()).replace('smtp://', 'smtp://me:s3cret@');
    const { mail, lines } = mailBy(url, (await sink()).url);
    await mail.send(MAIL);
    expect(lines).toMatchObject([{ server: new URL(url).host }]);
    expect(JSON.stringify(lines)).not.toMatch(/s3cret|me:/);
  });
});
