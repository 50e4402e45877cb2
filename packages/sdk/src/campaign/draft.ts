import { createHash } from 'node:crypto';
import type { Connection } from '../client/connect.ts';
import { CreateCampaignDocument, type CreateCampaignInput } from '../generated/documents.ts';
import { audienceInput } from './audience-filter.ts';
import { composeTexts } from './compose.ts';
import type { CampaignDefinition } from './definition.ts';
import { findAccount, findBooks, findTopics } from '../client/names.ts';
import { refused } from './refused.ts';

/** The id of this campaign's draft. The same campaign has one draft, however often it is asked for. */
export async function draft(connection: Connection, campaign: CampaignDefinition): Promise<string> {
  const [receivers, texts] = await Promise.all([
    receiversOf(connection, campaign),
    composeTexts(campaign),
  ]);
  const input = { ...receivers, ...texts };
  const idempotencyKey = `sdk-${createHash('sha256').update(JSON.stringify(input)).digest('hex')}`;
  const { createCampaign } = await connection.ask(CreateCampaignDocument, {
    input: { ...input, idempotencyKey },
  });
  if (createCampaign.__typename === 'CampaignCreated') return createCampaign.campaign.id;
  throw refused(campaign.name, createCampaign);
}

type Receivers = Pick<
  CreateCampaignInput,
  'addressBookId' | 'audience' | 'topicId' | 'accountId' | 'recipients' | 'purpose'
>;

async function receiversOf(
  connection: Connection,
  { audience, topic }: CampaignDefinition,
): Promise<Receivers> {
  if ('recipients' in audience) {
    const { account, recipients, purpose } = audience;
    const { id } = await findAccount(connection, account);
    return { accountId: id, recipients, ...(purpose && { purpose }) };
  }
  const [book] = await findBooks(connection, [audience.addressBook]);
  const { id, accountId } = book!;
  const part = await audienceInput(connection, accountId, audience);
  const receivers = { addressBookId: id, ...(part && { audience: part }) };
  if (topic === undefined) return receivers;
  const [found] = await findTopics(connection, accountId, [topic]);
  return { ...receivers, topicId: found!.id };
}
