import type { Logger } from 'pino';
import { failover, type MailServer } from './failover.ts';
import type { MailTransport } from './mail-transport.ts';
import { createSmtpTransport } from './smtp-transport.ts';

/** Mail by the servers of these URLs, the first before all others, each with a pool of its own. */
export function openMail(
  urls: readonly string[],
  { poolSize, ...deps }: { poolSize: number; clock: () => Date; log: Logger },
): MailTransport {
  const [first, ...more] = urls.map((url): MailServer => ({
    name: new URL(url).host,
    transport: createSmtpTransport({ url, poolSize }),
  }));
  if (first === undefined) throw new Error('no mail server');
  return failover([first, ...more], deps);
}
