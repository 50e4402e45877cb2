import {
  campaignProgress,
  type CampaignProgress,
  failedMessages,
  messageOfShortLink,
  recordSmsStatus,
} from '@adieu/db';
import { openSmsGateways, readSmsGateways } from '@adieu/gateways';
import { type CampaignChange, campaignWorkflowId, type SmsSenderKind } from '@adieu/domain';
import {
  leaves,
  numberOf,
  releasedSms,
  type SinkSms,
  type SmsSink,
  startSmsSink,
  startSmtpSink,
  type SmtpSink,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let mails: SmtpSink;
let sink: SmsSink;
let run: RunningWorker;
let answer: (sms: SinkSms, attempt: number) => number | 'drop' = () => 200;

beforeAll(async () => {
  mails = await startSmtpSink();
  sink = await startSmsSink({ answer: (sms, attempt) => answer(sms, attempt) });
  const gateways = openSmsGateways(readSmsGateways(JSON.stringify([sink.gateway])));
  run = await runWorker({ smtpUrl: mails.url, sms: gateways });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
  await mails?.close();
});

const release = (count: number, kind: SmsSenderKind = 'NUMBER', text?: string) =>
  releasedSms(run.test, run.org, {
    count,
    kind,
    now: new Date(),
    ...(text !== undefined && { text }),
  });

async function finished(campaignId: string): Promise<CampaignProgress> {
  await ended(run, campaignWorkflowId(campaignId));
  return campaignProgress(run.test.db.sql, campaignId);
}

const of = (ids: readonly string[]) => sink.taken.filter(({ id }) => ids.includes(id));

const change = (campaignId: string, kind: CampaignChange): Promise<void> =>
  changed(run, campaignId, kind);

describe('a campaign by SMS', () => {
  it('reaches each number once, filled for it, from its sender, with a way out behind (A2, A3)', async () => {
    const { campaignId, messages } = await release(5);
    expect((await finished(campaignId)).byState).toMatchObject({ SENT: 5, FAILED: 0, UNKNOWN: 0 });
    const got = of(messages.map(({ id }) => id)).toSorted((a, b) => a.to.localeCompare(b.to));
    expect(got.map(({ to }) => to)).toEqual([1, 2, 3, 4, 5].map(numberOf));
    expect(got[0]).toMatchObject({
      from: '+46766861004',
      text: 'Hej Person 1!\nAvsluta: svara STOPP',
      encoding: 'GSM-7',
      parts: '1',
    });
    expect(got[0]!.statusUrl).toMatch(/^https:\/\/leave\.example\.test\/sms\/sink\/status\?/);
  });

  it('from a text carries a short link of each message’s own, which is kept (D2, A3)', async () => {
    const { campaignId, messages } = await release(3, 'TEXT');
    await finished(campaignId);
    const got = of(messages.map(({ id }) => id));
    const links = got.map(
      ({ text }) => /Avsluta: https:\/\/no-s\.example\/s\/([0-9A-Za-z]{7})$/.exec(text)![1]!,
    );
    expect(new Set(links).size).toBe(3);
    for (const [i, code] of links.entries())
      expect(await messageOfShortLink(run.test.db.sql, code)).toBe(got[i]!.id);
  });

  it('from a text of an account of the US says that nobody reads its answers (SM-10)', async () => {
    const setCountry = (country: string | null) =>
      run.test.db.sql.rows('UPDATE account SET country = $2 WHERE id = $1', [
        run.org.accountId,
        country,
      ]);
    const [before] = await run.test.db.sql.rows<{ country: string | null }>(
      'SELECT country FROM account WHERE id = $1',
      [run.org.accountId],
    );
    await setCountry('US');
    const { campaignId, messages } = await release(1, 'TEXT');
    await finished(campaignId);
    await setCountry(before!.country);
    expect(of(messages.map(({ id }) => id))[0]!.text).toMatch(
      /^Hej Person 1!\nAvsluta: https:\S+\nSvar läses inte\.$/,
    );
  });

  it.each([
    ['Svara STOPP om du inte vill ha fler', 'Svara STOPP om du inte vill ha fler'],
    ['{{ opt_out }} – hej', 'Avsluta: svara STOPP – hej'],
  ])('whose text %j says the way out itself has none added (A2)', async (text, filled) => {
    const { campaignId, messages } = await release(1, 'NUMBER', text);
    await finished(campaignId);
    expect(of(messages.map(({ id }) => id))[0]!.text).toBe(filled);
  });

  it('fails where no text may be sent from, whatever was checked before its release (SM-15)', async () => {
    const numbers = ['+12025550123'];
    const { campaignId, messages } = await releasedSms(run.test, run.org, {
      count: 2,
      kind: 'TEXT',
      numbers,
      now: new Date(),
    });
    expect((await finished(campaignId)).byState).toMatchObject({ SENT: 1, FAILED: 1 });
    expect(of(messages.map(({ id }) => id)).map(({ to }) => to)).toEqual([numberOf(2)]);
    const [failure] = await failedMessages(run.test.db.sql, campaignId, 10);
    expect(failure!.outcome).toMatch(/^not sent to US: no SMS can be sent from a text there/);
  });

  it('hands nothing to whoever left before their message was claimed (W-2)', async () => {
    const { campaignId, messages } = await releasedSms(run.test, run.org, {
      count: 4,
      now: new Date(),
      sendAt: new Date(Date.now() + 1_500),
    });
    await leaves(run.test.db.sql, messages[0]!.id, { method: 'SMS_KEYWORD', now: new Date() });
    const { byState, stoppedBecause } = await finished(campaignId);
    expect(byState).toMatchObject({ SENT: 3, STOPPED: 1 });
    expect(stoppedBecause).toEqual([{ reason: 'OPTED_OUT', count: 1 }]);
    expect(of([messages[0]!.id])).toEqual([]);
  });

  it('that its gateway refuses, puts off or breaks off ends as it is: failed, later, unknown; none twice', async () => {
    answer = ({ to }, attempt) => {
      if (to === numberOf(22)) return 422;
      if (to === numberOf(23)) return attempt === 1 ? 429 : 200;
      return to === numberOf(24) ? 'drop' : 200;
    };
    const { campaignId, messages } = await release(25);
    const { byState } = await finished(campaignId);
    answer = () => 200;
    expect(byState).toMatchObject({ QUEUED: 0, HANDING_OVER: 0, FAILED: 1, UNKNOWN: 1 });
    const failures = await failedMessages(run.test.db.sql, campaignId, 10);
    expect(failures.find(({ state }) => state === 'FAILED')!.outcome).toMatch(/^number: /);
    for (const { id } of messages) expect(of([id]).length).toBeLessThanOrEqual(1);
    const [late] = messages.filter(({ address }) => address === numberOf(23));
    const [row] = await run.test.db.sql.rows('SELECT state, attempts FROM message WHERE id = $1', [
      late!.id,
    ]);
    expect(row).toEqual({ state: 'SENT', attempts: 2 });
  });

  it('to somebody who opted out at the gateway fails, and they left, once (SM-12)', async () => {
    answer = ({ to }) => (to === numberOf(31) ? 409 : 200);
    const { campaignId, messages } = await release(31);
    const { byState } = await finished(campaignId);
    answer = () => 200;
    expect(byState.FAILED).toBe(1);
    const { id } = messages.find(({ address }) => address === numberOf(31))!;
    const requests = await run.test.db.sql.rows(
      'SELECT state, method FROM opt_out_request WHERE message_id = $1',
      [id],
    );
    expect(requests).toEqual([{ state: 'CONFIRMED', method: 'PROVIDER' }]);
  });

  it('is paused, goes on, and reaches everybody once', async () => {
    const before = sink.count;
    const { campaignId, messages } = await release(300);
    await sink.waitFor(before + 20);
    await change(campaignId, 'PAUSE');
    const paused = await finished(campaignId);
    expect(paused.byState.QUEUED).toBeGreaterThan(0);
    await change(campaignId, 'RESUME');
    await expect
      .poll(async () => (await campaignProgress(run.test.db.sql, campaignId)).byState.QUEUED, {
        timeout: 30_000,
      })
      .toBe(0);
    const ids = messages.map(({ id }) => id);
    const got = of(ids).map(({ to }) => to);
    expect(new Set(got).size).toBe(got.length);
  });
});

describe('what a gateway says afterwards (SM-20)', () => {
  const deliveryOf = async (messageId: string) =>
    (
      await run.test.db.sql.rows<{ state: string; code: string | null }>(
        'SELECT state, code FROM sms_delivery WHERE message_id = $1',
        [messageId],
      )
    )[0];
  const tell = (
    messageId: string | null,
    gatewayId: string,
    more: Partial<Parameters<typeof recordSmsStatus>[1]>,
  ) =>
    recordSmsStatus(run.test.db, {
      gateway: 'sink',
      gatewayId,
      messageId,
      state: 'DELIVERED',
      code: null,
      optedOut: false,
      at: new Date(),
      now: new Date(),
      ...more,
    });

  it('is kept on its message by the gateway’s name for it, in any order', async () => {
    const { campaignId, messages } = await release(1);
    await finished(campaignId);
    const { id } = messages[0]!;
    expect(await deliveryOf(id)).toEqual({ state: 'SENT', code: null });
    const now = Date.now();
    await tell(null, `sink-${id}`, { state: 'DELIVERED', at: new Date(now - 1_000) });
    await tell(null, `sink-${id}`, { state: 'SENT', at: new Date(now) });
    await tell(null, `sink-${id}`, { state: 'FAILED', code: '8', at: new Date(now - 2_000) });
    expect(await deliveryOf(id)).toEqual({ state: 'DELIVERED', code: null });
    await tell(null, `sink-${id}`, { state: 'FAILED', code: '9', at: new Date(now) });
    expect(await deliveryOf(id)).toEqual({ state: 'FAILED', code: '9' });
  });

  it('before the hand-over is on record finds its message, by our id or by theirs', async () => {
    const { campaignId, messages } = await releasedSms(run.test, run.org, {
      count: 2,
      now: new Date(),
      sendAt: new Date(Date.now() + 1_500),
    });
    const [one, two] = messages.map(({ id }) => id);
    expect(await tell(one!, `sink-${one}`, {})).toEqual({ messageId: one });
    expect(await tell(null, `sink-${two}`, {})).toEqual({ messageId: null });
    await finished(campaignId);
    for (const id of [one!, two!])
      expect(await deliveryOf(id)).toMatchObject({ state: 'DELIVERED' });
  });

  it('before the hand-over is on record, by their name alone, is an opt-out as soon as that is (SM-12)', async () => {
    const { campaignId, messages } = await releasedSms(run.test, run.org, {
      count: 50,
      now: new Date(),
      sendAt: new Date(Date.now() + 1_500),
    });
    const { id } = messages.find(({ address }) => address === numberOf(50))!;
    const told = { state: 'FAILED', code: '21610', optedOut: true } as const;
    for (const _ of [1, 2])
      expect(await tell(null, `sink-${id}`, told)).toEqual({ messageId: null });
    await finished(campaignId);
    const requests = await run.test.db.sql.rows(
      'SELECT state, method FROM opt_out_request WHERE message_id = $1',
      [id],
    );
    expect(requests).toEqual([{ state: 'CONFIRMED', method: 'PROVIDER' }]);
    expect(await deliveryOf(id)).toEqual({ state: 'FAILED', code: '21610' });
  });

  it('of what is none of ours changes nothing, and an opt-out there is one here (SM-12)', async () => {
    expect(await tell(null, 'of-nobody', { state: 'FAILED', optedOut: true })).toEqual({
      messageId: null,
    });
    const { campaignId, messages } = await release(40);
    await finished(campaignId);
    const { id } = messages.find(({ address }) => address === numberOf(40))!;
    for (const _ of [1, 2])
      await tell(null, `sink-${id}`, { state: 'FAILED', code: '21610', optedOut: true });
    const requests = await run.test.db.sql.rows(
      'SELECT state, method FROM opt_out_request WHERE message_id = $1',
      [id],
    );
    expect(requests).toEqual([{ state: 'CONFIRMED', method: 'PROVIDER' }]);
  });

  it('sets right a message of which nobody knew', async () => {
    answer = () => 'drop';
    const { campaignId, messages } = await release(1);
    expect((await finished(campaignId)).byState.UNKNOWN).toBe(1);
    answer = () => 200;
    await tell(messages[0]!.id, `sink-${messages[0]!.id}`, {});
    expect((await campaignProgress(run.test.db.sql, campaignId)).byState).toMatchObject({
      UNKNOWN: 0,
      SENT: 1,
    });
  });
});
