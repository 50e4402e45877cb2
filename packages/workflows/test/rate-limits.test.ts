import { createCampaignByHand } from '@adieu/db';
import { type CampaignChange, emailContent, rateLimits } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { releaseDraft, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, untilRow } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const OVERALL = 40;
const SLOW = 5;
const POOL_SIZE = 5;

let sink: SmtpSink;
let run: RunningWorker;
beforeAll(async () => {
  sink = await startSmtpSink();
  const limits = rateLimits(OVERALL, [{ names: ['slow.test'], perSecond: SLOW }]);
  run = await runWorker({ smtpUrl: sink.url, poolSize: POOL_SIZE, limits });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

/** A campaign by hand, being sent: so many recipients at each domain, those of the first before all others. */
async function release(counts: Readonly<Record<string, number>>): Promise<string> {
  const { organisationId, accountId, ring } = run.org;
  const addresses = Object.entries(counts).flatMap(([domain, n]) =>
    Array.from({ length: n }, (_, i) => `person-${i}@${domain}`),
  );
  return run.test.db.transaction(async (sql) => {
    const made = await createCampaignByHand(sql, {
      organisationId,
      accountId,
      purpose: 'MARKETING',
      recipients: addresses.map((address) => ({
        address,
        addressKey: addressKey(ring, 'EMAIL', address),
      })),
      name: 'Spring',
      content: emailContent({
        subject: { en: 'Spring' },
        mjml: {
          en: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>',
        },
      }),
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    const { campaignId } = made;
    await releaseDraft(sql, { organisationId, campaignId, now: new Date() });
    return campaignId;
  });
}

const sent = (campaignId: string): Promise<void> =>
  untilRow(run, "SELECT 1 FROM campaign WHERE id = $1 AND state = 'SENT'", [campaignId]);

const change = (campaignId: string, kind: CampaignChange): Promise<void> =>
  changed(run, campaignId, kind);

/** The least time for so many mails, in milliseconds: a late sender’s fifth of a second may come at once. */
const leastMs = (mails: number, rate: number): number => ((mails - 1) / rate - 0.2) * 1_000;

describe('a rate limit', () => {
  it('is kept by campaigns together, and each mail goes once', async () => {
    const from = sink.count;
    const begun = performance.now();
    const ids = [await release({ 'a.test': 60 }), await release({ 'b.test': 60 })];
    await Promise.all(ids.map(sent));
    const mails = sink.mails.slice(from);
    expect([mails.length, new Set(mails.map(({ to }) => to)).size]).toEqual([120, 120]);
    expect(mails.at(-1)!.at - begun).toBeGreaterThanOrEqual(leastMs(120, OVERALL));
  });

  it('of a domain holds nobody else up, though its mails were first', async () => {
    const from = sink.count;
    const begun = performance.now();
    await sent(await release({ 'slow.test': 20, 'c.test': 60 }));
    const mails = sink.mails.slice(from);
    const slow = mails.filter(({ to }) => to.endsWith('@slow.test'));
    expect([mails.length, slow.length]).toEqual([80, 20]);
    expect(slow.at(-1)!.at - begun).toBeGreaterThanOrEqual(leastMs(20, SLOW));
    const lastOther = mails.findLast(({ to }) => to.endsWith('@c.test'))!;
    expect(slow.filter(({ at }) => at > lastOther.at).length).toBeGreaterThan(5);
  });

  it('is kept after a pause: what is overdue does not burst', async () => {
    const from = sink.count;
    const campaignId = await release({ 'd.test': 150 });
    await sink.waitFor(from + 20);
    await change(campaignId, 'PAUSE');
    // Overdue by a second and a half, which would be sixty mails.
    const resumeAt = new Date(Date.now() + 1_500);
    await untilRow(run, 'SELECT 1 WHERE now() >= $1', [resumeAt]);
    const resumed = performance.now();
    await change(campaignId, 'RESUME');
    await sent(campaignId);
    const mails = sink.mails.slice(from);
    expect([mails.length, new Set(mails.map(({ to }) => to)).size]).toEqual([150, 150]);
    const late = mails.filter(({ at }) => at >= resumed);
    // What was under way at the pause may come after it.
    const { length } = late.slice(POOL_SIZE);
    expect(length).toBeGreaterThan(60);
    expect(mails.at(-1)!.at - resumed).toBeGreaterThanOrEqual(leastMs(length, OVERALL));
  });

  it('leaves the gate where it is, at the hand-over: whoever left while they waited gets nothing', async () => {
    const from = sink.count;
    const campaignId = await release({ 'slow.test': 15 });
    const [last] = await run.test.db.sql.rows<{ id: string; address: string }>(
      `SELECT r.id, r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
       WHERE m.campaign_id = $1 ORDER BY m.id DESC LIMIT 1`,
      [campaignId],
    );
    await sink.waitFor(from + 1);
    await run.test.db.sql.rows('UPDATE recipient SET address = NULL WHERE id = $1', [last!.id]);
    await sent(campaignId);
    const got = sink.mails.slice(from).map(({ to }) => to);
    expect(got).toHaveLength(14);
    expect(got).not.toContain(last!.address);
  });
});
