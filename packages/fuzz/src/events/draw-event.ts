import type { Dice } from '../dice.ts';
import { type Change, drawChanges } from '../world/mutate.ts';
import { type Provider, PROVIDERS } from '../world/providers.ts';

export interface DrawnEvent {
  readonly provider: Provider;
  readonly isProven: boolean;
  /** Before it is changed; of Mailgun without what proves it. */
  readonly event: unknown;
  readonly changes: readonly Change[];
  /** Tells one request from another. */
  readonly number: number;
}

const IDS = ['e1', 'e2', '', '\0', 'x'.repeat(400), '💥', 7, null, {}];
const ADDRESSES = [
  'person-1@example.test',
  'nobody@example.test',
  'Å@example.test',
  '@',
  'a@b\0.test',
  `${'a'.repeat(300)}@example.test`,
  '',
  null,
  ['a'],
];
const TIMES = [1_777_881_600, -1, 1e308, '2026-05-04T08:00:00Z', 'yesterday', null, {}];
const STATUSES = ['5.1.1', '4.2.2', '5.999.999', 'smtp;550 5.1.1 no', '', null];
/** `OURS` is the id that a mail of the world was given to carry. */
const CARRIED = ['OURS', 'OURS', 'x'.repeat(56), '', null, { a: 1 }];
const EVENTS: Readonly<Record<Provider, readonly unknown[]>> = {
  sendgrid: ['bounce', 'dropped', 'deferred', 'spamreport', 'unsubscribe', 'delivered', 'x', null],
  mailgun: ['failed', 'complained', 'unsubscribed', 'delivered', 'opened', '', null, 3],
  postmark: ['Bounce', 'SpamComplaint', 'SubscriptionChange', 'Delivery', 'Open', '', null],
};

export function drawEvent(dice: Dice): DrawnEvent {
  const provider = dice.one(PROVIDERS);
  return {
    provider,
    isProven: dice.chance(0.8),
    event: DRAWN[provider](dice, dice.one(EVENTS[provider])),
    changes: dice.chance(0.4) ? drawChanges(dice) : [],
    number: dice.below(2 ** 24),
  };
}

const DRAWN: Readonly<Record<Provider, (dice: Dice, event: unknown) => unknown>> = {
  sendgrid: (dice, event) =>
    Array.from({ length: dice.few(200) }, () => ({
      event,
      email: dice.one(ADDRESSES),
      type: dice.one(['bounce', 'blocked', null]),
      status: dice.one(STATUSES),
      reason: dice.one(['Bounced Address', 'Unsubscribed Address', null, 4]),
      sg_event_id: dice.one(IDS),
      'smtp-id': dice.one(['<OURS@x>', '<', '', null]),
      adieu: dice.one(CARRIED),
      asm_group_id: dice.one([1, 'x', null]),
      timestamp: dice.one(TIMES),
    })),
  mailgun: (dice, event) => ({
    event,
    id: dice.one(IDS),
    severity: dice.one(['permanent', 'temporary', null]),
    reason: dice.one(['bounce', 'old', 'suppress-bounce', null]),
    recipient: dice.one(ADDRESSES),
    timestamp: dice.one(TIMES),
    message: dice.one([{ headers: { 'message-id': dice.one(IDS) } }, null, []]),
    'delivery-status': dice.one([{ code: 550, message: dice.one(STATUSES) }, null]),
    'user-variables': { adieu: dice.one(CARRIED) },
  }),
  postmark: (dice, event) => ({
    RecordType: event,
    Type: dice.one(['HardBounce', 'Transient', 'Unsubscribe', '__proto__', 'constructor', 5]),
    ID: dice.one(IDS),
    Email: dice.one(ADDRESSES),
    Recipient: dice.one(ADDRESSES),
    Details: dice.one(STATUSES),
    Origin: dice.one(['Recipient', 'Admin', null]),
    SuppressSending: dice.one([true, false, 'true']),
    SuppressionReason: dice.one(['ManualSuppression', 'HardBounce', null]),
    Metadata: dice.one([{ adieu: dice.one(CARRIED) }, null, 'x']),
    BouncedAt: dice.one(TIMES),
  }),
};
