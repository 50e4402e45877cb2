/** What a transaction leaves for the relay; written in the same commit, so it exists if and only if the change does. */
export type OutboxMessage =
  | {
      readonly kind: 'opt-out.opened';
      readonly requestId: string;
      readonly deadline: string | null;
    }
  | { readonly kind: 'opt-out.closed'; readonly requestId: string }
  | {
      readonly kind: 'opt-out.deadline-moved';
      readonly requestId: string;
      readonly deadline: string;
    }
  | { readonly kind: 'double-opt-in.started'; readonly id: string; readonly expiresAt: string }
  | { readonly kind: 'data-link.asked'; readonly id: string; readonly expiresAt: string }
  | { readonly kind: 'review-link.asked'; readonly id: string }
  | { readonly kind: 'invitation.made'; readonly id: string }
  | { readonly kind: 'decision.planned'; readonly id: string; readonly dueAt: string }
  | { readonly kind: 'test-mail.asked'; readonly id: string }
  | { readonly kind: 'system-sms.asked'; readonly id: string }
  | { readonly kind: 'answer.forwarded'; readonly id: string }
  /** It is new, may go on, or is to begin again at an earlier event. */
  | { readonly kind: 'webhook-endpoint.changed'; readonly id: string }
  /** One delivery that somebody asked for: a test, or one once more. */
  | { readonly kind: 'webhook-delivery.asked'; readonly id: string; readonly askedAt: string }
  /** It began, or a member took it a step on: what follows is to be done. */
  | { readonly kind: 'list-import.changed'; readonly id: string }
  | { readonly kind: 'campaign.released'; readonly campaignId: string }
  /** It goes on, or is cancelled: what is queued is to be handed over, or taken back. */
  | { readonly kind: 'campaign.changed'; readonly campaignId: string };

export type OutboxKind = OutboxMessage['kind'];
