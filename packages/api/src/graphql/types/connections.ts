import { AdminPersonType } from './admin-person.ts';
import { AddressBookType } from './address-book.ts';
import { AudienceExportType } from './audience-export.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { ConsentType } from './consent.ts';
import { GivenReasonType } from './given-reason.ts';
import { LedgerSealType } from './ledger-seal.ts';
import { LedgerEventType } from './ledger-event.ts';
import { ContactType } from './contact.ts';
import { OptOutRequestType } from './opt-out-request.ts';
import { SuppressionType } from './recipient.ts';
import { MachineSignalType } from './machine-signal.ts';
import { QuarantineType } from './quarantine.ts';
import { ReviewCampaignType } from './review-campaign.ts';
import { ReviewRequestType } from './review-request.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const ContactConnection = connectionOf('Contact', ContactType);
export type ContactConnection = InstanceType<typeof ContactConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;

export const AdminPersonConnection = connectionOf('AdminPerson', AdminPersonType);
export type AdminPersonConnection = InstanceType<typeof AdminPersonConnection>;
export const ConsentConnection = connectionOf('Consent', ConsentType);
export type ConsentConnection = InstanceType<typeof ConsentConnection>;

export const LedgerSealConnection = connectionOf('LedgerSeal', LedgerSealType);
export type LedgerSealConnection = InstanceType<typeof LedgerSealConnection>;
export const LedgerEventConnection = connectionOf('LedgerEvent', LedgerEventType);
export type LedgerEventConnection = InstanceType<typeof LedgerEventConnection>;

export const SuppressionConnection = connectionOf('Suppression', SuppressionType);
export type SuppressionConnection = InstanceType<typeof SuppressionConnection>;
export const QuarantineConnection = connectionOf('Quarantine', QuarantineType);
export type QuarantineConnection = InstanceType<typeof QuarantineConnection>;

export const MachineSignalConnection = connectionOf('MachineSignal', MachineSignalType);
export type MachineSignalConnection = InstanceType<typeof MachineSignalConnection>;
export const AudienceExportConnection = connectionOf('AudienceExport', AudienceExportType);
export type AudienceExportConnection = InstanceType<typeof AudienceExportConnection>;

export const ReviewRequestConnection = connectionOf('ReviewRequest', ReviewRequestType);
export type ReviewRequestConnection = InstanceType<typeof ReviewRequestConnection>;

export const GivenReasonConnection = connectionOf('GivenReason', GivenReasonType);
export type GivenReasonConnection = InstanceType<typeof GivenReasonConnection>;

export const ReviewCampaignConnection = connectionOf('ReviewCampaign', ReviewCampaignType);
export type ReviewCampaignConnection = InstanceType<typeof ReviewCampaignConnection>;
