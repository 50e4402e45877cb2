import { send } from './browser.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql } from './graphql.ts';

interface Answered {
  readonly __typename: string;
  readonly message?: string;
}

async function change<Done>(
  endpoints: Endpoints,
  mutation: string,
  input: Record<string, unknown>,
  done: string,
  key?: string,
): Promise<Done> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const data = await graphql<Record<string, Answered & Done>>(
    endpoints,
    `mutation ($input: ${INPUTS[mutation] ?? type}!) { ${mutation}(input: $input) { __typename ${done} ... on Problem { message } } }`,
    { input },
    key,
  );
  const answer = data[mutation]!;
  if (answer.message !== undefined) throw new Error(`${mutation}: ${answer.message}`);
  return answer;
}

const INPUTS: Readonly<Record<string, string>> = {
  pauseCampaign: 'ChangeCampaignInput',
  resumeCampaign: 'ChangeCampaignInput',
};

/** A sender of the demo's first account; gives its id. */
export async function smsSender(
  endpoints: Endpoints,
  smsKind: 'NUMBER' | 'TEXT' | 'SHORT_CODE',
  address: string,
  keyword?: string,
): Promise<string> {
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    endpoints,
    '{ accounts { id } }',
  );
  const accountId = accounts[0]!.id;
  const input = {
    accountId,
    smsKind,
    address,
    ...(keyword !== undefined && { keyword }),
    ...(smsKind === 'SHORT_CODE' && { countries: ['SE'] }),
  };
  const done = '... on SenderCreated { sender { id } }';
  return (await change<{ sender: { id: string } }>(endpoints, 'createSender', input, done)).sender
    .id;
}

/** A book of the demo's first account that sends from there, with these numbers; gives its id. */
export async function smsBook(
  endpoints: Endpoints,
  book: { readonly name: string; readonly senderId: string; readonly numbers: readonly string[] },
): Promise<string> {
  const { name, senderId, numbers } = book;
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    endpoints,
    '{ accounts { id } }',
  );
  const made = await change<{ addressBook: { id: string } }>(
    endpoints,
    'createAddressBook',
    { accountId: accounts[0]!.id, name, purpose: 'MARKETING' },
    '... on AddressBookCreated { addressBook { id } }',
  );
  const addressBookId = made.addressBook.id;
  const chosen = { addressBookId, channel: 'SMS', senderId };
  await change(endpoints, 'setAddressBookSender', chosen, '');
  const rows = numbers.map((number, i) => `${number},Reader ${i},sv\n`).join('');
  const csv = `phone,first_name,language\n${rows}`;
  await change(endpoints, 'importContacts', { addressBookId, csv }, '');
  return addressBookId;
}

/** Makes a campaign to a book and sends it; gives its id. */
export async function sendSms(
  endpoints: Endpoints,
  addressBookId: string,
  { name, sendAt }: { readonly name: string; readonly sendAt?: Date },
): Promise<string> {
  const { campaignerApiKey: key } = endpoints.demo;
  const made = await change<{ campaign: { id: string } }>(
    endpoints,
    'createCampaign',
    {
      addressBookId,
      name,
      channel: 'SMS',
      text: [{ language: 'sv', text: `${name}: hej {{ contact.first_name }}!` }],
    },
    '... on CampaignCreated { campaign { id } }',
    key,
  );
  const { id } = made.campaign;
  await change(endpoints, 'sendCampaign', { id, ...(sendAt && { sendAt }) }, '', key);
  return id;
}

export async function changeCampaign(
  endpoints: Endpoints,
  mutation: 'pauseCampaign' | 'resumeCampaign',
  id: string,
): Promise<void> {
  await change(endpoints, mutation, { id }, '', endpoints.demo.campaignerApiKey);
}

/** Chooses how often somebody wants SMS, by the link of one that they had. */
export async function chooseByLink(
  endpoints: Endpoints,
  link: string,
  frequency: 'WEEKLY',
): Promise<void> {
  const { headers } = await send(link);
  const token = new URL(String(headers['location'])).pathname.split('/').at(-1)!;
  await change(endpoints, 'updatePreferences', { token, frequency }, '');
}
