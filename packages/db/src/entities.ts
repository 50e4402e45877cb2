import { ApiKeyEntity } from './access/api-key.entity.ts';
import { CampaignEntity } from './campaigns/campaign.entity.ts';
import { ConsentRecordEntity } from './consent/consent-record.entity.ts';
import { ContactEntity } from './contacts/contact.entity.ts';
import { RecipientEntity } from './contacts/recipient.entity.ts';
import { AdminPersonEntity } from './digest/admin-person.entity.ts';
import { DoubleOptInProofEntity } from './double-opt-in/double-opt-in-proof.entity.ts';
import { DoubleOptInEntity } from './double-opt-in/double-opt-in.entity.ts';
import { LedgerEventEntity } from './ledger/ledger-event.entity.ts';
import { OptOutRequestEntity } from './opt-out/opt-out-request.entity.ts';
import { AccountEntity } from './organisation/account.entity.ts';
import { AddressBookEntity } from './organisation/address-book.entity.ts';
import { ExemptionEntity } from './organisation/exemption.entity.ts';
import { OptOutPolicyEntity } from './organisation/opt-out-policy.entity.ts';
import { OrganisationEntity } from './organisation/organisation.entity.ts';
import { TopicEntity } from './organisation/topic.entity.ts';

/** Every entity, for the ORM. A column is written in its entity only. */
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
