import { AddressBookType } from './address-book.ts';
import { CampaignType } from './campaign.ts';
import { connectionOf } from './connection.ts';
import { MachineSignalType } from './machine-signal.ts';
import { OptOutRequestType } from './opt-out-request.ts';
import { QuarantineType } from './quarantine.ts';

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);
export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;

export const QuarantineConnection = connectionOf('Quarantine', QuarantineType);
export type QuarantineConnection = InstanceType<typeof QuarantineConnection>;

export const MachineSignalConnection = connectionOf('MachineSignal', MachineSignalType);
export type MachineSignalConnection = InstanceType<typeof MachineSignalConnection>;
