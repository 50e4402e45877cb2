import type { Logger } from 'pino';
import { failover, type MailServer } from './failover.ts';
import { createMailTransport, type MailTransport } from './transport.ts';

/** Mail by the servers of these URLs, the first before all others, each with a pool of its own. */
export function openMail(
  urls: readonly string[],
  { poolSize, ...deps }: { poolSize: number; clock: () => Date; log: Logger },
): MailTransport {
  const [first, ...more] = urls.map((url): MailServer => ({
    name: new URL(url).host,
    transport: createMailTransport({ url, poolSize }),
  }));
  if (first === undefined) throw new Error('no mail server');
  return failover([first, ...more], deps);
}
