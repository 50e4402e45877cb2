export { dataLink } from './data-link.ts';
export { doubleOptIn } from './double-opt-in.ts';
export { forgetExpired } from './forget-expired.ts';
export { optOutRequest } from './opt-out-request.ts';
export { reconcile } from './reconcile.ts';
export { sealLedger } from './seal-ledger.ts';
export { sendCampaign } from './send-campaign.ts';
export { sendDigests } from './send-digests.ts';
