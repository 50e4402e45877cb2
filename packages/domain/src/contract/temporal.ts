import { publicId } from './public-id.ts';

/** Names that the api, the relay and the worker share. Changing one strands what is running. */

export const TASK_QUEUE = 'adieu';
/** Of deliveries alone, so that slow endpoints keep nothing else waiting. */
export const WEBHOOK_TASK_QUEUE = 'adieu-webhooks';

export const WORKFLOWS = {
  optOutRequest: 'optOutRequest',
  doubleOptIn: 'doubleOptIn',
  dataLink: 'dataLink',
  reviewLink: 'reviewLink',
  invitation: 'invitation',
  plannedDecision: 'plannedDecision',
  testMail: 'testMail',
  sendCampaign: 'sendCampaign',
  reconcile: 'reconcile',
  sendDigests: 'sendDigests',
  sealLedger: 'sealLedger',
  purge: 'purge',
  judgeCampaigns: 'judgeCampaigns',
  sendWeeklyReports: 'sendWeeklyReports',
  sendHeld: 'sendHeld',
  readInbound: 'readInbound',
  systemSms: 'systemSms',
  forwardAnswer: 'forwardAnswer',
  compareOptOutLists: 'compareOptOutLists',
  webhookEndpoint: 'webhookEndpoint',
  webhookDelivery: 'webhookDelivery',
  listImport: 'listImport',
} as const;

export const SIGNALS_TO = {
  /** The request was closed by a decision or a stronger signal: nothing is waited for any more. */
  requestClosed: 'requestClosed',
  /** The deadline moved; its argument is the new instant, ISO 8601. */
  deadlineMoved: 'deadlineMoved',
  /** The campaign was resumed or cancelled: look at its row once more. */
  campaignChanged: 'campaignChanged',
  /** Something happened that may be told to the endpoint, or the endpoint itself was changed. */
  endpointWoken: 'endpointWoken',
  /** The import was taken a step on: look at its row once more. */
  listImportChanged: 'listImportChanged',
} as const;

export const RECONCILE_SCHEDULE_ID = 'reconcile';
export const DIGEST_SCHEDULE_ID = 'digests';
export const SEAL_LEDGER_SCHEDULE_ID = 'seal-ledger';
export const PURGE_SCHEDULE_ID = 'purge';
/** How often what has had its time is taken away: an hour. */
export const PURGE_EVERY_SECONDS = 3_600;
export const JUDGE_CAMPAIGNS_SCHEDULE_ID = 'judge-campaigns';
export const WEEKLY_REPORT_SCHEDULE_ID = 'weekly-reports';
export const SEND_HELD_SCHEDULE_ID = 'send-held';
export const READ_INBOUND_SCHEDULE_ID = 'read-inbound';
export const COMPARE_LISTS_SCHEDULE_ID = 'compare-opt-out-lists';

// What GraphQL shows by an id is found by the same id in Temporal's UI.
export const optOutWorkflowId = (requestId: string): string =>
  `opt-out/${publicId('optout', requestId)}`;
export const doubleOptInWorkflowId = (id: string): string => `double-opt-in/${id}`;
export const dataLinkWorkflowId = (id: string): string => `data-link/${id}`;
export const reviewLinkWorkflowId = (id: string): string => `review-link/${id}`;
export const invitationWorkflowId = (id: string): string => `invitation/${id}`;
export const plannedDecisionWorkflowId = (id: string): string =>
  `planned-decision/${publicId('plan', id)}`;
export const testMailWorkflowId = (id: string): string => `test-mail/${id}`;
export const systemSmsWorkflowId = (id: string): string => `system-sms/${id}`;
export const forwardAnswerWorkflowId = (id: string): string => `forward-answer/${id}`;
export const listImportWorkflowId = (id: string): string => `list-import/${publicId('import', id)}`;
export const campaignWorkflowId = (id: string): string => `campaign/${publicId('campaign', id)}`;
export const webhookEndpointWorkflowId = (id: string): string =>
  `webhook-endpoint/${publicId('endpoint', id)}`;
export const webhookDeliveryWorkflowId = (id: string, askedAt: string): string =>
  `webhook-delivery/${publicId('delivery', id)}/${askedAt}`;

/** Ids and instants only: a workflow's history must hold no address (G-10). */
export interface OptOutRequestInput {
  readonly requestId: string;
  /** ISO 8601 instant, null where the request was closed when it was born. */
  readonly deadline: string | null;
}

export interface DoubleOptInInput {
  readonly id: string;
  /** ISO 8601 instant after which the confirmation link is dead (D-5). */
  readonly expiresAt: string;
}

export interface DataLinkInput {
  readonly id: string;
  /** ISO 8601 instant after which the link is dead. */
  readonly expiresAt: string;
}

export interface ReviewLinkInput {
  readonly id: string;
}

export interface InvitationInput {
  readonly id: string;
}

export interface TestMailInput {
  readonly id: string;
}

export interface SystemSmsInput {
  readonly id: string;
}

export interface WebhookEndpointInput {
  readonly id: string;
}

export interface WebhookDeliveryInput {
  readonly id: string;
}

export interface ForwardAnswerInput {
  readonly id: string;
}

export interface PlannedDecisionInput {
  readonly id: string;
  /** ISO 8601 instant at which it is carried out unless it was undone. */
  readonly dueAt: string;
}

export interface ListImportInput {
  readonly id: string;
}

export interface SendCampaignInput {
  readonly campaignId: string;
}
