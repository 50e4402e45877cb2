import type { Database } from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import type { MailTransport } from '@adieu/gateways';
import type { CampaignMailDeps } from './campaign-mail.ts';

export interface HandOverDeps extends CampaignMailDeps {
  readonly db: Database;
  readonly mail: MailTransport;
  readonly clock: () => Date;
  /** How fast mail may go; null or none = as fast as the connections allow. */
  readonly limits?: RateLimits | null;
}
