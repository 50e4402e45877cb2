import {
  campaignProgress,
  type CampaignProgress,
  createAddressBook,
  createCampaignByHand,
  failedMessages,
} from '@adieu/db';
import { releaseDraft, type SmtpSink, startSmtpSink, leaves, released } from '@adieu/testkit';
import {
  emailContent,
  type CampaignChange,
  type CampaignState,
  campaignWorkflowId,
} from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, ended, untilRow } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const POOL_SIZE = 5;
let sink: SmtpSink;
let run: RunningWorker;
/** What the mail server answers to each address and attempt. */
let reply: (to: string) => string | undefined = () => undefined;

beforeAll(async () => {
  sink = await startSmtpSink({ reply: (to) => reply(to) });
  run = await runWorker({ smtpUrl: sink.url, poolSize: POOL_SIZE });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

async function release(
  count: number,
  sendAt: Date | null = null,
): Promise<{ campaignId: string; messageIds: string[] }> {
  const now = new Date();
  const { campaignId, messages } = await released(run.test, run.org, { count, now, sendAt });
  return { campaignId, messageIds: messages.map(({ id }) => id) };
}

async function finished(campaignId: string): Promise<CampaignProgress> {
  await ended(run, campaignWorkflowId(campaignId));
  return campaignProgress(run.test.db.sql, campaignId);
}

const leave = (messageId: string) =>
  leaves(run.test.db.sql, messageId, { method: 'ONE_CLICK', now: new Date() });

/** A campaign by hand to one address; gives its mail as it arrived. */
async function mailByHand(
  purpose: 'MARKETING' | 'TRANSACTIONAL',
  address: string,
): ReturnType<SmtpSink['mails'][number]['parsed']> {
  const { db } = run.test;
  const { organisationId, accountId, ring } = run.org;
  await db.transaction(async (sql) => {
    const made = await createCampaignByHand(sql, {
      organisationId,
      accountId,
      purpose,
      recipients: [{ address, addressKey: addressKey(ring, 'EMAIL', address) }],
      name: 'By hand',
      content: emailContent({
        subject: { en: 'Hello' },
        mjml: {
          en: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>',
        },
      }),
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    await releaseDraft(sql, { organisationId, campaignId: made.campaignId, now: new Date() });
  });
  return (await sink.waitForMail(({ to }) => to === address)).parsed();
}

describe('a campaign by hand (B6)', () => {
  it('carries the one-click headers of its account', async () => {
    const { headers } = await mailByHand('MARKETING', 'by-hand@example.test');
    const list = headers.get('list') as unknown as Record<string, { id?: string; name?: string }>;
    expect(list['unsubscribe-post']).toMatchObject({ name: 'List-Unsubscribe=One-Click' });
    expect(list['id']).toMatchObject({ name: 'Nordlys Shop' });
    expect(list['id']!.id).toMatch(new RegExp(`^${run.org.accountId}\\.`));
  });

  it('carries none with a receipt (H-11)', async () => {
    const { headers } = await mailByHand('TRANSACTIONAL', 'receipt@example.test');
    expect(headers.has('list')).toBe(false);
  });
});

describe('a campaign', () => {
  it('reaches everybody once but those the gate stops, also under opt-outs in full swing (W-2, N3)', async () => {
    const { campaignId, messageIds } = await release(300);
    const before = sink.count;
    await leave(messageIds[0]!);
    await sink.waitFor(before + 20);
    const late = messageIds.slice(200, 260);
    await Promise.all(late.map(leave));
    const committed = new Date();
    const { byState, stoppedBecause } = await finished(campaignId);
    expect(byState).toMatchObject({ QUEUED: 0, HANDING_OVER: 0, FAILED: 0, UNKNOWN: 0 });
    expect(byState.SENT + byState.STOPPED).toBe(300);
    expect(stoppedBecause).toEqual([{ reason: 'OPTED_OUT', count: byState.STOPPED }]);
    expect(byState.STOPPED).toBeGreaterThanOrEqual(2);
    const got = sink.mails.slice(before).map(({ to }) => to);
    expect(got).toHaveLength(byState.SENT);
    expect(new Set(got).size).toBe(byState.SENT);
    // Whoever left before the hand-over of their message began has not been written to.
    const wrong = await run.test.db.sql.rows(
      `SELECT 1 FROM message m JOIN opt_out_request q ON q.message_id = m.id
       WHERE m.campaign_id = $1 AND m.state = 'SENT' AND m.changed_at > $2`,
      [campaignId, new Date(committed.getTime() + 1_000)],
    );
    expect(wrong).toEqual([]);
  });

  it('tries again what the server puts off, and shows what it refuses (never lost, never twice)', async () => {
    const willing = await run.test.db.sql.rows<{ address: string }>(
      `SELECT address FROM recipient r WHERE r.address ~ '^person-[1-5]@' AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.address_key = r.address_key)
       ORDER BY address LIMIT 2`,
    );
    const [refused, putOff] = willing.map(({ address }) => address);
    let told = false;
    reply = (to) => {
      if (to === refused) return `550 5.1.1 <${to}> no such user`;
      if (to !== putOff || told) return undefined;
      told = true;
      return '451 4.3.0 come back later';
    };
    const { campaignId } = await release(5);
    const { byState } = await finished(campaignId);
    reply = () => undefined;
    expect(byState).toMatchObject({ FAILED: 1, UNKNOWN: 0, QUEUED: 0 });
    const failed = await failedMessages(run.test.db.sql, campaignId, 10);
    expect(failed).toMatchObject([
      { state: 'FAILED', attempts: 1, outcome: '550 5.1.1 <address> no such user' },
    ]);
    const third = await run.test.db.sql.rows(
      `SELECT m.state, m.attempts FROM message m JOIN recipient r ON r.id = m.recipient_id
       WHERE m.campaign_id = $1 AND r.address = $2`,
      [campaignId, putOff],
    );
    expect(third).toEqual([{ state: 'SENT', attempts: 2 }]);
  });
});

describe('a mailbox that the mail server does not know (P7, M-7)', () => {
  it('is told of at the hand-over, and written to no more; who is blocked for another reason is', async () => {
    const [gone, blocked] = ['gone@example.test', 'blocked@example.test'];
    const send = async (nth: number): Promise<CampaignProgress> => {
      const of = { count: 3, addresses: [gone, blocked, 'there@example.test'] };
      const { accountId } = run.org;
      const book = await createAddressBook(run.test.db.sql, {
        accountId,
        name: `Some have no mailbox ${nth}`,
        purpose: 'MARKETING',
        createdBy: 'test',
      });
      if ('refused' in book) throw new Error(book.refused);
      const { campaignId } = await released(run.test, run.org, { ...of, ...book, now: new Date() });
      return finished(campaignId);
    };
    const tried: string[] = [];
    reply = (to) => {
      tried.push(to);
      if (to === gone) return `550 5.1.1 <${to}> no such user`;
      return to === blocked ? '550 5.7.1 we do not like you' : undefined;
    };
    expect((await send(1)).byState).toMatchObject({ SENT: 1, FAILED: 2, STOPPED: 0 });
    const second = await send(2);
    reply = () => undefined;
    expect(second.byState).toMatchObject({ SENT: 1, FAILED: 1, STOPPED: 1 });
    expect(second.stoppedBecause).toEqual([{ reason: 'UNDELIVERABLE', count: 1 }]);
    expect(tried.filter((to) => to === gone)).toHaveLength(1);
    expect(tried.filter((to) => to === blocked)).toHaveLength(2);
  });
});

const change = (campaignId: string, kind: CampaignChange): Promise<void> =>
  changed(run, campaignId, kind);

describe('a campaign that is held while it is sent', () => {
  it('hands nothing over from then on, goes on when it is resumed, and reaches everybody once', async () => {
    const { campaignId } = await release(400);
    const before = sink.count;
    await sink.waitFor(before + 30);
    await change(campaignId, 'PAUSE');
    const { byState: atPause } = await campaignProgress(run.test.db.sql, campaignId);
    // The sender ends by itself: nothing of a campaign that is held for a month waits anywhere.
    const paused = await finished(campaignId);
    expect(paused.byState.QUEUED).toBe(atPause.QUEUED);
    expect(paused.byState.QUEUED).toBeGreaterThan(0);
    expect(paused.byState.HANDING_OVER).toBe(0);
    await change(campaignId, 'RESUME');
    const { SENT, STOPPED, ...others } = await nextState(campaignId, 'SENT');
    // Whoever left in the tests before, or has no mailbox, is stopped.
    expect(SENT + STOPPED).toBe(400);
    expect(new Set(Object.values(others))).toEqual(new Set([0]));
    const got = sink.mails.slice(before).map(({ to }) => to);
    expect([got.length, new Set(got).size]).toEqual([SENT, SENT]);
  });

  it('takes back what is left when it is cancelled, also from a pause', async () => {
    for (const first of ['PAUSE', 'CANCEL'] as const) {
      const { campaignId } = await release(400);
      const before = sink.count;
      await sink.waitFor(before + 30);
      await change(campaignId, first);
      if (first === 'PAUSE') await change(campaignId, 'CANCEL');
      const byState = await nextState(campaignId, 'CANCELLED');
      expect(byState).toMatchObject({ QUEUED: 0, HANDING_OVER: 0, FAILED: 0, UNKNOWN: 0 });
      expect(byState.SENT + byState.STOPPED).toBe(400);
      expect(sink.count - before).toBe(byState.SENT);
      const { stoppedBecause } = await campaignProgress(run.test.db.sql, campaignId);
      const counts = new Map(stoppedBecause.map(({ reason, count }) => [reason, count]));
      expect(counts.get('CANCELLED')).toBeGreaterThan(0);
      // Whom the tests before took off, or found nobody at, may have been stopped for that.
      const others = (counts.get('OPTED_OUT') ?? 0) + (counts.get('UNDELIVERABLE') ?? 0);
      expect(counts.get('CANCELLED')! + others).toBe(byState.STOPPED);
    }
  });
});

describe('a campaign that waits for its hour', () => {
  it('hands nothing over before, and everything then', async () => {
    const sendAt = new Date(Date.now() + 3_000);
    const before = sink.count;
    const { campaignId, messageIds } = await release(20, sendAt);
    const { SENT, STOPPED } = await nextState(campaignId, 'SENT');
    expect(SENT).toBeGreaterThan(0);
    expect(SENT + STOPPED).toBe(messageIds.length);
    expect(sink.count - before).toBe(SENT);
    const [early] = await run.test.db.sql.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM message WHERE campaign_id = $1 AND changed_at < $2',
      [campaignId, sendAt],
    );
    expect(early!.n).toBe(0);
  });

  it('is cancelled before it: nobody is written to, and nothing waits any more', async () => {
    const before = sink.count;
    const { campaignId, messageIds } = await release(20, new Date(Date.now() + 86_400_000));
    await change(campaignId, 'CANCEL');
    expect(await nextState(campaignId, 'CANCELLED')).toMatchObject({
      STOPPED: messageIds.length,
      SENT: 0,
    });
    await finished(campaignId);
    expect(sink.count).toBe(before);
  });
});

/** Waits until a campaign is over in a state; gives its messages by state. */
async function nextState(
  campaignId: string,
  state: CampaignState,
): Promise<CampaignProgress['byState']> {
  await untilRow(
    run,
    'SELECT 1 FROM campaign WHERE id = $1 AND state = $2 AND finished_at IS NOT NULL',
    [campaignId, state],
  );
  return (await campaignProgress(run.test.db.sql, campaignId)).byState;
}
