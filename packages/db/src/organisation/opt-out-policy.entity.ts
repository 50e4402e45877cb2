import {
  POLICY_MODES,
  POLICY_PURPOSES,
  type PolicyOwnerKind,
  REACTIVATIONS,
  TIMEOUT_OUTCOMES,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AccountEntity } from './account.entity.ts';
import { AddressBookEntity } from './address-book.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';

export const OptOutPolicyEntity = defineEntity({
  name: 'OptOutPolicy',
  tableName: 'opt_out_policy',
  comment: 'Versions are only added: a request keeps the one it was judged by',
  indexes: [
    {
      name: 'opt_out_policy_dropped',
      properties: ['ownerId', 'purpose', 'version'],
      where: 'dropped',
    },
  ],
  checks: [
    {
      name: 'the_house_keeps_its_own',
      expression: "(NOT dropped) OR (owner_kind <> 'INSTALLATION'::text)",
    },
    {
      name: 'marketing_never_reverts',
      expression: "NOT ((purpose = 'MARKETING'::text) AND (on_timeout = 'REVERT'::text))",
    },
    {
      name: 'marketing_returns_by_recipient',
      expression: "NOT ((purpose = 'MARKETING'::text) AND (reactivation = 'CONTROLLER'::text))",
    },
    {
      name: 'one_owner',
      expression: 'num_nonnulls(address_book_id, account_id, organisation_id) <= 1',
    },
    { name: 'opt_out_policy_review_seconds_check', expression: 'review_seconds >= 1' },
    { name: 'opt_out_policy_version_check', expression: 'version >= 1' },
  ],
  properties: {
    ownerId: p
      .uuid()
      .primary()
      .generated(
        "COALESCE(address_book_id, account_id, organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) stored",
      )
      .comment('Book, account, organisation, or the nil uuid for the installation'),
    purpose: p.enum([...POLICY_PURPOSES]).primary(),
    version: p.integer().primary(),
    addressBookId: foreignKey(AddressBookEntity).strictNullable(),
    mode: p.enum([...POLICY_MODES]),
    reviewSeconds: p.integer(),
    onTimeout: p.enum([...TIMEOUT_OUTCOMES]),
    createdAt: p.datetime().defaultRaw('now()'),
    createdBy: p.text(),
    accountId: foreignKey(AccountEntity).strictNullable(),
    organisationId: foreignKey(OrganisationEntity).strictNullable(),
    remindBeforeSeconds: p
      .array()
      .columnType('integer[]')
      .$type<number[]>()
      .defaultRaw("'{86400}'::integer[]"),
    tell: p
      .array()
      .columnType('uuid[]')
      .$type<string[]>()
      .defaultRaw("'{}'::uuid[]")
      .comment('members; empty = everybody'),
    reason: p
      .text()
      .strictNullable()
      .comment('Why it was set, in the words of whoever set it (W-5)'),
    reactivation: p.enum([...REACTIVATIONS]).default('RECIPIENT'),
    dropped: p
      .boolean()
      .default(false)
      .comment(
        'Its owner has none from this version on, and follows the next in the chain; the rest repeats the version before',
      ),
    ownerKind: p
      .text()
      .$type<PolicyOwnerKind>()
      .generated(
        "CASE WHEN (address_book_id IS NOT NULL) THEN 'BOOK'::text WHEN (account_id IS NOT NULL) THEN 'ACCOUNT'::text WHEN (organisation_id IS NOT NULL) THEN 'ORGANISATION'::text ELSE 'INSTALLATION'::text END stored",
      ),
    ownerRank: p
      .smallint()
      .generated(
        'CASE WHEN (address_book_id IS NOT NULL) THEN 1 WHEN (account_id IS NOT NULL) THEN 2 WHEN (organisation_id IS NOT NULL) THEN 3 ELSE 4 END stored',
      )
      .comment('Of owners that have a policy, the lowest rank’s counts'),
  },
});
export type StoredPolicy = InferEntity<typeof OptOutPolicyEntity>;
