import {
  WEBHOOK_CONTENTS,
  WEBHOOK_DISABLED_BECAUSE,
  WEBHOOK_ENDPOINT_STATES,
  type WebhookEventType,
} from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';

export const WebhookEndpointEntity = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  indexes: [{ name: 'webhook_endpoint_organisation', properties: ['organisationId', 'id'] }],
  checks: [
    {
      name: 'webhook_endpoint_url_check',
      expression: "url ~ '^https?://'::text AND length(url) <= 2000",
    },
    { name: 'webhook_endpoint_created_by_check', expression: "created_by <> ''::text" },
    {
      name: 'webhook_says_why_disabled',
      expression:
        "(state = 'DISABLED'::text) = (disabled_because IS NOT NULL) AND (state = 'DISABLED'::text) = (disabled_at IS NOT NULL)",
    },
    {
      name: 'webhook_previous_secrets_end',
      expression: '(previous_secrets IS NULL) = (previous_until IS NULL)',
    },
    { name: 'webhook_fails_since', expression: '(failing_since IS NULL) = (failures = 0)' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity)
      .strictNullable()
      .comment('Null = of the whole organisation'),
    url: p.text(),
    description: p.text().default(''),
    types: p
      .array()
      .columnType('text[]')
      .$type<WebhookEventType[]>()
      .default([])
      .comment('What it wants to be told; empty = everything, also what is told later'),
    content: p.enum([...WEBHOOK_CONTENTS]).default('THIN'),
    state: p.enum([...WEBHOOK_ENDPOINT_STATES]).default('ACTIVE'),
    disabledBecause: p.enum([...WEBHOOK_DISABLED_BECAUSE]).strictNullable(),
    disabledAt: p.datetime().strictNullable(),
    told: p
      .array()
      .columnType('uuid[]')
      .$type<string[]>()
      .default([])
      .comment('Members who were told that it is disabled'),
    secrets: p.blob().comment('Sealed with the keys file (keys: sealWebhookSecrets)'),
    previousSecrets: p
      .blob()
      .strictNullable()
      .comment('Of before the last rotation: deliveries are signed with both until previous_until'),
    previousUntil: p.datetime().strictNullable(),
    afterTx: p.text().columnType('xid8'),
    afterId: p
      .bigint('string')
      .comment(
        'Everything up to this event, in the order (transaction, id), is delivered or was not for it',
      ),
    afterPart: p
      .smallint()
      .default(0)
      .comment('Of the event after that, so many of what is told of it are delivered'),
    failures: p.integer().default(0),
    failingSince: p.datetime().strictNullable(),
    retryAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
});
