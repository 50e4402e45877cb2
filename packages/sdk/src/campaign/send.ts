import type { Connection } from '../client/connect.ts';
import { CampaignRefused } from '../errors.ts';
import { SendCampaignDocument } from '../generated/documents.ts';
import { findingOf } from './check.ts';

export interface SendOptions {
  /** Not before; at once if not given. Up to a year ahead. */
  readonly at?: Date;
  /** With `at`: when clocks where each recipient lives show what the account's show then. */
  readonly inRecipientsZone?: boolean;
}

/** A campaign on its way. */
export interface Sent {
  readonly campaignId: string;
  /** Messages; the gate may stop some at their hand-over. */
  readonly queued: number;
}

/** Sends a draft, or throws CampaignRefused. */
export async function sendDraft(
  connection: Connection,
  campaignId: string,
  name: string,
  { at, inRecipientsZone }: SendOptions,
): Promise<Sent> {
  const { sendCampaign } = await connection.ask(SendCampaignDocument, {
    input: {
      id: campaignId,
      ...(at && { sendAt: at.toISOString() }),
      ...(inRecipientsZone !== undefined && { inRecipientsZone }),
    },
  });
  if (sendCampaign.__typename === 'CampaignSent')
    return { campaignId, queued: sendCampaign.queued };
  const findings = 'findings' in sendCampaign ? sendCampaign.findings.map(findingOf) : [];
  const message =
    sendCampaign.code === 'ALREADY_RELEASED'
      ? `${sendCampaign.message} What has this name and content is the same campaign: give it another name for another one.`
      : sendCampaign.message;
  throw new CampaignRefused(sendCampaign.code, `${name}: ${message}`, findings);
}
