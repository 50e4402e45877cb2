export { applyRetention } from './apply-retention.ts';
export { doubleOptIn } from './double-opt-in.ts';
export { optOutRequest } from './opt-out-request.ts';
export { reconcile } from './reconcile.ts';
export { sendCampaign } from './send-campaign.ts';
