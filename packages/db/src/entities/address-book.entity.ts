import { POLICY_MODES, PURPOSES, TIMEOUT_OUTCOMES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const AddressBookEntity = defineEntity({
  name: 'AddressBook',
  tableName: 'address_book',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: p.uuid(),
    name: p.text(),
    purpose: p.enum([...PURPOSES]),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
  },
});
export type AddressBook = InferEntity<typeof AddressBookEntity>;

export const OptOutPolicyEntity = defineEntity({
  name: 'OptOutPolicy',
  tableName: 'opt_out_policy',
  properties: {
    addressBookId: p.uuid().primary(),
    version: p.integer().primary(),
    mode: p.enum([...POLICY_MODES]),
    reviewSeconds: p.integer(),
    onTimeout: p.enum([...TIMEOUT_OUTCOMES]),
    createdAt: p.datetime().defaultRaw('now()'),
    createdBy: p.text(),
  },
});
export type StoredPolicy = InferEntity<typeof OptOutPolicyEntity>;
