export { type Audience, defineAudience, type NamedRecipients } from './campaign/audience.ts';
export type { AudienceFilter, Condition } from './campaign/audience-filter.ts';
export { type Campaign, defineCampaign } from './campaign/define-campaign.ts';
export type { CampaignDefinition, MailDefinition, SmsDefinition } from './campaign/definition.ts';
export type { Check, Finding } from './campaign/finding.ts';
export type { Preview } from './campaign/preview.ts';
export type { Progress, WatchOptions } from './campaign/progress.ts';
export type { Reader } from './campaign/reader.ts';
export type { Sent, SendOptions } from './campaign/send.ts';
export type { SmsAudience } from './campaign/sms-audience.ts';
export type { SmsSize } from './campaign/sms-size.ts';
export type { TestMails } from './campaign/test-mails.ts';
export { connect, type Connection, type ConnectOptions } from './client/connect.ts';
export { plainly } from './command/plainly.ts';
export { AdieuError, CampaignRefused, describe, isAdieuError } from './errors.ts';
export type { About } from './opt-outs/about.ts';
export { type OptOut, optOuts } from './opt-outs/list-opt-outs.ts';
export { type GateAnswer, type GateQuestion, mayContact } from './opt-outs/may-contact.ts';
export { type OptOutStanding, type OptOutWish, requestOptOut } from './opt-outs/request-opt-out.ts';
export type { Merge, SmsMerge } from './template/merge.ts';
export { type Body, type Template, type TemplateFile, templateFile } from './template/template.ts';
export {
  type Followed,
  type FollowOptions,
  followSuppressions,
} from './third-parties/follow-suppressions.ts';
export type {
  ChangedSuppressions,
  ListedSuppression,
  Standing,
  SuppressionCopy,
  Whom,
} from './third-parties/suppression-copy.ts';
export {
  verifyWebhook,
  type WebhookDelivery,
  type WebhookEvent,
} from './webhooks/verify-webhook.ts';
export { WebhookRefused } from './webhooks/webhook-refused.ts';
