export {
  classifySmtpError,
  outcomeOf,
  readSmtpError,
  retryDelay,
  type SmtpError,
} from './mail/classify-smtp-error.ts';
export { bounceOfError } from './mail/bounce-of-error.ts';
export { createSigner, type HaveOneOwner } from './mail/dkim/create-signer.ts';
export { signingTransport } from './mail/dkim/signing-transport.ts';
export { openMail } from './mail/open-mail.ts';
export type { MailTransport, RawMail } from './mail/mail-transport.ts';
export { type ImapMailbox, parseImapMailboxes } from './mail/mailboxes/parse-imap-mailboxes.ts';
export { CARRIED_AS } from './mail/providers/carry-id.ts';
export { parseMailProviders } from './mail/providers/parse-mail-providers.ts';
export type { MailProvider, MailProviderOf } from './mail/providers/provider-schema.ts';
export { createSmtpTransport } from './mail/smtp-transport.ts';
export type { GenericSettings } from './sms/config/generic-schema.ts';
export type { GatewaySettings, SettingsOf } from './sms/config/gateway-schema.ts';
export { parseSmsGateways, readSmsGateways } from './sms/config/parse-sms-gateways.ts';
export { handsetSettings } from './sms/handset/handset-settings.ts';
export { openSmsGateways, type SmsGateways } from './sms/open-sms-gateways.ts';
export { readCarriers } from './sms/read-carriers.ts';
export type {
  OutgoingSms,
  SmsAnswer,
  SmsFeatures,
  SmsGateway,
  SmsGatewayKind,
  SmsOptOuts,
} from './sms/sms-gateway.ts';
export { MESSAGE_PARAMETER } from './sms/status-url.ts';
export { type AllowedNetworks, parseAllowedNetworks } from './outbound/allowed-networks.ts';
export { faultOf, type OutboundFault } from './outbound/faults.ts';
export {
  createOutbound,
  type OpenAnswer,
  type Outbound,
  type OutboundRequest,
  type WholeAnswer,
} from './outbound/outbound.ts';
export { postWebhook, type WebhookResult } from './webhooks/post-webhook.ts';
