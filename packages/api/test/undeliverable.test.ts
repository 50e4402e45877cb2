import { createAccount, createApiKey, recordDelivery } from '@adieu/db';
import { createSecretToken } from '@adieu/keys';
import { ledgerCounts } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails, type SeededMail } from './house.ts';

const TOKEN = 'metrics-token-of-the-test';
const METRIC = 'adieu_undeliverable_total';
let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse({ metricsToken: TOKEN });
  mails = await seedMails(house, { count: 10 });
});
afterAll(() => house?.close());

/** As its history's page asks. */
const known = async (address: string): Promise<{ id: string; undeliverableSince: string | null }> =>
  (
    await house.ask<{ recipient: { id: string; undeliverableSince: string | null } }>(
      'query ($a: String!) { recipient(address: $a, channel: EMAIL) { id undeliverableSince } }',
      { a: address },
    )
  ).data.recipient;

async function comesBack({ messageId, address }: SeededMail): Promise<string> {
  const told = { kind: 'HARD', status: '5.1.1', source: 'DSN', now: house.now } as const;
  await house.test.db.transaction((tx) => recordDelivery(tx, { messageId, ...told }));
  return (await known(address)).id;
}

const lift = async (ids: readonly string[], reason = 'Mended.', key?: string): Promise<unknown> =>
  (
    await house.ask<Record<string, unknown>>(
      `mutation ($input: LiftUndeliverableInput!) { liftUndeliverable(input: $input) {
         ... on UndeliverableLifted { lifted notUndeliverable unknown } ... on Problem { code } } }`,
      { input: { ids, reason, idempotencyKey: randomUUID() } },
      key,
    )
  ).data['liftUndeliverable'];

/** What the owner of the address sees by the link of a mail. */
const ownPage = async ({ token }: SeededMail): Promise<unknown> =>
  (
    await house.ask<Record<string, unknown>>(
      'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { undeliverableSince } } }',
      { token },
      null,
    )
  ).data['preferences'];

const gate = async (address: string): Promise<unknown> =>
  (
    await house.ask<Record<string, unknown>>(
      `query ($a: String!, $b: ID!) { mayContact(input: { address: $a, channel: EMAIL, addressBookId: $b }) { because since explanation } }`,
      { a: address, b: toId('book', house.org.newsletterId) },
    )
  ).data['mayContact'];

