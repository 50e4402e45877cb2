import { defineEntity, p } from '@mikro-orm/postgresql';

export const ProviderTokenEntity = defineEntity({
  name: 'ProviderToken',
  tableName: 'provider_token',
  comment:
    'What a provider proved an event by that its proof does not cover: good for that event alone',
  indexes: [{ name: 'provider_token_age', properties: ['at'] }],
  checks: [
    { name: 'provider_token_provider_check', expression: "provider <> ''::text" },
    { name: 'provider_token_said_sha256_check', expression: 'length(said_sha256) = 32' },
    { name: 'provider_token_token_sha256_check', expression: 'length(token_sha256) = 32' },
  ],
  properties: {
    provider: p.text().primary(),
    tokenSha256: p.blob().primary(),
    saidSha256: p.blob().comment('Of the event that it came with first, which may be repeated'),
    at: p.datetime(),
  },
});
