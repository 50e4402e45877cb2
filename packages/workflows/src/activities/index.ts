import type { ActivityDeps } from './activity-deps.ts';
import { createAdvanceListImport } from './advance-list-import.ts';
import { createCarryOutDecision } from './carry-out-decision.ts';
import { createCompareOptOutLists } from './compare-opt-out-lists.ts';
import { createDrainWebhooks } from './drain-webhooks.ts';
import { createEndReview } from './end-review.ts';
import { createExpireDataLink } from './expire-data-link.ts';
import { createExpireDoubleOptIn } from './expire-double-opt-in.ts';
import { createFinishCampaign } from './finish-campaign.ts';
import { createForwardAnswer } from './forward-answer.ts';
import { createJudgeCampaigns } from './judge-campaigns.ts';
import { createPurge } from './purge.ts';
import { createReadInbound } from './read-inbound.ts';
import { createReconcile } from './reconcile.ts';
import { createSealLedger } from './seal-ledger.ts';
import { createSendChunk } from './send-chunk.ts';
import { createSendDataLink } from './send-data-link.ts';
import { createSendDecisionNotice } from './send-decision-notice.ts';
import { createSendDigests } from './send-digests.ts';
import { createSendDoubleOptInMail } from './send-double-opt-in-mail.ts';
import { createSendHeld } from './send-held.ts';
import { createSendInvitation } from './send-invitation.ts';
import { createSendReviewLink } from './send-review-link.ts';
import { createSendSmsReceipt } from './send-sms-receipt.ts';
import { createSendSystemSms } from './send-system-sms.ts';
import { createSendTestMail } from './send-test-mail.ts';
import { createSendWeeklyReports } from './send-weekly-reports.ts';
import { createSendWebhookDelivery } from './send-webhook-delivery.ts';
import { createSendWebhookNotices } from './send-webhook-notices.ts';
import { createSettleRequest } from './settle-request.ts';

/** Every activity is idempotent: it may run again after its worker died between the effect and the report. */
export function createActivities(deps: ActivityDeps) {
  return {
    advanceListImport: createAdvanceListImport(deps),
    carryOutDecision: createCarryOutDecision(deps),
    compareOptOutLists: createCompareOptOutLists(deps),
    drainWebhooks: createDrainWebhooks(deps),
    endReview: createEndReview(deps),
    expireDataLink: createExpireDataLink(deps),
    expireDoubleOptIn: createExpireDoubleOptIn(deps),
    finishCampaign: createFinishCampaign(deps),
    forwardAnswer: createForwardAnswer(deps),
    judgeCampaigns: createJudgeCampaigns(deps),
    purge: createPurge(deps),
    readInbound: createReadInbound(deps),
    reconcile: createReconcile(deps),
    sealLedger: createSealLedger(deps),
    sendChunk: createSendChunk(deps),
    sendDataLink: createSendDataLink(deps),
    sendDecisionNotice: createSendDecisionNotice(deps),
    sendDigests: createSendDigests(deps),
    sendDoubleOptInMail: createSendDoubleOptInMail(deps),
    sendHeld: createSendHeld(deps),
    sendInvitation: createSendInvitation(deps),
    sendReviewLink: createSendReviewLink(deps),
    sendSmsReceipt: createSendSmsReceipt(deps),
    sendSystemSms: createSendSystemSms(deps),
    sendTestMail: createSendTestMail(deps),
    sendWeeklyReports: createSendWeeklyReports(deps),
    sendWebhookDelivery: createSendWebhookDelivery(deps),
    sendWebhookNotices: createSendWebhookNotices(deps),
    settleRequest: createSettleRequest(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
