import { recordOptOut } from '@adieu/db';
import { signMessageLink } from '@adieu/keys';
import { Pool } from 'undici';
import { atRate } from './at-rate.ts';
import { closedLoop } from './closed-loop.ts';
import { costOf } from './cost-of.ts';
import { besideHostile } from './hostile.ts';
import { describeFigure, describeRatio, type Figure, percentile } from './report.ts';
import { databaseOf } from './senders-of.ts';
import { openScratch, queueCampaign, type Scratch } from './scratch.ts';
import { startApi } from './start-api.ts';

const CONNECTIONS = 32;
const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>';

export interface OneClickOptions {
  readonly count: number;
  readonly rate: number;
  /** Also beside campaigns that are made to take long. */
  readonly hostile: boolean;
}

/** One-click POSTs with distinct tokens over 32 connections against the api process, beside the bare statement. */
export async function benchOneClick(options: OneClickOptions): Promise<boolean> {
  const scratch = await openScratch();
  try {
    const { count, rate } = options;
    const campaignId = await queueCampaign(scratch, count * (options.hostile ? 4 : 3), MJML);
    const rows = await scratch.db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1 ORDER BY random()',
      [campaignId],
    );
    const ids = rows.map(({ id }) => id);
    console.log(
      `${count} opt-outs each, ${CONNECTIONS} connections, one database, all on this machine`,
    );
    const database = databaseOf(scratch.db);
    const bare = await costOf(scratch, [database], count, () =>
      closedLoop(ids.slice(0, count), CONNECTIONS, (id) => recordDirectly(scratch, id)),
    );
    const reference = bare.done;
    console.log(describeFigure('reference: the bare statement, pool of 16', reference));
    console.log(bare.cost);
    const api = await startApi(scratch);
    const client = new Pool(api.origin, { connections: CONNECTIONS, pipelining: 1 });
    const click = (id: string): Promise<void> =>
      post(client, signMessageLink(scratch.seeded.ring, id));
    try {
      const workers = [database, { name: 'api', pids: async () => [api.pid] }];
      const posted = await costOf(scratch, workers, count, () =>
        closedLoop(ids.slice(count, count * 2), CONNECTIONS, click),
      );
      const through = posted.done;
      console.log(describeFigure('POST /u/<token>', through));
      console.log(posted.cost);
      const ratio = through.perSecond / reference.perSecond;
      console.log(describeRatio(ratio, 0.5));
      const paced = await atRate(ids.slice(count * 2, count * 3), rate, click);
      console.log(describeFigure(`POST /u/<token> at ${rate}/s`, paced));
      const p99 = percentile(paced.millis, 99);
      console.log(`p99 ${p99.toFixed(1)} ms (budget ≤ 300 ms) ${p99 <= 300 ? 'kept' : 'MISSED'}`);
      if (options.hostile)
        await clickBesideHostile(scratch, api.origin, () =>
          atRate(ids.slice(count * 3), rate, click),
        );
      return ratio >= 0.5 && p99 <= 300;
    } finally {
      await client.close();
      await api.stop();
    }
  } finally {
    await scratch.close();
  }
}

/** No budget: what is left of the processor to the api is the machine's to say. */
async function clickBesideHostile(scratch: Scratch, origin: string, clicks: () => Promise<Figure>) {
  const hostile = await besideHostile(scratch, origin);
  const figure = await clicks();
  const looks = await hostile.end();
  console.log(describeFigure(`the same beside ${looks} looks at a hostile text`, figure));
}

async function recordDirectly(scratch: Scratch, messageId: string): Promise<void> {
  const result = await recordOptOut(scratch.db.sql, {
    target: { messageId, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'ONE_CLICK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: { headers: { 'user-agent': 'bench' } },
    now: new Date(),
  });
  if ('refused' in result) throw new Error(`the statement refused: ${result.refused}`);
}

async function post(client: Pool, token: string): Promise<void> {
  const response = await client.request({
    method: 'POST',
    path: `/u/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'bench' },
    body: 'List-Unsubscribe=One-Click',
  });
  await response.body.dump();
  if (response.statusCode !== 200) throw new Error(`one-click answered ${response.statusCode}`);
}
