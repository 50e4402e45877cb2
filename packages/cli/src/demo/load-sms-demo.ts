import { type Ask, expectType } from './ask.ts';
import { importDemo, released } from './send-demo.ts';
import { type DemoSms, type DemoSmsName, SMS_BOOK, SMS_CAMPAIGNS } from './sms-content.ts';

/** The demo's part that goes out by SMS; ids are those of the API. */
export interface SmsDemo {
  readonly addressBookId: string;
  readonly campaigns: Readonly<Record<DemoSmsName, string>>;
}

const RECEIPTS = `mutation DemoReceipts($input: ChangeAccountInput!) {
  changeAccount(input: $input) { __typename ... on Problem { message } }
}`;
const BOOK = `mutation DemoSmsBook($input: CreateAddressBookInput!) {
  createAddressBook(input: $input) { __typename ... on Problem { message } ... on AddressBookCreated { addressBook { id } } }
}`;
const SENDER = `mutation DemoSmsSender($input: CreateSenderInput!) {
  createSender(input: $input) { __typename ... on Problem { message } ... on SenderCreated { sender { id } } }
}`;
const CHOOSE = `mutation DemoChooseSender($input: SetAddressBookSenderInput!) {
  setAddressBookSender(input: $input) { __typename ... on Problem { message } }
}`;
const CREATE = `mutation CreateDemoSms($input: CreateCampaignInput!) {
  createCampaign(input: $input) { __typename ... on Problem { message } ... on CampaignCreated { campaign { id } } }
}`;

/**
 * A book of members, and a campaign to it from each kind of sender. A campaign keeps what it was released from, so the book
 * chooses one after the other. The keys make a repeat give what the first time made.
 */
export async function loadSmsDemo(
  admin: Ask,
  campaigner: Ask,
  accountId: string,
): Promise<SmsDemo> {
  // What the law of these numbers does not ask for; on a handset one likes to see it.
  await must(admin, RECEIPTS, { id: accountId, smsReceipts: true }, 'AccountChanged');
  const { addressBook } = await must<{ addressBook: { id: string } }>(
    admin,
    BOOK,
    { accountId, name: SMS_BOOK.name, purpose: 'MARKETING', idempotencyKey: 'demo-sms-book' },
    'AddressBookCreated',
  );
  await importDemo(admin, SMS_BOOK.file, addressBook.id);
  const campaigns: [string, string][] = [];
  for (const [key, sms] of Object.entries(SMS_CAMPAIGNS)) {
    const names = { key, accountId, addressBookId: addressBook.id };
    campaigns.push([key, await sendSms(admin, campaigner, sms, names)]);
  }
  return {
    addressBookId: addressBook.id,
    campaigns: Object.fromEntries(campaigns) as Record<DemoSmsName, string>,
  };
}

async function sendSms(
  admin: Ask,
  campaigner: Ask,
  { name, sender, text }: DemoSms,
  { key, accountId, addressBookId }: { key: string; accountId: string; addressBookId: string },
): Promise<string> {
  const made = await must<{ sender: { id: string } }>(
    admin,
    SENDER,
    { accountId, ...sender, idempotencyKey: `demo-sms-sender-${key}` },
    'SenderCreated',
  );
  const choice = { addressBookId, channel: 'SMS', senderId: made.sender.id };
  await must(admin, CHOOSE, choice, 'AddressBookSenderSet');
  const { campaign } = await must<{ campaign: { id: string } }>(
    campaigner,
    CREATE,
    {
      addressBookId,
      channel: 'SMS',
      name,
      text: Object.entries(text).map(([language, each]) => ({ language, text: each })),
      idempotencyKey: `demo-sms-create-${key}`,
    },
    'CampaignCreated',
  );
  await released(campaigner, campaign.id, `demo-sms-send-${key}`);
  return campaign.id;
}

/** What the only field of a mutation gave; a Problem is a fault. */
async function must<Result extends object>(
  ask: Ask,
  mutation: string,
  input: object,
  type: string,
): Promise<Result> {
  const data = await ask<Record<string, Result & { __typename: string }>>(mutation, { input });
  return expectType(Object.values(data)[0]!, type);
}
