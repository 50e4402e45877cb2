import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A message as a gateway of the kind `handset` was asked to send it. */
export interface SinkSms {
  /** Of the message on record. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly encoding: string;
  readonly parts: string;
  readonly statusUrl: string;
}

export interface SmsSink {
  /** For SMS_GATEWAYS_FILE: it carries every sender. */
  readonly gateway: Readonly<Record<string, unknown>>;
  /** Those that were taken. */
  readonly taken: readonly SinkSms[];
  readonly count: number;
  /** Resolves when `n` have been taken. */
  waitFor(n: number): Promise<readonly SinkSms[]>;
  close(): Promise<void>;
}

export interface SmsSinkOptions {
  /** The status to answer with; 200 = taken. `drop`: takes it and breaks off without an answer. */
  readonly answer?: (sms: SinkSms, attempt: number) => number | 'drop';
  readonly atOnce?: number;
  readonly rate?: string;
  /** How long it takes to answer; not given = none. */
  readonly afterMs?: number;
  /** Keep none: for runs of thousands. */
  readonly countOnly?: boolean;
}

/** A real HTTP gateway that keeps what it takes, so that tests read the messages that would have gone out. */
export async function startSmsSink(options: SmsSinkOptions = {}): Promise<SmsSink> {
  const { answer = () => 200, atOnce = 5, rate = null, afterMs = 0, countOnly = false } = options;
  const taken: SinkSms[] = [];
  const attempts = new Map<string, number>();
  const waiting = new Set<() => void>();
  let count = 0;
  const server = createServer((request, response) => {
    void read(request).then(async (text) => {
      if (afterMs > 0) await pause(afterMs);
      const sms = JSON.parse(text) as SinkSms;
      const attempt = (attempts.get(sms.id) ?? 0) + 1;
      if (!countOnly) attempts.set(sms.id, attempt);
      const status = answer(sms, attempt);
      if (status === 200 || status === 'drop') {
        if (!countOnly) taken.push(sms);
        count += 1;
        for (const look of waiting) look();
      }
      if (status === 'drop') return request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' });
      return response.end(JSON.stringify(status === 200 ? { id: `sink-${sms.id}` } : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    gateway: {
      name: 'sink',
      kind: 'handset',
      senders: ['*'],
      url: `http://127.0.0.1:${port}`,
      secret: 'the secret of the sink',
      atOnce,
      rate,
    },
    taken,
    get count() {
      return count;
    },
    waitFor: (n) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (count < n) return;
          waiting.delete(look);
          resolve(taken);
        };
        waiting.add(look);
        look();
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
