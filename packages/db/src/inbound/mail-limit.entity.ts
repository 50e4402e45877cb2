import { MAIL_LIMITS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const MailLimitEntity = defineEntity({
  name: 'MailLimit',
  tableName: 'mail_limit',
  comment: 'How often a limit was met where mails come in, since the installation began',
  checks: [{ name: 'mail_limit_met_check', expression: 'met >= 0' }],
  properties: {
    name: p.enum([...MAIL_LIMITS]).primary(),
    met: p.bigint(),
  },
});