interface Listed {
  readonly nodes: readonly { readonly recipient: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const list = async (page = ''): Promise<Listed> =>
  (
    await house.ask<{ undeliverableAddresses: Listed }>(
      `{ undeliverableAddresses${page} { nodes { since kind status source recipient { id undeliverableSince } } pageInfo { hasNextPage endCursor } } }`,
    )
  ).data.undeliverableAddresses;

describe('undeliverable addresses (P7)', () => {
  it('are told by the gate with since when, and lifted by an admin who says why', async () => {
    const mail = mails.pop()!;
    const id = await comesBack(mail);
    const since = house.now.toISOString();
    expect(await ownPage(mail)).toEqual({ undeliverableSince: since });
    expect(await gate(mail.address)).toEqual({
      because: 'UNDELIVERABLE',
      since,
      explanation: `No: what was sent to this address came back, and nothing more is since ${since}.`,
    });
    expect(await list()).toMatchObject({
      nodes: [
        {
          since,
          kind: 'HARD',
          status: '5.1.1',
          source: 'DSN',
          recipient: { id, undeliverableSince: since },
        },
      ],
    });
    expect(await known(mail.address)).toEqual({ id, undeliverableSince: since });
    expect(await lift([id], ' ')).toEqual({ code: 'REASON_REQUIRED' });
    expect(await lift([], 'x')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await lift([id], 'x', house.org.campaignerKey)).toEqual({ code: 'FORBIDDEN' });
    const unknown = toId('recipient', randomUUID());
    expect(await lift([id, unknown])).toEqual({ lifted: 1, notUndeliverable: 0, unknown: 1 });
    expect(await lift([unknown])).toEqual({ code: 'NOT_FOUND' });
    expect(await lift([id])).toEqual({ lifted: 0, notUndeliverable: 1, unknown: 0 });
    expect(await gate(mail.address)).toMatchObject({ because: 'NO_OBJECTION', since: null });
    expect((await list()).nodes).toEqual([]);
    expect(await known(mail.address)).toEqual({ id, undeliverableSince: null });
    const { data } = await house.ask(
      `query ($a: String!) { recipient(address: $a, channel: EMAIL) { history { nodes { type actor { kind } reason } } } }`,
      { a: mail.address },
    );
    expect(data).toMatchObject({
      recipient: {
        history: {
          nodes: [
            { type: 'UNDELIVERABLE', reason: null },
            { type: 'UNDELIVERABLE_LIFTED', actor: { kind: 'KEY' }, reason: 'Mended.' },
          ],
        },
      },
    });
  });

  it('are counted for whoever runs the installation, by why and without an address (I-8)', async () => {
    const scrape = async (): Promise<string> => {
      const answer = await fetch(`${house.url}/metrics`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      return answer.text();
    };
    const counts = async (): Promise<number[]> => {
      await ledgerCounts(house.test.db.sql);
      house.now = new Date(house.now.getTime() + 120_000);
      const text = await scrape();
      expect(text).not.toMatch(/@example/);
      return ['{change="undeliverable",because="HARD"}', '{change="lifted",because="MEMBER"}'].map(
        (labels) => {
          const line = text.split('\n').find((each) => each.startsWith(`${METRIC}${labels} `));
          return line === undefined ? 0 : Number(line.split(' ').at(-1));
        },
      );
    };
    const before = await counts();
    const ids = [await comesBack(mails.pop()!), await comesBack(mails.pop()!)];
    await lift(ids.slice(1));
    const [out, lifted] = await counts();
    expect([out! - before[0]!, lifted! - before[1]!]).toEqual([2, 1]);
    await lift(ids);
  });

  it('are listed page by page, also of one mail domain', async () => {
    for (const mail of mails.splice(0, 5)) await comesBack(mail);
    const first = await list('(first: 3)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await list(`(first: 3, after: "${first.pageInfo.endCursor}")`);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const shown = [...first.nodes, ...rest.nodes].map(({ recipient }) => recipient.id);
    expect(new Set(shown).size).toBe(5);
    expect((await list('(domain: "EXAMPLE.test")')).nodes).toHaveLength(5);
    expect((await list('(domain: "elsewhere.test")')).nodes).toEqual([]);
  });
});

describe('whoever is held to one account (P7, Q-8)', () => {
  let own: string;
  let other: string;
  beforeAll(async () => {
    const { organisationId, accountId } = house.org;
    const travel = await createAccount(house.test.db.sql, {
      organisationId,
      name: 'Travel',
      sender: { name: '', address: 'travel@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    const keyOf = async (of: string): Promise<string> => {
      const { secret, hash } = createSecretToken('adieu_admin_');
      await createApiKey(house.test.db.sql, {
        organisationId,
        accountId: of,
        role: 'ADMIN',
        name: `of ${of}`,
        keyHash: hash,
        createdBy: { kind: 'SYSTEM', name: 'test' },
      });
      return secret;
    };
    own = await keyOf(accountId);
    other = await keyOf(travel);
  });
  const seen = async (key: string): Promise<string[]> => {
    const { data, errors } = await house.ask<{ undeliverableAddresses: Listed }>(
      '{ undeliverableAddresses { nodes { recipient { id } } } }',
      {},
      key,
    );
    expect(errors).toBeUndefined();
    return data.undeliverableAddresses.nodes.map(({ recipient }) => recipient.id);
  };

  it('sees and lifts what came back to it, and of other accounts neither', async () => {
    const mail = mails.pop()!;
    const id = await comesBack(mail);
    expect(await seen(own)).toContain(id);
    expect(await seen(other)).toEqual([]);
    expect(await lift([id], 'Mended.', other)).toEqual({ code: 'NOT_FOUND' });
    expect(await gate(mail.address)).toMatchObject({ because: 'UNDELIVERABLE' });
    expect(await lift([id], 'Mended.', own)).toEqual({
      lifted: 1,
      notUndeliverable: 0,
      unknown: 0,
    });
    expect(await gate(mail.address)).toMatchObject({ because: 'NO_OBJECTION' });
  });
});
