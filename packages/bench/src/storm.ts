import { signMessageLink } from '@adieu/keys';
import { startTemporal } from '@adieu/testkit/temporal';
import { request } from 'undici';
import { fillNewsletter, releaseToNewsletter } from './newsletter.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { type Sink, startSink } from './sink.ts';
import { startApi } from './start-api.ts';
import { startWorker } from './start-worker.ts';
import { judgeStorm, type Leaver } from './storm-verdict.ts';

const POOL_SIZE = 20;
/** So many mails before their turn somebody leaves: near enough to meet the sender, far enough to be first. */
const AHEAD = 600;
const LONGEST_MS = 20 * 60_000;

/**
 * A campaign to `count` contacts. Its worker is killed as often as asked, evenly, the mail server breaks off after it took
 * one mail in `drops`, and people leave by one click shortly before their turn. Gives whether each mail went out once, or is shown as unknown, and none to somebody whose wish was
 * acknowledged while their message was still queued (W-2, W-8, N3).
 */
export async function benchStorm(options: {
  count: number;
  kills: number;
  leavers: number;
  drops: number;
}): Promise<boolean> {
  const { count, kills, leavers, drops } = options;
  const scratch = await openScratch();
  const [temporal, sink, api] = await Promise.all([
    startTemporal(),
    startSink(drops),
    startApi(scratch),
  ]);
  const start = () =>
    startWorker(scratch, { temporal: temporal.address, smtp: sink.url, poolSize: POOL_SIZE });
  let worker = await start();
  try {
    await fillNewsletter(scratch, count);
    const campaignId = await releaseToNewsletter(scratch);
    const leaving = leave(scratch, { campaignId, count, leavers, sink, origin: api.origin });
    for (let kill = 1; kill <= kills; kill += 1) {
      await untilCount(sink, Math.floor((count - leavers) * (kill / (kills + 1))));
      process.kill(worker.pid, 'SIGKILL');
      worker = await start();
      console.log(
        `${await sink.count()} mails: worker killed and started again (${kill}/${kills})`,
      );
    }
    const left = await leaving;
    await untilOver(scratch, campaignId);
    return await judgeStorm(scratch, {
      campaignId,
      received: await sink.received(),
      left,
      dropped: await sink.dropped(),
      mostCutOff: kills * POOL_SIZE,
    });
  } finally {
    await worker.stop();
    await Promise.all([api.stop(), sink.stop(), temporal.stop()]);
    await scratch.close();
  }
}

/** Some of the campaign leave by one click, each a little before their message's turn. */
async function leave(
  { db, seeded }: Scratch,
  storm: { campaignId: string; count: number; leavers: number; sink: Sink; origin: string },
): Promise<Leaver[]> {
  const { campaignId, count, leavers, sink, origin } = storm;
  const step = Math.floor((count - AHEAD) / leavers);
  const rows = await db.sql.rows<{ id: string; address: string; turn: number }>(
    `SELECT * FROM (
       SELECT m.id, r.address, row_number() OVER (ORDER BY m.id)::int AS turn
       FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1
     ) m WHERE turn > $2 AND (turn - $2) % $3 = 0 ORDER BY turn LIMIT $4`,
    [campaignId, AHEAD, step, leavers],
  );
  const left: Leaver[] = [];
  for (const { id, address, turn } of rows) {
    await untilCount(sink, turn - AHEAD - left.length);
    const { statusCode, body } = await request(`${origin}/u/${signMessageLink(seeded.ring, id)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    await body.dump();
    if (statusCode !== 200) throw new Error(`one-click answered ${statusCode}`);
    const [row] = await db.sql.rows<{ state: string }>('SELECT state FROM message WHERE id = $1', [
      id,
    ]);
    left.push({ address, wasQueued: row!.state === 'QUEUED' || row!.state === 'STOPPED' });
  }
  return left;
}

async function untilCount(sink: Sink, count: number): Promise<void> {
  await until(async () => (await sink.count()) >= count);
}

async function untilOver({ db }: Scratch, campaignId: string): Promise<void> {
  await until(async () => {
    const rows = await db.sql.rows(
      'SELECT 1 FROM campaign WHERE id = $1 AND finished_at IS NOT NULL',
      [campaignId],
    );
    return rows.length > 0;
  });
}

/** Looks again every 50 ms; stops by itself. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`nothing came of it in ${LONGEST_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
