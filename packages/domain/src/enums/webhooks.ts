/** What a webhook's body says of whom it is about. THIN: ids and the masked address. FULL: the address too. */
export const WEBHOOK_CONTENTS = ['THIN', 'FULL'] as const;
export type WebhookContent = (typeof WEBHOOK_CONTENTS)[number];

/** PAUSED: by a member. DISABLED: by Adieu. In both nothing is lost: what happens meanwhile is delivered once it is resumed. */
export const WEBHOOK_ENDPOINT_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookEndpointState = (typeof WEBHOOK_ENDPOINT_STATES)[number];

/** GONE: its server answered 410. FAILING: nothing was taken for five days. */
export const WEBHOOK_DISABLED_BECAUSE = ['GONE', 'FAILING'] as const;
export type WebhookDisabledBecause = (typeof WEBHOOK_DISABLED_BECAUSE)[number];

/** WAITING: it is tried, or will be again. FAILED: a test or a replay that was not taken, which is not tried again. */
export const WEBHOOK_DELIVERY_STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const;
export type WebhookDeliveryState = (typeof WEBHOOK_DELIVERY_STATES)[number];
