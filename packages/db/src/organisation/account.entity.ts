import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    name: p.text(),
    senderAddress: p.text(),
    defaultLanguage: p.text().default('en'),
    keepsOwnList: p.boolean().default(false),
    doubleOptInDays: p.smallint().default(7),
    country: p.text().nullable(),
    timeZone: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
  },
});
export type Account = InferEntity<typeof AccountEntity>;
