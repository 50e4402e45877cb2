import { createHash } from 'node:crypto';
import { recordMachineSignal } from '@adieu/db';
import { BURST, METHODS, OPT_OUT_METHODS } from '@adieu/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';

const ONE_CLICK = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const click = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${house.url}/u/${token}`, { method: 'POST', body: ONE_CLICK, headers });

interface Shown {
  id: string;
  state: string;
  signal: string;
  method: string;
  suspicion: string | null;
  quarantineId: string | null;
  evidence: Record<string, unknown>[];
  history: { type: string; evidenceId: string | null }[];
}

const REQUEST = `id state signal method suspicion quarantineId
  evidence { id kind at path origin note sha256 keepUntil headers { name value } } history { type evidenceId }`;

async function requestOf(mail: SeededMail): Promise<Shown> {
  const { data } = await house.ask<{ recipient: { requests: Shown[] } }>(
    `query ($a: String!) { recipient(address: $a, channel: EMAIL) { requests { ${REQUEST} } } }`,
    { a: mail.address },
  );
  return data.recipient.requests[0]!;
}

const mutate = async (name: string, input: object, fields: string, key?: string | null) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data } = await house.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ... on Problem { code field } } }`,
    { input },
    key,
  );
  return data[name]!;
};

describe('the evidence of a wish', () => {
  it('of one click: method, browser, origin, path without token, hash of what came; the ledger names it (W-12)', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    await click(mail!.token, { 'user-agent': 'Mail/1.0', cookie: 'a=b' });
    const { evidence, history } = await requestOf(mail!);
    const raw = createHash('sha256')
      .update('{"user-agent":"Mail/1.0"}\n')
      .update(ONE_CLICK.toString());
    expect(evidence).toEqual([
      {
        id: expect.stringMatching(/^evidence_/),
        kind: 'ONE_CLICK',
        at: house.now.toISOString(),
        path: '/u/:token',
        origin: expect.stringMatching(/127\.0\.0\.1$/),
        note: null,
        sha256: raw.digest('hex'),
        keepUntil: '2029-05-04T08:00:00.000Z',
        headers: [{ name: 'user-agent', value: 'Mail/1.0' }],
      },
    ]);
    expect(history).toEqual([{ type: 'REQUESTED', evidenceId: evidence[0]!['id'] }]);
  });

  it('of the page and of an admin’s note', async () => {
    const mails = await seedMails(house, { count: 3, addressBookId: house.org.staffId });
    await mutate(
      'leave',
      { token: mails[1]!.token, choice: 'THIS_SCOPE', origin: '192.0.2.9', userAgent: 'Firefox' },
      '',
      null,
    );
    await mutate(
      'requestOptOut',
      {
        address: mails[1]!.address,
        scope: { kind: 'BOOK', id: toId('book', house.org.staffId) },
        method: 'MANUAL',
        note: 'He called twice',
      },
      '',
    );
    const { evidence, history, state, signal } = await requestOf(mails[1]!);
    expect({ state, signal }).toEqual({ state: 'PENDING', signal: 'CLEAR' });
    expect(evidence).toMatchObject([
      { kind: 'PAGE', path: '/u/:token', origin: '192.0.2.9', headers: [{ value: 'Firefox' }] },
      { kind: 'NOTE', note: 'He called twice', origin: null },
    ]);
    expect(history.map(({ type }) => type)).toEqual(['REQUESTED', 'JOINED']);
  });

  it('holds no token and no address, whatever a client sends (G-10)', async () => {
    const [mail] = await seedMails(house, { count: 2 }).then((mails) => mails.slice(1));
    await click(mail!.token, { 'user-agent': `I am ${mail!.address} with ${mail!.token}` });
    const rows = JSON.stringify(await house.test.db.sql.rows('SELECT * FROM opt_out_evidence'));
    expect(rows).toContain('I am ••• with •••');
    expect(rows).not.toContain(mail!.address);
    expect(rows).not.toContain(mail!.token);
  });

  it('is for admins alone: with another key nobody reaches the request', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    const { data } = await house.ask<unknown>(
      `query ($input: MayContactInput!) { mayContact(input: $input) { because request { evidence { origin } } } }`,
      {
        input: {
          address: mail!.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
      house.org.campaignerKey,
    );
    expect(data).toEqual({ mayContact: { because: 'OPTED_OUT', request: null } });
  });
});

describe('the methods of a wish (F7)', () => {
  it.each(OPT_OUT_METHODS)(
    '%s is taken from a key, or refused, as the table says',
    async (method) => {
      const result = await mutate(
        'requestOptOut',
        {
          address: `${method.toLowerCase()}@example.test`,
          scope: { kind: 'ACCOUNT', id: toId('account', house.org.accountId) },
          method,
        },
        '... on OptOutRequested { request { method signal } }',
      );
      const { seenBy, signal } = METHODS[method];
      expect(result).toMatchObject(
        seenBy === 'KEY'
          ? { request: { method, signal } }
          : { __typename: 'InvalidInput', code: 'METHOD_NOT_CLAIMABLE', field: 'method' },
      );
    },
  );
});

