export * from './ask-system-sms.ts';
export * from './decision-by-sms.ts';
export * from './hand-over-system-sms.ts';
export * from './receipts.ts';
export * from './receipt-again.ts';
export * from './provider-opted-out.ts';
