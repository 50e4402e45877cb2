export * from './change-endpoint.ts';
export * from './deliver.ts';
export * from './deliveries.ts';
export * from './disabled-notices.ts';
export * from './endpoints.ts';
export * from './told-events.ts';
export * from './wake.ts';
export type { WebhookTry } from './webhook-delivery.entity.ts';
