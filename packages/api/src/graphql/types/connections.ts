import { AddressBookType } from './address-book.ts';
import { AudienceExportType } from './audience-export.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { OptOutRequestType } from './opt-out-request.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;

export const AudienceExportConnection = connectionOf('AudienceExport', AudienceExportType);
export type AudienceExportConnection = InstanceType<typeof AudienceExportConnection>;
