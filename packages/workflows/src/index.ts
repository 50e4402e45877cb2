export { type ActivityDeps, createActivities } from './activities/index.ts';
export { createSigner } from './mail/dkim/create-signer.ts';
export { signingTransport } from './mail/dkim/signing-transport.ts';
export { campaignMail } from './sender/campaign-mail.ts';
export { handOver } from './sender/hand-over.ts';
export type { HandOverDeps } from './sender/hand-over-deps.ts';
export { createMailTransport, type MailTransport, type RawMail } from './mail/transport.ts';
