import { describe, expect, it } from 'vitest';
import { GATE_REASONS } from '../enums/gate.ts';
import { OPT_OUT_METHODS } from '../enums/requests.ts';
import { SCOPE_KINDS } from '../enums/scopes.ts';
import { type ExplainedAnswer, type ExplainedRequest, explainGate } from './explain-gate.ts';
import type { SuppressionRow } from './judge-message.ts';

const row: SuppressionRow = {
  scopeKind: 'ACCOUNT',
  scopeId: 'a',
  state: 'OPTED_OUT',
  since: new Date('2026-05-04T08:00:00Z'),
  requestId: 'r',
};
const no = (more: Partial<SuppressionRow>): ExplainedAnswer => {
  const decisive = { ...row, ...more };
  return { allowed: false, because: decisive.state, decisive };
};
const SINCE = '2026-05-04T08:00:00.000Z';

const TABLE: readonly (readonly [ExplainedAnswer, ExplainedRequest | null, string])[] = [
  [{ allowed: true, because: 'NO_OBJECTION' }, null, 'Yes: nobody objected at this address.'],
  [
    { allowed: true, because: 'TRANSACTIONAL' },
    null,
    'Yes: transactional messages (receipts, codes) have no opt-out.',
  ],
  [
    { allowed: false, because: 'UNKNOWN_ADDRESS' },
    null,
    'No: this is not an address that anything can be sent to.',
  ],
  [
    { allowed: false, because: 'CONTACT_REMOVED' },
    null,
    'No: this address is no longer in the book, or was erased.',
  ],
  [
    { allowed: false, because: 'ARCHIVED' },
    null,
    'No: the account, the address book or the topic is archived.',
  ],
  [
    no({}),
    { id: 'optout_1', method: 'ONE_CLICK' },
    `No: opted out of all marketing of this account since ${SINCE}, by one-click, request optout_1.`,
  ],
  [
    no({ state: 'PAUSED', scopeKind: 'BOOK' }),
    { id: 'optout_2', method: 'MANUAL' },
    `No: paused for this address book since ${SINCE}, while a wish to leave is reviewed, by hand of an admin, request optout_2.`,
  ],
  [
    no({ scopeKind: 'TOPIC', requestId: null }),
    null,
    `No: opted out of this topic since ${SINCE}.`,
  ],
  [
    { allowed: false, because: 'SNOOZED', pausedUntil: row.since, nextAllowedAt: row.since },
    null,
    `No: the recipient set a pause, and gets no marketing of this account until ${SINCE}.`,
  ],
  [
    {
      allowed: false,
      because: 'SNOOZED',
      pausedUntil: row.since,
      nextAllowedAt: new Date('2026-05-10T08:00:00Z'),
    },
    null,
    `No: the recipient set a pause until ${SINCE}, had the most that they want before it, and gets no marketing of this account until 2026-05-10T08:00:00.000Z.`,
  ],
  [
    { allowed: false, because: 'SENDER_BLOCKED' },
    null,
    'No: they wrote STOP to the short code that this would come from; nothing more goes to them from it.',
  ],
  [
    { allowed: false, because: 'UNDELIVERABLE', undeliverableSince: row.since },
    null,
    `No: what was sent to this address came back, and nothing more is since ${SINCE}.`,
  ],
  [
    { allowed: false, because: 'SIGN_UP_UNCONFIRMED' },
    null,
    'No: they asked to sign up and have not confirmed, and no other consent is on record.',
  ],
  [
    { allowed: false, because: 'FREQUENCY_CAP', nextAllowedAt: row.since },
    null,
    `No: the recipient had the most that they want, and gets no marketing of this account until ${SINCE}.`,
  ],
];

describe("the gate's answer in words (N9)", () => {
  it.each(TABLE)('%o, %o', (answer, request, sentence) => {
    expect(explainGate(answer, request)).toBe(sentence);
  });

  it('is tested here for every reason', () => {
    const tested = new Set(TABLE.map(([{ because }]) => because));
    expect([...tested].toSorted()).toEqual([...GATE_REASONS].toSorted());
  });

  it('says something else for every scope and every method', () => {
    const all = SCOPE_KINDS.flatMap((scopeKind) =>
      OPT_OUT_METHODS.map((method) => explainGate(no({ scopeKind }), { id: 'optout_1', method })),
    );
    expect(new Set(all).size).toBe(SCOPE_KINDS.length * OPT_OUT_METHODS.length);
  });
});
