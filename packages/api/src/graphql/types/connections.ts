import { AddressBookType } from './address-book.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { LedgerEventType } from './ledger-event.ts';
import { OptOutRequestType } from './opt-out-request.ts';
import { SuppressionType } from './recipient.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;

export const LedgerEventConnection = connectionOf('LedgerEvent', LedgerEventType);
export type LedgerEventConnection = InstanceType<typeof LedgerEventConnection>;

export const SuppressionConnection = connectionOf('Suppression', SuppressionType);
export type SuppressionConnection = InstanceType<typeof SuppressionConnection>;
