import type { PurposeCrossing } from '@adieu/domain';
import type { Finding } from './finding.ts';

/** Whom a campaign would go to, as a check must know it. */
export interface CheckedAudience {
  readonly total: number;
  /** Whom the gate would stop now, by reason. */
  readonly stopped: readonly { readonly reason: string; readonly count: number }[];
  /** How many addresses it chooses, and how many of them are no contacts of the book. */
  readonly chosen: { readonly given: number; readonly notInBook: number } | null;
  readonly crossings: readonly PurposeCrossing[];
  /** Of a marketing audience: who is in a book for something else too, and agreed to nothing on record. */
  readonly withoutConsent: number;
}

/** What stops nobody for good: a message that is sent later may get through. */
const PASSING: ReadonlySet<string> = new Set(['SNOOZED', 'FREQUENCY_CAP']);

/** Somebody gets it, and nobody who is there for something else. */
export function checkAudience(audience: CheckedAudience): Finding[] {
  return [
    ...checkReach(audience),
    ...checkChosen(audience),
    ...audience.crossings.map((crossing) => crossed(crossing, audience)),
  ];
}

function checkReach({ total, stopped }: CheckedAudience): Finding[] {
  if (total === 0)
    return [
      finding(
        'ERROR',
        'AUDIENCE_EMPTY',
        'nobody would get it',
        'Import contacts, or widen the audience: campaign.audience tells what narrows it.',
      ),
    ];
  const stops = stopped.reduce((sum, { count }) => sum + count, 0);
  if (stops < total) return [];
  const reasons = stopped.map(({ reason, count }) => `${reason} ${count}`).join(', ');
  return [
    finding(
      stopped.every(({ reason }) => PASSING.has(reason)) ? 'WARNING' : 'ERROR',
      'AUDIENCE_ALL_STOPPED',
      `nobody would get it: the gate stops all ${total} (${reasons})`,
      'Choose others. Who left comes back by his own double opt-in alone; a pause ends by itself.',
    ),
  ];
}

function checkChosen({ chosen }: CheckedAudience): Finding[] {
  if (chosen === null || chosen.notInBook === 0) return [];
  return [
    finding(
      'WARNING',
      'ADDRESSES_NOT_IN_BOOK',
      `${chosen.notInBook} of the ${chosen.given} addresses that it chooses are no contacts of the book: they get nothing`,
      'Import them before the send, or leave them out.',
    ),
  ];
}

function crossed(crossing: PurposeCrossing, { total, withoutConsent }: CheckedAudience): Finding {
  switch (crossing) {
    case 'topic':
      return finding(
        'WARNING',
        'AUDIENCE_CROSSES_PURPOSES',
        'it is about a topic, and its book is for service: people are in it because they must be told, not because they asked',
        'Send a topic through a book for marketing, or leave the topic out.',
      );
    case 'chosen-by-topics':
      return finding(
        'ERROR',
        'AUDIENCE_CROSSES_PURPOSES',
        'its people are chosen by the topics that they like, and its book is not for marketing',
        'Send it through a book for marketing, or choose by fields.',
      );
    case 'without-consent':
      return finding(
        'WARNING',
        'AUDIENCE_CROSSES_PURPOSES',
        `${withoutConsent} of ${total} are also in a book for service or receipts, and no consent to this marketing is on record`,
        'Leave that book out (exceptBooks), ask them by double opt-in, or record their consent (recordConsents).',
      );
  }
}

function finding(
  level: Finding['level'],
  code: Finding['code'],
  message: string,
  fix: string,
): Finding {
  return {
    level,
    code,
    language: null,
    place: { part: 'audience', line: null, column: null, element: null },
    message,
    fix,
  };
}
