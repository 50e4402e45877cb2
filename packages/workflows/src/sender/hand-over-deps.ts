import type { Database } from '@adieu/db';
import type { RateLimits } from '@adieu/domain';
import type { MailTransport, SmsGateways } from '@adieu/gateways';
import type { SmsInstallation } from '@adieu/templates';
import type { CampaignMailDeps } from './campaign-mail.ts';

export interface HandOverDeps extends CampaignMailDeps {
  readonly db: Database;
  readonly mail: MailTransport;
  readonly sms: SmsGateways;
  readonly smsLinks: SmsInstallation;
  readonly clock: () => Date;
  /** How fast mail may go; null or none = as fast as the connections allow. */
  readonly limits?: RateLimits | null;
}
