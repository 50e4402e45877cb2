import { type Ask, expectType } from './ask.ts';
import type { DemoBook } from './content.ts';
import { readCampaign, readContacts } from './demo-files.ts';

const IMPORT = `mutation ImportDemo($input: ImportContactsInput!) {
  importContacts(input: $input) { __typename ... on Problem { message } ... on ContactsImported { created rejected { line message } } }
}`;
const CREATE = `mutation CreateDemo($input: CreateCampaignInput!) {
  createCampaign(input: $input) { __typename ... on Problem { message } ... on CampaignCreated { campaign { id } } }
}`;
const SEND = `mutation SendDemo($input: SendCampaignInput!) {
  sendCampaign(input: $input) { __typename ... on Problem { message } }
}`;
const PROGRESS = `query DemoProgress($id: ID!) { campaign(id: $id) { state } }`;

const SENT_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** Fills a book from its CSV; importing it again changes nothing. Gives how many contacts are new. */
export async function importDemo(ask: Ask, file: string, addressBookId: string): Promise<number> {
  const input = { addressBookId, csv: await readContacts(file) };
  const { importContacts } = await ask<{
    importContacts: { __typename: string; created: number; rejected: unknown[] };
  }>(IMPORT, { input });
  const result = expectType(importContacts, 'ContactsImported');
  if (result.rejected.length > 0)
    throw new Error(`${file}.csv has rows that cannot be read: ${JSON.stringify(result.rejected)}`);
  return result.created;
}

/** Creates and sends a book's campaign. The keys make a repeat give the campaign of the first time. Gives its id. */
export async function sendDemo(ask: Ask, book: DemoBook, addressBookId: string): Promise<string> {
  const { name, subject } = book.campaign;
  const { createCampaign } = await ask<{
    createCampaign: { __typename: string; campaign: { id: string } };
  }>(CREATE, {
    input: {
      addressBookId,
      name,
      subject: Object.entries(subject).map(([language, text]) => ({ language, text })),
      mjml: await readCampaign(book),
      idempotencyKey: `demo-create-${book.file}`,
    },
  });
  const { id } = expectType(createCampaign, 'CampaignCreated').campaign;
  await released(ask, id, `demo-send-${book.file}`);
  return id;
}

/** Sends a campaign, once for one key. */
export async function released(ask: Ask, id: string, idempotencyKey: string): Promise<void> {
  const { sendCampaign } = await ask<{ sendCampaign: { __typename: string } }>(SEND, {
    input: { id, idempotencyKey },
  });
  expectType(sendCampaign, 'CampaignSent');
}

/** True when it was handed over as far as it could be; false where that takes more than a minute. */
export async function untilSent(ask: Ask, campaignId: string): Promise<boolean> {
  const deadline = Date.now() + SENT_WITHIN_MS;
  while (Date.now() < deadline) {
    const { campaign } = await ask<{ campaign: { state: string } }>(PROGRESS, { id: campaignId });
    if (campaign.state === 'SENT') return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return false;
}
