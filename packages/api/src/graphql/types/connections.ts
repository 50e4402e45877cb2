import { AddressBookType } from './address-book.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { ContactType } from './contact.ts';
import { OptOutRequestType } from './opt-out-request.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const ContactConnection = connectionOf('Contact', ContactType);
export type ContactConnection = InstanceType<typeof ContactConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;
