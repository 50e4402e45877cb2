export * from './finish-inbound.ts';
export * from './inbound.ts';
export * from './list-inbound.ts';
export * from './order-of-words.ts';
export * from './platform-blocks.ts';
export * from './read-inbound.ts';
export * from './store-inbound.ts';
export * from './where-sms-came.ts';
