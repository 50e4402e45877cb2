export * from './finish-inbound.ts';
export type { InboundMessage } from './inbound-message.entity.ts';
export * from './platform-blocks.ts';
export * from './read-inbound.ts';
export * from './store-inbound.ts';
export * from './where-sms-came.ts';
