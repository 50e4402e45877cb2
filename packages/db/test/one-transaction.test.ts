import { addressKey } from '@adieu/keys';
import {
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
  type ReleasedMessage,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  addOptOuts,
  changePreferencesByLink,
  createAccount,
  decideRequests,
  ensureRecipient,
  findRequests,
  leaveByLink,
  openRequestsFromMachineSignals,
  recordMachineSignal,
  recordOptOut,
  recordOptOutEverywhere,
  type Sql,
  suppressionsOf,
  switchAccountList,
  type Transaction,
  updateContact,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const EVA = { kind: 'KEY', name: 'Eva' } as const;
let test: TestDatabase;
let org: Seed;
/** Of the same organisation; keeps its own list. */
let ownId: string;
let messages: ReleasedMessage[];

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const { organisationId } = org;
  ownId = await createAccount(test.db.sql, {
    organisationId,
    name: 'Own',
    sender: { name: '', address: 'own@example.test' },
    defaultLanguage: 'en',
    keepsOwnList: true,
  });
  ({ messages } = await released(test, org, { count: 20, now }));
});
afterAll(() => test?.close());

class Crash extends Error {}

/** Statements of which the process does not live to see more than `most`. */
function dyingAfter<Of extends Sql>(sql: Of, most: number): Of {
  let done = 0;
  return {
    ...sql,
    async rows(text: string, values?: readonly unknown[]) {
      if (done === most) throw new Crash();
      done += 1;
      return sql.rows(text, values);
    },
  };
}

const TABLES = ['opt_out_request', 'suppression', 'opt_out_evidence', 'ledger_event', 'outbox'];

/** All that stands on record of opt-outs. */
async function record(): Promise<unknown> {
  const tables = [...TABLES, 'recipient_preference', 'machine_signal'];
  return Promise.all(
    tables.map((table) => test.db.sql.rows(`SELECT * FROM ${table} t ORDER BY t::text`)),
  );
}

/** Does `work` until it is done, with a process that dies each time one statement later; what it left must be nothing. */
async function survives(work: (tx: Transaction) => Promise<unknown>): Promise<number> {
  const before = await record();
  for (let most = 0; ; most += 1) {
    try {
      await test.db.transaction((tx) => work(dyingAfter(tx, most)));
      return most;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      expect(await record()).toEqual(before);
    }
  }
}

const whole = () => ({ kind: 'ORGANISATION', id: org.organisationId }) as const;

/** Of a recipient: the lists that stop them, and as what. */
async function stops(recipientId: string): Promise<string[]> {
  const rows = await suppressionsOf(test.db.sql, recipientId);
  const list = (id: string): string => (id === ownId ? 'own' : 'shared');
  return rows.map((row) => `${list(row.listId)} ${row.scopeKind} ${row.state}`).toSorted();
}

const numberOf = (address: string) =>
  ({ channel: 'SMS', address, addressKey: addressKey(org.ring, 'SMS', address) }) as const;
const phone = (number: string): Promise<string> =>
  ensureRecipient(test.db.sql, { organisationId: org.organisationId, ...numberOf(number) });

/** Gives a contact its number too. */
async function addNumber(tx: Transaction, contactId: string, number: string): Promise<void> {
  const updated = await updateContact(tx, {
    organisationId: org.organisationId,
    contactId,
    addresses: [numberOf(number)],
    language: null,
    fields: {},
    now,
  });
  if ('refused' in updated) throw new Error(updated.refused);
}

const contactOf = async (messageId: string): Promise<string> => {
  const [row] = await test.db.sql.rows<{ id: string }>(
    'SELECT contact_id AS id FROM message WHERE id = $1',
    [messageId],
  );
  return row!.id;
};

const byHand = (recipientId: string, signal: 'CLEAR' | 'UNCLEAR') => ({
  target: { organisationId: org.organisationId, recipientId, scope: whole() },
  signal,
  method: 'MANUAL' as const,
  actor: EVA,
  evidence: {},
  now,
});

