import type { Logger } from 'pino';
import { failover, type MailServer } from './failover.ts';
import type { MailTransport } from './mail-transport.ts';
import { carryIds } from './providers/carry-id.ts';
import type { MailProvider } from './providers/provider-schema.ts';
import { createSmtpTransport } from './smtp-transport.ts';

interface Way {
  readonly poolSize: number;
  /** Of the servers, those that tell us by webhooks what became of a mail. */
  readonly providers?: readonly MailProvider[];
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Mail by the servers of these URLs, the first before all others, each with a pool of its own. */
export function openMail(
  urls: readonly string[],
  { poolSize, providers = [], ...deps }: Way,
): MailTransport {
  const [first, ...more] = urls.map((url): MailServer => {
    const { host, hostname } = new URL(url);
    const transport = createSmtpTransport({ url, poolSize });
    const provider = providers.find(({ server }) => server === hostname);
    return {
      name: host,
      transport: provider === undefined ? transport : carryIds(transport, provider),
    };
  });
  if (first === undefined) throw new Error('no mail server');
  return failover([first, ...more], deps);
}
