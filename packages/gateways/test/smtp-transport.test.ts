import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { startBreakingServer, startSmtpSink, STEPS, WAYS } from '@adieu/testkit';
import { describe, expect, it } from 'vitest';
import { createSmtpTransport } from '../src/mail/smtp-transport.ts';
import { outcomeOf, readSmtpError, type SmtpError } from '../src/mail/classify-smtp-error.ts';

const MAIL = {
  from: 'news@nordlys.example.test',
  to: 'anna@example.test',
  raw: Buffer.from('Subject: Spring\r\n\r\nHello\r\n'),
};

async function errorOf(url: string, mail = MAIL): Promise<SmtpError> {
  const transport = createSmtpTransport({ url, poolSize: 1 });
  try {
    throw new Error(`was taken: ${await transport.send(mail)}`);
  } catch (error) {
    return error as SmtpError;
  } finally {
    transport.close();
  }
}

describe('a mail server that breaks off', () => {
  const cases = STEPS.flatMap((step) => WAYS.map((way) => [step, way] as const));

  it.each(cases)(
    'at %s, %s: the mail is tried again only if it cannot have arrived',
    async (step, way) => {
      const server = await startBreakingServer(step, way);
      const error = await errorOf(server.url);
      const arrived = step === 'end of the mail';
      expect(server.mails).toBe(arrived ? 1 : 0);
      expect(error.mayHaveLeft).toBe(arrived);
      // 421 is an answer: it was not taken. Else nobody knows, and it is never sent again.
      expect(readSmtpError(error)).toEqual(
        arrived && way !== '421' ? { verdict: 'unknown' } : { verdict: 'again', retry: 'RELAY' },
      );
      await server.close();
    },
  );

  it('is told from one that is not there', async () => {
    const server = await startBreakingServer('greeting', 'reset');
    await server.close();
    expect(readSmtpError(await errorOf(server.url))).toEqual({ verdict: 'again', retry: 'RELAY' });
  });
});

describe('a server that offers no encryption', () => {
  it('gets neither mail nor login where SMTP_URL says requireTLS', async () => {
    const sink = await startSmtpSink();
    const url = sink.url.replace('smtp://', 'smtp://login:s3cret@');
    const error = await errorOf(`${url}?requireTLS=true`);
    expect(error).toMatchObject({ code: 'ETLS', mayHaveLeft: false });
    expect(sink.count).toBe(0);
    await sink.close();
  });
});

describe('a mail that no server would be asked about', () => {
  it('fails, and is not tried for a day', async () => {
    const sink = await startSmtpSink();
    const error = await errorOf(sink.url, { ...MAIL, to: '' });
    expect(sink.count).toBe(0);
    expect(readSmtpError(error)).toEqual({ verdict: 'failed' });
    await sink.close();
  });
});

describe('an address with letters beyond ASCII (RFC 6531)', () => {
  const MAILS = ['jörg@example.test', 'анна@example.test', '用户@example.test'];

  it.each(MAILS)(
    'fails where the server has no SMTPUTF8, which hears nothing of it: %s',
    async (to) => {
      const sink = await startSmtpSink({ asciiOnly: true });
      const transport = createSmtpTransport({ url: sink.url, poolSize: 1 });
      const error = await transport.send({ ...MAIL, to }).catch((each: SmtpError) => each);
      expect(readSmtpError(error as SmtpError)).toEqual({ verdict: 'failed' });
      expect(outcomeOf(error)).toMatch(/beyond ASCII.*SMTPUTF8/);
      expect(outcomeOf(error)).not.toContain(to);
      expect(sink.count).toBe(0);
      // The connection goes on with the next.
      expect(await transport.send(MAIL)).toContain('250');
      expect(sink.mails.map((mail) => mail.to)).toEqual([MAIL.to]);
      transport.close();
      await sink.close();
    },
  );

  it('goes out where the server has it', async () => {
    const sink = await startSmtpSink();
    const transport = createSmtpTransport({ url: sink.url, poolSize: 2 });
    await Promise.all(MAILS.map((to) => transport.send({ ...MAIL, to })));
    expect(sink.mails.map((mail) => mail.to).toSorted()).toEqual(MAILS.toSorted());
    transport.close();
    await sink.close();
  });

  it('is judged by the server that has its connection, where one name is several with different abilities', async () => {
    const sinks = [await startSmtpSink({ asciiOnly: true }), await startSmtpSink()];
    const ports = sinks.map(({ url }) => Number(new URL(url).port));
    let connections = 0;
    const name = createServer((client) => {
      const server = connect(ports[connections++ % ports.length]!, '127.0.0.1');
      for (const socket of [client, server]) socket.on('error', () => {});
      client.pipe(server).pipe(client);
    });
    await once(name.listen(0, '127.0.0.1'), 'listening');
    const url = `smtp://127.0.0.1:${(name.address() as AddressInfo).port}`;
    const transport = createSmtpTransport({ url, poolSize: 2 });
    // Both connections are open at once, each to one of the two.
    const sent = await Promise.allSettled(
      MAILS.slice(0, 2).map((to) => transport.send({ ...MAIL, to })),
    );
    expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(sinks.map(({ count }) => count)).toEqual([0, 1]);
    const refused = sent.find((each) => each.status === 'rejected');
    expect(outcomeOf(refused?.reason)).toMatch(/SMTPUTF8/);
    transport.close();
    name.close();
    await Promise.all(sinks.map((sink) => sink.close()));
  });
});
