import { WORKFLOWS } from '@adieu/domain';
import { type ReplayResult, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { readHistories, type StoredHistory } from './histories.ts';
import { bundleOf, workflowBundle } from './worker.ts';

const histories = await readHistories();

/** The most events that a path may take. What is waited for often costs its server and its worker for each of them. */
const MOST_EVENTS: Readonly<Record<string, number>> = {
  'optOutRequest.closed-before-it-was-started': 20,
  'optOutRequest.confirmed-at-birth': 12,
  'optOutRequest.opted-out-at-its-deadline': 20,
  'optOutRequest.reverts-at-its-deadline': 20,
  'optOutRequest.confirmed-by-an-admin': 20,
  'optOutRequest.declined-before-its-deadline': 20,
  'optOutRequest.overridden-by-a-stronger-signal': 20,
  'optOutRequest.the-worker-restarts': 20,
  'optOutRequest.extended-once': 26,
  'optOutRequest.extended-twice': 32,
  'optOutRequest.extended-the-timer-is-faster-than-its-signal': 26,
  'optOutRequest.a-late-signal-after-closing': 24,
  'optOutRequest.the-database-is-away-at-the-deadline-and-comes-back': 26,
  'doubleOptIn.confirmed': 18,
  'doubleOptIn.expired': 18,
  'sendCampaign.two-chunks': 24,
  'sendCampaign.continues-as-new': 18,
  'sendCampaign.resumed': 35,
  'sendCampaign.cancelled': 24,
  'dataLink.mailed': 18,
  'reviewLink.mailed': 12,
  'invitation.mailed': 12,
  'testMail.mailed': 12,
  'plannedDecision.carried-out': 14,
  'plannedDecision.undone': 14,
  'reconcile.nothing-to-mend': 12,
  'sealLedger.a-batch': 12,
  'purge.nothing-is-past': 12,
  'judgeCampaigns.nothing-is-wrong': 12,
  'sendWeeklyReports.nothing-was-sent': 12,
  'sendHeld.nothing-is-held': 12,
  'readInbound.nothing-is-due': 12,
  'compareOptOutLists.no-list-is-kept': 12,
  'systemSms.nobody-is-to-be-told': 12,
  'forwardAnswer.nobody-reads-it': 12,
  'listImport.there-is-none': 12,
  'optOutRequest.looks-for-a-receipt-by-SMS': 20,
  'sendDigests.one-is-told': 12,
  'webhookEndpoint.fails-and-goes-on': 30,
  'webhookEndpoint.is-disabled': 18,
  'webhookDelivery.a-test': 12,
};

async function replay(history: StoredHistory, bundle: { code: string }): Promise<ReplayResult> {
  const results = Worker.runReplayHistories({ workflowBundle: bundle }, [
    { workflowId: 'replayed', history },
  ]);
  for await (const result of results) return result;
  throw new Error('nothing was replayed');
}

describe('the workflows of today go the recorded ways (W-11)', () => {
  const replayed = new Map<string, ReplayResult>();
  // All by one worker: to start one takes longer than to replay a history.
  beforeAll(async () => {
    const all = histories.map(({ name, history }) => ({ workflowId: name, history }));
    const results = Worker.runReplayHistories({ workflowBundle: await workflowBundle() }, all);
    for await (const result of results) replayed.set(result.workflowId, result);
  });

  it.each(histories)('$name', ({ name }) => {
    expect(replayed.get(name)).toBeDefined();
    expect(replayed.get(name)!.error).toBeUndefined();
  });

  it('of every path there is a history, and none without a limit', () => {
    expect(histories.map(({ name }) => name)).toEqual(Object.keys(MOST_EVENTS).toSorted());
    expect([...new Set(histories.map(({ name }) => name.split('.')[0]))]).toEqual(
      Object.keys(WORKFLOWS).toSorted(),
    );
  });

  it.each(histories)('$name takes few events', ({ name, history }) => {
    expect(history.events.length).toBeLessThanOrEqual(MOST_EVENTS[name]!);
  });

  it.each(histories)(
    '$name tells of nobody: no address, no name of a machine (G-10)',
    ({ text }) => {
      const payloads = [...text.matchAll(/"(?:data|encoding)": "([\w+/=]+)"/g)].map(([, base64]) =>
        Buffer.from(base64!, 'base64').toString(),
      );
      for (const told of [text, ...payloads]) {
        expect(told).not.toMatch(/@|example\.test|\/home\/|\/root\/|node_modules|person-|Eva/);
      }
    },
  );
});

describe('the check can fail', () => {
  it('on a doctored history, in which another activity was asked for', async () => {
    const { code } = await workflowBundle();
    const { text } = histories.find(
      ({ name }) => name === 'optOutRequest.reverts-at-its-deadline',
    )!;
    const doctored = JSON.parse(
      text.replace('"sendDecisionNotice"', '"surprise"'),
    ) as StoredHistory;
    expect((await replay(doctored, { code })).error?.name).toBe('DeterminismViolationError');
  });

  it.each([
    ['unpatched', 'DeterminismViolationError'],
    ['patched', undefined],
  ])('on a new step in a workflow that runs, where it is %s: %s', async (change, error) => {
    const { code } = await bundleOf(`test/changed-workflows/${change}.ts`);
    const { history } = histories.find(({ name }) => name.includes('declined'))!;
    const result = await replay(history, { code });
    expect(result.error?.name).toBe(error);
  });
});
