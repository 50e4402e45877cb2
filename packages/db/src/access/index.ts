export * from './api-key.entity.ts';
export * from './accounts-of-ids.ts';
export * from './api-keys.ts';
export * from './end-api-key.ts';
export * from './find-api-key.ts';
export * from './issue-api-key.ts';
export { type ApiKeyRow, findApiKeyRow, listApiKeys } from './list-api-keys.ts';
export { endKey, replaceKey } from './replace-key.ts';
export * from './idempotency.ts';
