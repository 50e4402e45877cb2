export * from './mail-of-event.ts';
export { useProviderToken } from './use-token.ts';
