import type { CampaignState, WatchCampaignQuery } from '../generated/documents.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../client/connect.ts';
import { AdieuError } from '../errors.ts';
import { WatchCampaignDocument } from '../generated/documents.ts';

/** How far a campaign is; messages are counted. */
export type Progress = NonNullable<WatchCampaignQuery['campaign']>;

export interface WatchOptions {
  /** Milliseconds between two looks. 1000 if not given. */
  readonly every?: number;
  readonly signal?: AbortSignal;
}

const ENDED: ReadonlySet<CampaignState> = new Set(['SENT', 'CANCELLED']);
const EVERY_MS = 1_000;

/** How far it is, now and after each change, until it is sent or cancelled. A draft is told once. */
export async function* watch(
  connection: Connection,
  id: string,
  { every = EVERY_MS, signal }: WatchOptions = {},
): AsyncGenerator<Progress> {
  let before = '';
  for (;;) {
    const { campaign } = await connection.ask(WatchCampaignDocument, { id });
    if (!campaign) throw new AdieuError('NOT_FOUND', `There is no campaign ${id} for this key.`);
    const now = JSON.stringify(campaign);
    if (now !== before) yield campaign;
    before = now;
    if (campaign.state === 'DRAFT' || (ENDED.has(campaign.state) && campaign.finishedAt)) return;
    await wait(every, undefined, signal && { signal });
  }
}
