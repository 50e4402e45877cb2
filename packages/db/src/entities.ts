import type { EntitySchema } from '@mikro-orm/postgresql';
import { ApiKeyEntity } from './access/api-key.entity.ts';
import { IdempotencyKeyEntity } from './access/idempotency-key.entity.ts';
import { AudienceExportEntity } from './audience/audience-export.entity.ts';
import { UnfilteredExportEntity } from './audience/unfiltered-export.entity.ts';
import { AccountBrandEntity } from './brand/account-brand.entity.ts';
import { BrandImageEntity } from './brand/brand-image.entity.ts';
import { CampaignAcceptedFindingEntity } from './campaigns/campaign-accepted-finding.entity.ts';
import { CampaignAddressEntity } from './campaigns/campaign-address.entity.ts';
import { CampaignDomainEntity } from './campaigns/campaign-domain.entity.ts';
import { CampaignRecipientEntity } from './campaigns/campaign-recipient.entity.ts';
import { CampaignEntity } from './campaigns/campaign.entity.ts';
import { MessageEntity } from './campaigns/message.entity.ts';
import { RateLimitEntity } from './campaigns/rate-limit.entity.ts';
import { TestMailEntity } from './campaigns/test-mail.entity.ts';
import { ConsentRecordEntity } from './consent/consent-record.entity.ts';
import { EvidenceFileEntity } from './consent/evidence-file.entity.ts';
import { ContactAddressEntity } from './contacts/contact-address.entity.ts';
import { ContactEntity } from './contacts/contact.entity.ts';
import { RecipientEntity } from './contacts/recipient.entity.ts';
import { ForwardedAnswerEntity } from './inbound/forwarded-answer.entity.ts';
import { InboundMessageEntity } from './inbound/inbound-message.entity.ts';
import { MailLimitEntity } from './inbound/mail-limit.entity.ts';
import { ImapMailboxEntity } from './imap/imap-mailbox.entity.ts';
import { ProviderTokenEntity } from './provider-events/provider-token.entity.ts';
import { SystemSmsEntity } from './system-sms/system-sms.entity.ts';
import { PlatformBlockEntity } from './inbound/platform-block.entity.ts';
import { InvitationEntity } from './members/invitation.entity.ts';
import { MemberIdentityEntity } from './members/member-identity.entity.ts';
import { MemberRoleEntity } from './members/member-role.entity.ts';
import { MemberSessionEntity } from './members/member-session.entity.ts';
import { MemberEntity } from './members/member.entity.ts';
import { DigestItemEntity } from './digest/digest-item.entity.ts';
import { DigestEntity } from './digest/digest.entity.ts';
import { DoubleOptInProofEntity } from './double-opt-in/double-opt-in-proof.entity.ts';
import { DoubleOptInEntity } from './double-opt-in/double-opt-in.entity.ts';
import { LedgerEventEntity } from './ledger/ledger-event.entity.ts';
import { LedgerSealEntity } from './ledger/ledger-seal.entity.ts';
import { MachineSignalEntity } from './machines/machine-signal.entity.ts';
import { ControllerReactivationEntity } from './opt-out/controller-reactivation.entity.ts';
import { OptOutEvidenceEntity } from './opt-out/opt-out-evidence.entity.ts';
import { OptOutRequestEntity } from './opt-out/opt-out-request.entity.ts';
import { SuppressionEntity } from './opt-out/suppression.entity.ts';
import { AccountEntity } from './organisation/account.entity.ts';
import { AddressBookEntity } from './organisation/address-book.entity.ts';
import { ExemptionEntity } from './organisation/exemption.entity.ts';
import { OptOutPolicyEntity } from './organisation/opt-out-policy.entity.ts';
import { OrganisationEntity } from './organisation/organisation.entity.ts';
import { TopicEntity } from './organisation/topic.entity.ts';
import { OutboxMessageEntity } from './outbox/outbox-message.entity.ts';
import { GivenReasonEntity } from './preferences/given-reason.entity.ts';
import { LeaveReasonEntity } from './preferences/leave-reason.entity.ts';
import { RecipientPreferenceEntity } from './preferences/recipient-preference.entity.ts';
import { DataLinkEntity } from './privacy/data-link.entity.ts';
import { QuarantineEntity } from './quarantine/quarantine.entity.ts';
import { CampaignFiguresEntity } from './reports/campaign-figures.entity.ts';
import { CampaignWarningMailEntity } from './reports/campaign-warning-mail.entity.ts';
import { CampaignWarningEntity } from './reports/campaign-warning.entity.ts';
import { ComplaintEntity } from './reports/complaint.entity.ts';
import { WeeklyReportEntity } from './reports/weekly-report.entity.ts';
import { WebhookDeliveryEntity } from './webhooks/webhook-delivery.entity.ts';
import { WebhookEndpointEntity } from './webhooks/webhook-endpoint.entity.ts';
import { WebhookNoticeEntity } from './webhooks/webhook-notice.entity.ts';
import { PlannedDecisionItemEntity } from './review/planned-decision-item.entity.ts';
import { PlannedDecisionEntity } from './review/planned-decision.entity.ts';
import { ReviewLinkEntity } from './review/review-link.entity.ts';
import { AddressBookSenderEntity } from './senders/address-book-sender.entity.ts';
import { DeletionEntity } from './deletion/deletion.entity.ts';
import { ListFileEntity } from './list-imports/list-file.entity.ts';
import { ListFileChunkEntity } from './list-imports/list-file-chunk.entity.ts';
import { ListImportEntity } from './list-imports/list-import.entity.ts';
import { ListImportRowEntity } from './list-imports/list-import-row.entity.ts';
import { ListImportChunkEntity } from './list-imports/list-import-chunk.entity.ts';
import { ListImportRemarkEntity } from './list-imports/list-import-remark.entity.ts';
import { SetupLinkEntity } from './beginning/setup-link.entity.ts';
import { SenderDomainEntity } from './sender-domains/sender-domain.entity.ts';
import { SmsSenderOwnerEntity } from './sms-senders/sms-sender-owner.entity.ts';
import { SenderEntity } from './senders/sender.entity.ts';
import { ShortLinkEntity } from './sms/short-link.entity.ts';
import { SmsDeliveryEntity } from './sms/sms-delivery.entity.ts';
import { SmsListComparisonEntity } from './sms/sms-list-comparison.entity.ts';
import { SignUpFormEntity } from './sign-up-forms/sign-up-form.entity.ts';

