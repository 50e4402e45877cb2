export type { ActivityDeps } from './activities/activity-deps.ts';
export { createActivities } from './activities/index.ts';
export { reconcile } from './reconciler/reconcile.ts';
export { campaignMail } from './sender/campaign-mail.ts';
export { handOver } from './sender/hand-over.ts';
export { mailCarriage } from './sender/mail-carriage.ts';
export { smsCarriage } from './sender/sms-carriage.ts';
export type { HandOverDeps } from './sender/hand-over-deps.ts';
