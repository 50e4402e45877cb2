import { AdminPersonType } from './admin-person.ts';
import { AddressBookType } from './address-book.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { OptOutRequestType } from './opt-out-request.ts';
import { ReviewRequestType } from './review-request.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;

export const AdminPersonConnection = connectionOf('AdminPerson', AdminPersonType);
export type AdminPersonConnection = InstanceType<typeof AdminPersonConnection>;

export const ReviewRequestConnection = connectionOf('ReviewRequest', ReviewRequestType);
export type ReviewRequestConnection = InstanceType<typeof ReviewRequestConnection>;
