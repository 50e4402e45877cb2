export * from './address-key.ts';
export * from './country-of-number.ts';
export * from './data-token.ts';
export * from './dkim-keys.ts';
export * from './double-opt-in-token.ts';
export * from './first-keys.ts';
export * from './form-token.ts';
export * from './list-link.ts';
export * from './inert-tokens.ts';
export * from './invitation-token.ts';
export {
  createKeyRing,
  type KeyRing,
  type LinkKey,
  parseKeyRing,
  serialiseKeyRing,
} from './key-ring.ts';
export {
  LINK_TOKEN_LENGTH,
  signMessageLink,
  signWebLink,
  verifyMessageLink,
  verifyWebLink,
} from './link-token.ts';
export { loggableError } from './loggable-error.ts';
export * from './mailto-token.ts';
export * from './message-token.ts';
export * from './normalise-email.ts';
export * from './number-of-writer.ts';
export * from './origin-key.ts';
export * from './read-number.ts';
export * from './read-beginning.ts';
export * from './read-domain.ts';
export * from './read-endpoint-url.ts';
export * from './registrable-domain.ts';
export * from './read-sender.ts';
export { readSettings } from './read-settings.ts';
export * from './recognise-address.ts';
export * from './recognise-recipient.ts';
export * from './review-token.ts';
export * from './sealed-secret.ts';
export * from './secret-token.ts';
export * from './temporal-security.ts';
export * from './webhook-secrets.ts';
