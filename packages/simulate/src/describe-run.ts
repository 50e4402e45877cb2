import type { Facts, PersonFacts, SmsFacts } from './facts.ts';
import type { Expectation } from './expectation.ts';
import { type Kind, KINDS } from './population.ts';
import { SMS_KINDS, type SmsKind } from './sms/people.ts';

/** A run in words, for the terminal and for the page. */
export interface Described {
  readonly broken: number;
  readonly verdict: string;
  readonly setting: string;
  readonly people: readonly {
    readonly name: string;
    readonly count: number;
    readonly became: string;
  }[];
  readonly notes: readonly string[];
}

const NAMES: Readonly<Record<Kind, string>> = {
  oneClick: 'press the mail program’s button',
  page: 'use the page',
  reply: 'mail STOP to the address in the header',
  answer: 'answer STOPP to the mail',
  away: 'are away: a machine answers',
  complaint: 'report spam',
  forwarder: 'pass it on; the friend leaves, they come back',
  robot: 'behind a filter that presses every button',
  bounce: 'have no mailbox',
  returned: 'their mail comes back later',
  silent: 'do nothing',
};
const SMS_NAMES: Readonly<Record<SmsKind, string>> = {
  stop: 'by SMS: answer STOPP',
  misspell: 'by SMS: misspell it',
  swear: 'by SMS: swear, and want to leave',
  comeback: 'by SMS: leave, and come back with START and JA',
  thank: 'by SMS: thank',
  forward: 'by SMS: pass it on; the friend answers STOPP',
  noSignal: 'by SMS: have no signal',
  silent: 'by SMS: do nothing',
};
const STATES: Readonly<Record<string, string>> = {
  PENDING: 'still paused',
  CONFIRMED: 'opted out',
  DECLINED: 'declined',
  REVERTED: 'reverted at the deadline',
  WITHDRAWN: 'came back while paused',
  LIFTED: 'came back',
};

/** Says it. */
export function describeRun(facts: Facts, expectations: readonly Expectation[]): Described {
  const broken = expectations.filter(({ kept }) => !kept).length;
  const states = new Map(facts.requests.map(({ address, state }) => [address, state]));
  return {
    broken,
    verdict:
      broken === 0
        ? `All ${expectations.length} promises were kept.`
        : `${broken} of ${expectations.length} promises ${broken === 1 ? 'was' : 'were'} broken.`,
    setting: settingOf(facts),
    people: [
      ...KINDS.flatMap((kind) => {
        const people = facts.people.filter((each) => each.kind === kind);
        if (people.length === 0) return [];
        return [{ name: NAMES[kind], count: people.length, became: became(people, states) }];
      }),
      ...(facts.sms === null ? [] : peopleBySms(facts.sms)),
    ],
    notes: notesOf(facts),
  };
}

function peopleBySms({ people, requests }: SmsFacts): Described['people'][number][] {
  const states = new Map(requests.map(({ address, state }) => [address, state]));
  return SMS_KINDS.flatMap((kind) => {
    const own = people.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    return [{ name: SMS_NAMES[kind], count: own.length, became: became(own, states) }];
  });
}

function settingOf({
  people,
  mailings,
  arrived,
  purpose,
  reviews,
  seed,
  onTimeout,
  sms,
  ...facts
}: Facts): string {
  const policy = reviews
    ? `reviewed by an admin within ${facts.reviewDays} days, then ${onTimeout === 'REVERT' ? 'reverted' : 'opted out'}`
    : 'left at once';
  const bySms =
    sms === null
      ? ''
      : `${number(sms.people.length)} people by SMS, ${number(sms.arrived.length)} SMS and ${number(sms.others.length)} receipts and questions; `;
  return (
    `${number(people.length)} people, ${mailings.length} ${mailings.length === 1 ? 'mailing' : 'mailings'}, ${number(arrived.length)} mails; ` +
    bySms +
    `a ${purpose === 'MARKETING' ? 'marketing' : 'service'} book, ${policy}; seed ${seed}.`
  );
}

function became(
  people: readonly Pick<PersonFacts, 'address'>[],
  states: ReadonlyMap<string, string>,
): string {
  const counts = Map.groupBy(people, ({ address }) => {
    const state = states.get(address);
    return state === undefined ? 'subscribed as before' : (STATES[state] ?? state);
  });
  return [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, { length }]) => `${number(length)} ${name}`)
    .join(', ');
}

function notesOf({
  secondsPerDay,
  reviewDays,
  reviewSeconds,
  scans,
  people,
  ...facts
}: Facts): string[] {
  const seconds = (facts.endedAt - facts.startedAt) / 1000;
  const scanned = people.filter((each) => each.scanned).length;
  return [
    `Compressed: a day took ${secondsPerDay} s, so people’s and the admin’s waits are that much shorter, and a review of ${reviewDays} days was a policy of ${reviewSeconds} s. The run took ${seconds.toFixed(0)} s.`,
    'Not compressed: hand-over, database, Temporal’s timers and pages ran at their own pace. What counts seconds in the product (a burst is found among goodbyes within 60 s of hand-over) counted real ones; companies of the population are therefore too small to make one, but for the filter’s.',
    'Real: PostgreSQL, Temporal, api, worker, mail-in, pages and SMTP, each a process of its own. Played: the people, their programs and their mail server.',
    ...(scanned > 0
      ? [
          `Scanners opened ${number(scans)} links of ${number(scanned)} people’s mails, by HEAD and GET, and the links of the pages behind them. Links that lead elsewhere than to Adieu were left alone.`,
        ]
      : []),
    ...people
      .filter(({ trouble }) => trouble !== null)
      .slice(0, 5)
      .map(({ kind, trouble }) => `Trouble of one who wanted to “${NAMES[kind]}”: ${trouble}`),
    ...(facts.sms?.people ?? [])
      .filter(({ trouble }) => trouble !== null)
      .slice(0, 5)
      .map(({ kind, trouble }) => `Trouble of one “${SMS_NAMES[kind]}”: ${trouble}`),
  ];
}

const number = (value: number): string => value.toLocaleString('en');
