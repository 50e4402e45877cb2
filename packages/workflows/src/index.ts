export { type ActivityDeps, createActivities } from './activities/index.ts';
export { handOver, type HandOverDeps } from './sender/hand-over.ts';
export { createMailTransport, type MailTransport, type RawMail } from './mail/transport.ts';
