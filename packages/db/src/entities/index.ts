import { AdminPersonEntity } from './admin-person.entity.ts';
import { AddressBookEntity, OptOutPolicyEntity } from './address-book.entity.ts';
import { CampaignEntity } from './campaign.entity.ts';
import { ConsentRecordEntity } from './consent-record.entity.ts';
import { DoubleOptInEntity, DoubleOptInProofEntity } from './double-opt-in.entity.ts';
import { ExemptionEntity } from './exemption.entity.ts';
import { LedgerEventEntity } from './ledger-event.entity.ts';
import { OptOutRequestEntity } from './opt-out-request.entity.ts';
import { ApiKeyEntity, ContactEntity, RecipientEntity } from './people.entity.ts';
import { AccountEntity, OrganisationEntity, TopicEntity } from './tenants.entity.ts';

/** Every entity, for the ORM. Columns are written in these definitions only. */
export const ENTITIES = [
  OrganisationEntity,
  AccountEntity,
  TopicEntity,
  AddressBookEntity,
  OptOutPolicyEntity,
  RecipientEntity,
  ContactEntity,
  ApiKeyEntity,
  OptOutRequestEntity,
  LedgerEventEntity,
  CampaignEntity,
  DoubleOptInEntity,
  DoubleOptInProofEntity,
  AdminPersonEntity,
  ConsentRecordEntity,
  ExemptionEntity,
] as const;

export * from './address-book.entity.ts';
export * from './admin-person.entity.ts';
export * from './campaign.entity.ts';
export * from './consent-record.entity.ts';
export * from './double-opt-in.entity.ts';
export * from './exemption.entity.ts';
export * from './ledger-event.entity.ts';
export * from './opt-out-request.entity.ts';
export * from './people.entity.ts';
export * from './tenants.entity.ts';
