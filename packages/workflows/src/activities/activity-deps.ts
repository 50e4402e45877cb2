import type { Database } from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import type { MailTransport, Outbound, SmsGateways } from '@adieu/gateways';
import type { KeyRing } from '@adieu/keys';
import type { SmsInstallation } from '@adieu/templates';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';

/** What activities need of the world. */
export interface ActivityDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly client: Client;
  readonly mail: MailTransport;
  readonly sms: SmsGateways;
  readonly smsLinks: SmsInstallation;
  /** How servers that users name are spoken to. */
  readonly outbound: Outbound;
  readonly log: Logger;
  readonly links: { readonly publicUrl: string; readonly mailDomain: string };
  readonly clock: () => Date;
  /** By which names mail servers of ours sign what they find of a mail that came in; none if not given. */
  readonly authservIds?: readonly string[];
  /** How fast campaigns may go; null or none = as fast as the connections allow. */
  readonly limits?: RateLimits | null;
}