describe('an opt-out that is written in more than one place is written in all or in none', () => {
  it('of the whole organisation by hand: also in the list of an account that keeps its own (D6)', async () => {
    const { recipientId } = messages.pop()!;
    const command = { ...byHand(recipientId, 'CLEAR'), allChannels: false };
    expect(await survives((tx) => recordOptOutEverywhere(tx, command))).toBeGreaterThan(2);
    expect(await stops(recipientId)).toEqual([
      'own ACCOUNT OPTED_OUT',
      'shared ORGANISATION OPTED_OUT',
    ]);
  });

  it('on all channels: also for the other address of a contact', async () => {
    const { id, recipientId } = messages.pop()!;
    const other = await phone('+46701234567');
    const contactId = await contactOf(id);
    await test.db.transaction((tx) => addNumber(tx, contactId, '+46701234567'));
    const command = { ...byHand(recipientId, 'CLEAR'), allChannels: true };
    await survives((tx) => recordOptOutEverywhere(tx, command));
    const everywhere = ['own ACCOUNT OPTED_OUT', 'shared ORGANISATION OPTED_OUT'];
    expect(await stops(recipientId)).toEqual(everywhere);
    expect(await stops(other)).toEqual(everywhere);
  });

  it('and of an address that a contact gets later', async () => {
    const { id, recipientId } = messages.pop()!;
    await test.db.transaction((tx) =>
      leaveByLink(tx, {
        messageId: id,
        choice: 'ALL_MARKETING',
        topicIds: [],
        allChannels: true,
        evidence: {},
        now,
      }),
    );
    const other = await phone('+46707654321');
    const contactId = await contactOf(id);
    await survives((tx) => addNumber(tx, contactId, '+46707654321'));
    expect(await stops(other)).toEqual(['shared ACCOUNT OPTED_OUT']);
    expect(await stops(recipientId)).toEqual(['shared ACCOUNT OPTED_OUT']);
  });

  it('of many addresses at once (F8), in every list where it is about the whole organisation (D6)', async () => {
    const addresses = ['one@example.test', 'two@example.test'].map((address) => ({
      address,
      addressKey: addressKey(org.ring, 'EMAIL', address),
    }));
    const added: { requestId: string | null }[] = [];
    await survives(async (tx) => {
      const { organisationId } = org;
      const all = { organisationId, addresses, scope: whole(), note: null, actor: EVA, now };
      added.splice(0, 2, ...(await addOptOuts(tx, { ...all, channel: 'EMAIL', method: 'MANUAL' })));
    });
    const requests = await findRequests(
      test.db.sql,
      org.organisationId,
      added.map(({ requestId }) => requestId!),
    );
    for (const { recipientId } of requests)
      expect(await stops(recipientId)).toEqual([
        'own ACCOUNT OPTED_OUT',
        'shared ORGANISATION OPTED_OUT',
      ]);
    expect(requests).toHaveLength(2);
  });

  it('made of a machine’s signal, in every list where an admin says so', async () => {
    const { id, recipientId } = messages.pop()!;
    const { organisationId } = org;
    const heard = await recordMachineSignal(test.db.sql, {
      organisationId,
      recipientId,
      messageId: id,
      kind: 'HARD_BOUNCE',
      detail: { status: '5.1.1' },
      now,
    });
    if ('refused' in heard) throw new Error(heard.refused);
    await survives((tx) =>
      openRequestsFromMachineSignals(tx, {
        organisationId,
        machineSignalIds: [heard.machineSignalId],
        scope: whole(),
        note: null,
        actor: EVA,
        now,
      }),
    );
    expect(await stops(recipientId)).toEqual(['own ACCOUNT PAUSED', 'shared ORGANISATION PAUSED']);
  });

  it('of the page: what the link leaves, and topics', async () => {
    const { id, recipientId } = messages.pop()!;
    const topicIds = [org.newsTopicId];
    const chosen = { messageId: id, choice: 'THIS_SCOPE', topicIds, allChannels: false } as const;
    await survives((tx) => leaveByLink(tx, { ...chosen, evidence: {}, now }));
    expect(await stops(recipientId)).toEqual(['shared BOOK OPTED_OUT', 'shared TOPIC OPTED_OUT']);
  });

  it('of the page, beside how often and for how long not (C3, C7)', async () => {
    const { id, recipientId } = messages.pop()!;
    await survives((tx) =>
      changePreferencesByLink(tx, {
        messageId: id,
        topicIds: [org.newsTopicId],
        change: { frequency: 'MONTHLY' },
        evidence: {},
        now,
      }),
    );
    expect(await stops(recipientId)).toEqual(['shared TOPIC OPTED_OUT']);
    const kept = 'SELECT frequency FROM recipient_preference WHERE recipient_id = $1';
    expect(await test.db.sql.rows(kept, [recipientId])).toEqual([{ frequency: 'MONTHLY' }]);
  });
});

