export { dataLink } from './data-link.ts';
export { doubleOptIn } from './double-opt-in.ts';
export { optOutRequest } from './opt-out-request.ts';
export { plannedDecision } from './planned-decision.ts';
export { reconcile } from './reconcile.ts';
export { reviewLink } from './review-link.ts';
export { sendCampaign } from './send-campaign.ts';
export { sendDigests } from './send-digests.ts';