/** Every entity, for the ORM: one for each table. */
export const ENTITIES: readonly EntitySchema[] = [
  ApiKeyEntity,
  IdempotencyKeyEntity,
  AudienceExportEntity,
  UnfilteredExportEntity,
  AccountBrandEntity,
  BrandImageEntity,
  CampaignAcceptedFindingEntity,
  CampaignAddressEntity,
  CampaignDomainEntity,
  CampaignRecipientEntity,
  CampaignEntity,
  MessageEntity,
  RateLimitEntity,
  TestMailEntity,
  ConsentRecordEntity,
  EvidenceFileEntity,
  ContactAddressEntity,
  ContactEntity,
  RecipientEntity,
  ForwardedAnswerEntity,
  InboundMessageEntity,
  PlatformBlockEntity,
  SystemSmsEntity,
  ProviderTokenEntity,
  ImapMailboxEntity,
  MailLimitEntity,
  InvitationEntity,
  MemberIdentityEntity,
  MemberRoleEntity,
  MemberSessionEntity,
  MemberEntity,
  DigestItemEntity,
  DigestEntity,
  DoubleOptInProofEntity,
  DoubleOptInEntity,
  LedgerEventEntity,
  LedgerSealEntity,
  WebhookEndpointEntity,
  WebhookDeliveryEntity,
  WebhookNoticeEntity,
  MachineSignalEntity,
  ControllerReactivationEntity,
  OptOutEvidenceEntity,
  OptOutRequestEntity,
  SuppressionEntity,
  AccountEntity,
  AddressBookEntity,
  ExemptionEntity,
  OptOutPolicyEntity,
  OrganisationEntity,
  TopicEntity,
  OutboxMessageEntity,
  GivenReasonEntity,
  LeaveReasonEntity,
  RecipientPreferenceEntity,
  DataLinkEntity,
  QuarantineEntity,
  CampaignFiguresEntity,
  CampaignWarningMailEntity,
  CampaignWarningEntity,
  ComplaintEntity,
  WeeklyReportEntity,
  PlannedDecisionItemEntity,
  PlannedDecisionEntity,
  ReviewLinkEntity,
  AddressBookSenderEntity,
  SenderDomainEntity,
  SmsSenderOwnerEntity,
  SenderEntity,
  ShortLinkEntity,
  SmsDeliveryEntity,
  SmsListComparisonEntity,
  SignUpFormEntity,
  SetupLinkEntity,
  ListFileEntity,
  ListFileChunkEntity,
  ListImportEntity,
  ListImportRowEntity,
  ListImportChunkEntity,
  ListImportRemarkEntity,
  DeletionEntity,
];