describe('what is refused leaves nothing behind', () => {
  it('where a topic is another account’s, what else was chosen is not left either', async () => {
    const { id } = messages.pop()!;
    const before = await record();
    const topicIds = [org.newsTopicId, ownId];
    const common = { messageId: id, topicIds, evidence: {}, now };
    const asked = { ...common, choice: 'ALL_MARKETING', allChannels: false } as const;
    const refused = { refused: 'unknown-topic' };
    expect(await test.db.transaction((tx) => leaveByLink(tx, asked))).toEqual(refused);
    const change = { frequency: 'MONTHLY' } as const;
    expect(
      await test.db.transaction((tx) => changePreferencesByLink(tx, { ...common, change })),
    ).toEqual(refused);
    expect(await record()).toEqual(before);
  });
});

describe('a copy of a pause in an own list becomes an opt-out with the pause itself', () => {
  const paused = async (): Promise<ReleasedMessage & { requestId: string }> => {
    const message = messages.pop()!;
    const command = { ...byHand(message.recipientId, 'UNCLEAR'), allChannels: false };
    const recorded = await test.db.transaction((tx) => recordOptOutEverywhere(tx, command));
    if ('refused' in recorded) throw new Error(recorded.refused);
    return { ...message, requestId: recorded.requestId };
  };
  const copied = async (): Promise<ReleasedMessage & { requestId: string }> => {
    const message = await paused();
    const { organisationId } = org;
    for (const keepsOwnList of [false, true])
      await test.db.transaction((sql) =>
        switchAccountList(sql, { organisationId, accountId: ownId, keepsOwnList, actor: EVA, now }),
      );
    expect(await stops(message.recipientId)).toEqual([
      'own ACCOUNT PAUSED',
      'own ORGANISATION PAUSED',
      'shared ORGANISATION PAUSED',
    ]);
    return message;
  };

  it.each(['ONE_CLICK', 'MAILTO', 'SPAM_REPORT'] as const)(
    'where a clear wish follows (%s), and the process dies after its first statement',
    async (method) => {
      await changeOrganisation(test.db.sql, org.organisationId, { widening: 'ORGANISATION' });
      const { id, recipientId } = await copied();
      // As the routes do it: by the pool.
      const recorded = await recordOptOut(dyingAfter(test.db.sql, 1), {
        target: { messageId: id, scope: 'LINK' },
        signal: 'CLEAR',
        method,
        actor: { kind: 'RECIPIENT', name: null },
        evidence: {},
        now,
      });
      expect(recorded).toMatchObject({ effect: 'overridden', scopeKind: 'ORGANISATION' });
      expect(await stops(recipientId)).toEqual([
        'own ACCOUNT PAUSED',
        'own ORGANISATION OPTED_OUT',
        'shared ORGANISATION OPTED_OUT',
      ]);
    },
  );

  it('where an admin confirms', async () => {
    const { requestId, recipientId } = await copied();
    const { organisationId } = org;
    await survives((tx) =>
      decideRequests(tx, {
        organisationId,
        requestIds: [requestId],
        decision: 'CONFIRM',
        reason: null,
        actor: EVA,
        now,
      }),
    );
    expect(await stops(recipientId)).toEqual([
      'own ACCOUNT PAUSED',
      'own ORGANISATION OPTED_OUT',
      'shared ORGANISATION OPTED_OUT',
    ]);
  });
});
