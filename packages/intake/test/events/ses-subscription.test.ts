import { openDatabase, type Database } from '@adieu/db';
import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import nock from 'nock';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventsDeps } from '../../src/events/events-deps.ts';
import { confirmSubscription } from '../../src/events/confirm-subscription.ts';
import { takeEvents } from '../../src/events/take-events.ts';
import { onlyWhatIsSaid, serveCertificates } from './amazon.ts';
import { certificates, corpusOf, hasCorpus, ingressOf, requestOf } from './corpus.ts';

let test: TestDatabase;
let org: Seed;
let db: Database;
let end: () => void;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  db = await openDatabase({ url: test.engineUrl });
  end = onlyWhatIsSaid();
  serveCertificates(certificates());
});
afterAll(async () => {
  end?.();
  await db?.close();
  await test?.close();
});

function depsOf(confirm: EventsDeps['confirm']): EventsDeps {
  return {
    db,
    ring: org.ring,
    log: pino({ level: 'silent' }),
    clock: () => new Date('2026-05-04T08:00:00.000Z'),
    mailDomain: 'leave.example.test',
    confirm,
    count: { taken() {}, unreadable() {}, refused() {} },
  };
}

const caseOf = (name: string) => corpusOf('ses').find((each) => each.name === name)!;

describe.skipIf(!hasCorpus)('the subscription of a topic', () => {
  it('is confirmed at Amazon once its signature and topic are right, and once alone', async () => {
    const each = caseOf('sns-subscription-confirmation-v1');
    const url = new URL(each.expect.confirm!);
    let opened = 0;
    const ingress = ingressOf('ses', each);
    const take = async (): Promise<number> =>
      (await takeEvents(depsOf(confirmSubscription), ingress, requestOf(each))).status;
    const amazon = nock(url.origin);
    amazon.get(`${url.pathname}${url.search}`).reply(500);
    expect(await take()).toBe(503);
    amazon.get(`${url.pathname}${url.search}`).reply(200, () => {
      opened += 1;
      return '<ConfirmSubscriptionResponse/>';
    });
    expect([await take(), await take(), await take()]).toEqual([200, 200, 200]);
    expect(opened).toBe(1);
  });

  it.each([
    'sns-subscription-confirmation-other-topic',
    'subscription-confirmation-foreign-url',
    'sns-unsubscribe-confirmation-v2',
    'unsubscribe-confirmation',
  ])('is not confirmed for %s', async (name) => {
    const urls: string[] = [];
    const each = caseOf(name);
    const deps = depsOf(async (url) => urls.push(url) > 0);
    const { status } = await takeEvents(deps, ingressOf('ses', each), requestOf(each));
    expect(status).toBe(each.expect.signature === 'valid' && !each.expect.refused ? 200 : 401);
    expect(urls).toEqual([]);
  });
});
