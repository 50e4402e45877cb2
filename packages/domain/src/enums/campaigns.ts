export const CAMPAIGN_STATES = ['DRAFT', 'SENDING', 'PAUSED', 'SENT', 'CANCELLED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const MESSAGE_STATES = [
  'QUEUED',
  'HANDING_OVER',
  'HELD',
  'SENT',
  'STOPPED',
  'FAILED',
  'UNKNOWN',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** How a message came to its recipient (B6): through its book whole or filtered, or addressed by hand. */
export const ATTRIBUTIONS = ['BOOK', 'FILTERED', 'BY_HAND'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

/** How an audience names an address: it alone is written to, or it is left out. */
export const ADDRESS_CHOICES = ['ONLY', 'EXCEPT'] as const;
export type AddressChoice = (typeof ADDRESS_CHOICES)[number];

/** How far the carrier of an SMS says that it got; SENT: no more than that it was taken. */
export const DELIVERY_STATES = ['SENT', 'UNKNOWN', 'FAILED', 'DELIVERED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
