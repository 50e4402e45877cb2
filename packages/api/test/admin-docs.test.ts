import { describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from './doc-examples.ts';
import { openStream } from './stream.ts';
import { type Answers, type Reader, testExamples } from './test-examples.ts';

const { examples, commands } = docExamples('admin.md');

async function open({ house, words }: Reader, address: string, note: string): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input: { address, note, method: 'MANUAL', scope: { kind: 'BOOK', id: words['book'] } } },
  );
  return data.requestOptOut.request.id;
}

async function prepare(reader: Reader): Promise<void> {
  const { house, words } = reader;
  words['book'] = toId('book', house.org.staffId);
  words['newsletter'] = toId('book', house.org.newsletterId);
  words['account'] = toId('account', house.org.accountId);
  words['request'] = await open(reader, 'anna@example.test', 'Ringde växeln');
  words['another request'] = await open(reader, 'dag@example.test', 'Rang');
  words['third request'] = await open(reader, 'eva@example.test', 'Rang');
  words['later'] = new Date(house.now.getTime() + 30 * 86_400_000).toISOString();
  words['key name'] = 'admin of the test';
}

/** The first of each list, and what tells whether an example did what the page says. */
const ANSWERS: Answers = {
  Queue: (data: { optOutRequests: { changesCursor: string } }, { words }) => {
    expect(data).toMatchObject({ optOutRequests: { totalCount: 3, totalCountStopped: false } });
    words['changesCursor'] = data.optOutRequests.changesCursor;
  },
  Search: (data, { words }) =>
    expect(data).toEqual({
      optOutRequests: {
        nodes: [
          { id: words['request'], state: 'PENDING', recipient: { address: 'anna@example.test' } },
        ],
      },
    }),
  DecidedBy: (data) => expect(data).toEqual({ optOutRequests: { nodes: [] } }),
  OneRequest: (data) =>
    expect(data).toMatchObject({
      optOutRequest: {
        state: 'PENDING',
        notes: [{ text: 'Ringde växeln' }],
        history: [{ type: 'REQUESTED' }],
        receipt: { method: 'MANUAL' },
      },
    }),
  Decide: (data) =>
    expect(data).toMatchObject({
      decideOptOutRequests: {
        items: [{ request: { state: 'DECLINED' } }, { request: { state: 'DECLINED' } }],
      },
    }),
  Invite: (data) =>
    expect(data).toMatchObject({
      inviteMember: { member: { invitationExpiresAt: '2026-05-11T08:00:00.000Z' } },
    }),
  MakeKey: (data) =>
    expect(data).toEqual({
      createApiKey: {
        secret: expect.stringMatching(/^adieu_key_/),
        apiKey: { id: expect.stringMatching(/^key_/) },
      },
    }),
  Extend: (data, { words }) =>
    expect(data).toEqual({ extendOptOutRequest: { request: { deadline: words['later'] } } }),
  AddByHand: (data) =>
    expect(data).toMatchObject({
      addOptOuts: {
        items: [{ request: { state: 'CONFIRMED' } }, { problem: { code: 'INVALID_INPUT' } }],
      },
    }),
  AddPerson: (data) =>
    expect(data).toMatchObject({
      addContact: {
        contact: {
          addresses: [
            { channel: 'EMAIL', state: 'SUBSCRIBED' },
            { channel: 'SMS', state: 'SUBSCRIBED' },
          ],
        },
      },
    }),
  AddSender: (data: { createSender: { sender: { id: string } } }, { words }) => {
    expect(data).toMatchObject({ createSender: { sender: { isDefault: false } } });
    words['sender'] = data.createSender.sender.id;
  },
  ChooseSender: (data) =>
    expect(data).toMatchObject({
      setAddressBookSender: {
        addressBook: { senders: [{ address: 'canteen@nordlys.example.test' }] },
      },
    }),
  OnBehalf: (data) =>
    expect(data).toMatchObject({
      requestOptOut: {
        request: {
          state: 'PENDING',
          notes: [{ text: 'Rang the switchboard: wants "less of this".' }],
        },
      },
    }),
  Address: (data) =>
    expect(data).toMatchObject({
      recipient: {
        suppressions: [],
        receipts: [{ state: 'DECLINED' }],
        history: { nodes: [{ type: 'REQUESTED' }, { type: 'DECLINED' }] },
      },
    }),
  Unsubscribed: (data) =>
    expect(data).toMatchObject({
      suppressions: {
        nodes: [{ maskedAddress: 'b•••@ex•••.test', request: { method: 'MANUAL' } }],
      },
    }),
};

const reader = testExamples('admin.md', prepare, ANSWERS, '(Q-9, N11)');
const filled = (example: string): string => fillIn(example, reader.words);

describe('docs/admin.md (Q-9, N11)', () => {
  it('gives the same answer again to the same key, as it says', async () => {
    const { query } = examples.find(({ name }) => name === 'Decide')!;
    const { headers } = await reader.house.ask(filled(query));
    expect(headers.get('idempotent-replayed')).toBe('true');
  });

  it('has a command that follows the queue, and one that asks', async () => {
    const [plain, follow] = commands.map((command) => ({
      path: /\$ADIEU(\S+)/.exec(command)![1],
      body: JSON.parse(filled(/-d '([\s\S]+)'/.exec(command)![1]!)) as {
        query: string;
        variables?: { after: string };
      },
    }));
    expect(plain!.path).toBe('/graphql');
    const { data } = await reader.house.ask<{ viewer: { roles: string[] } }>(plain!.body.query);
    expect(data.viewer.roles).toEqual(['ADMIN']);
    expect(follow!.path).toBe('/graphql/stream');
    const { query, variables } = follow!.body;
    const stream = await openStream(
      reader.house,
      variables!.after,
      reader.house.org.adminKey,
      query,
    );
    const types = (await stream.changes(5)).map(({ event }) => event.type);
    expect(types.toSorted()).toEqual(
      ['DECLINED', 'DECLINED', 'DEADLINE_MOVED', 'REQUESTED', 'REQUESTED'].toSorted(),
    );
    stream.close();
  });
});