describe('a burst (N4)', () => {
  let mails: SeededMail[];
  let suspects: Shown[];

  beforeAll(async () => {
    const other = await openHouse();
    await house.close();
    house = other;
    mails = await seedMails(house, { count: 60 });
    await house.test.db.sql.rows("UPDATE message SET state = 'SENT', changed_at = $1", [house.now]);
    house.now = new Date(house.now.getTime() + 2_000);
  });

  it('of sixty parallel clicks answers each alike, and stops each', async () => {
    const answers = await Promise.all(
      mails.map(async ({ token }) => {
        const answer = await click(token);
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(new Set(answers)).toEqual(
      new Set(['200 Done. No more of these messages will be sent to you.\n']),
    );
    expect(await countOf(house, 'suppression')).toBe(60);
    const all = await Promise.all(mails.map(requestOf));
    suspects = all.filter(({ suspicion }) => suspicion === 'BURST');
    expect(suspects.length).toBeGreaterThan(60 - 2 * BURST.fewest);
    expect(new Set(suspects.map(({ signal, state }) => `${signal} ${state}`))).toEqual(
      new Set(['UNCLEAR PENDING']),
    );
  });

  it('is one quarantine, its domain masked, and a filter of the queue', async () => {
    const { data } = await house.ask<{ quarantines: { nodes: { id: string }[] } }>(
      '{ quarantines { nodes { id domain count pending firstAt lastAt methods campaign { name } } } }',
    );
    expect(data.quarantines.nodes).toEqual([
      {
        id: suspects[0]!.quarantineId,
        domain: 'ex•••.test',
        count: suspects.length,
        pending: suspects.length,
        firstAt: house.now.toISOString(),
        lastAt: house.now.toISOString(),
        methods: ['ONE_CLICK'],
        campaign: { name: 'Spring' },
      },
    ]);
    const count = async (id: string): Promise<unknown> =>
      (
        await house.ask<{ optOutRequests: { totalCount: number } }>(
          `{ optOutRequests(filter: { quarantine: "${id}" }) { totalCount } }`,
        )
      ).data.optOutRequests.totalCount;
    expect(await count(suspects[0]!.quarantineId!)).toBe(suspects.length);
    expect(await count(toId('quarantine', crypto.randomUUID()))).toBe(0);
  });

  it('is decided at once, with a reason, by an admin of its organisation', async () => {
    const id = suspects[0]!.quarantineId;
    const fields = '... on QuarantineDecided { decided quarantine { pending } }';
    const decide = (input: object, key?: string): Promise<unknown> =>
      mutate('decideQuarantine', { id, decision: 'DECLINE', ...input }, fields, key);
    expect(await decide({ reason: '' })).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(
      await decide({ reason: 'x', id: toId('quarantine', crypto.randomUUID()) }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await decide({ reason: 'x' }, house.org.campaignerKey)).toMatchObject({
      code: 'FORBIDDEN',
    });
    const once = { reason: 'The link scanner of example.test', idempotencyKey: 'q1' };
    const done = { decided: suspects.length, quarantine: { pending: 0 } };
    expect(await decide(once)).toMatchObject(done);
    expect(await decide(once)).toMatchObject(done);
    expect(await countOf(house, 'suppression')).toBe(60 - suspects.length);
  });
});

describe('machine signals', () => {
  it('are listed for admins, and become requests when one says so', async () => {
    const mails = await seedMails(house, { count: 62, addressBookId: house.org.staffId });
    const ids: string[] = [];
    for (const { messageId } of mails.slice(60)) {
      const [row] = await house.test.db.sql.rows<{ id: string }>(
        'SELECT recipient_id AS id FROM message WHERE id = $1',
        [messageId],
      );
      const recorded = await recordMachineSignal(house.test.db.sql, {
        organisationId: house.org.organisationId,
        recipientId: row!.id,
        messageId,
        kind: 'HARD_BOUNCE',
        detail: { status: '5.1.1' },
        now: house.now,
      });
      if ('refused' in recorded) throw new Error(recorded.refused);
      ids.push(toId('machine', recorded.machineSignalId));
    }
    const list = async (filter: string): Promise<unknown[]> =>
      (
        await house.ask<{ machineSignals: { nodes: unknown[] } }>(
          `{ machineSignals(filter: ${filter}) { nodes { id kind requestId detail { name value } recipient { maskedAddress } } } }`,
        )
      ).data.machineSignals.nodes;
    expect(await list('{ open: true, kinds: [HARD_BOUNCE] }')).toMatchObject([
      { id: ids[1], requestId: null, detail: [{ name: 'status', value: '5.1.1' }] },
      { id: ids[0] },
    ]);
    expect(await list('{ kinds: [INACTIVITY] }')).toEqual([]);
    const fields =
      '... on RequestsOpened { items { id request { state signal method } problem { code } } }';
    const open = (input: object, key?: string): Promise<Record<string, unknown>> =>
      mutate('openRequestsFromMachineSignals', input, fields, key);
    expect(await open({ ids: [...ids, 'machine_nobody'], note: 'dead' })).toMatchObject({
      items: [
        {
          id: ids[0],
          request: { state: 'PENDING', signal: 'UNCLEAR', method: 'FILTER' },
          problem: null,
        },
        { id: ids[1], problem: null },
        { id: 'machine_nobody', request: null, problem: { code: 'INVALID_INPUT' } },
      ],
    });
    expect(await list('{ open: true }')).toEqual([]);
    const nowhere = { kind: 'BOOK', id: toId('book', crypto.randomUUID()) };
    expect(await open({ ids, scope: nowhere })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'scope',
    });
    expect(await open({ ids: [] })).toMatchObject({ code: 'INVALID_INPUT', field: 'ids' });
    expect(
      await open({ ids: Array.from({ length: 1_001 }, (_, i) => `machine_${i}`) }),
    ).toMatchObject({
      code: 'LIMIT_REACHED',
      field: 'ids',
    });
    expect(await open({ ids }, house.org.campaignerKey)).toMatchObject({ code: 'FORBIDDEN' });
  });
});
