import { campaignProgress } from '@adieu/db';
import { campaignWorkflowId } from '@adieu/domain';
import { startBreakingServer, startSmtpSink, released } from '@adieu/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { untilRow } from './wishes.ts';
import { runWorker } from './worker.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
function opened<Thing extends { close(): unknown }>(thing: Thing): Thing {
  open.push(thing);
  return thing;
}

/** The URL of a server that has gone. */
async function nobody(): Promise<string> {
  const server = await startBreakingServer('greeting', 'reset');
  await server.close();
  return server.url;
}

/** Sends a campaign to many by these servers; gives its messages by state, with their addresses. */
async function campaignBy(urls: string[], count: number) {
  const run = opened(await runWorker({ smtpUrl: urls, poolSize: 5 }));
  const { db } = run.test;
  const { campaignId } = await released(run.test, run.org, { count, now: new Date() });
  await untilRow(run, 'SELECT 1 FROM campaign WHERE id = $1 AND finished_at IS NOT NULL', [
    campaignId,
  ]);
  await run.client.workflow.getHandle(campaignWorkflowId(campaignId)).result();
  const { byState } = await campaignProgress(db.sql, campaignId);
  const unknown = await db.sql.rows<{ address: string }>(
    `SELECT r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 AND m.state = 'UNKNOWN'`,
    [campaignId],
  );
  return { byState, unknown: unknown.map(({ address }) => address) };
}

describe('a campaign by several servers', () => {
  it('goes whole by the next where the first is away, each mail once', async () => {
    const second = opened(await startSmtpSink());
    const { byState } = await campaignBy([await nobody(), second.url], 200);
    expect(byState).toMatchObject({ SENT: 200, QUEUED: 0, FAILED: 0, UNKNOWN: 0 });
    expect(new Set(second.mails.map(({ to }) => to)).size).toBe(200);
    expect(second.count).toBe(200);
  });

  it('never sends by the next what the first may have: it stays unknown', async () => {
    const [first, second] = [
      opened(await startBreakingServer('end of the mail', 'reset')),
      opened(await startSmtpSink()),
    ];
    const { byState, unknown } = await campaignBy([first.url, second.url], 200);
    expect(byState).toMatchObject({ QUEUED: 0, HANDING_OVER: 0, FAILED: 0 });
    expect(unknown.length).toBeGreaterThan(0);
    expect(first.mails).toBe(unknown.length);
    expect(byState.SENT + byState.UNKNOWN).toBe(200);
    const got = second.mails.map(({ to }) => to);
    expect([got.length, new Set(got).size]).toEqual([byState.SENT, byState.SENT]);
    expect(got.filter((to) => unknown.includes(to))).toEqual([]);
  });
});
