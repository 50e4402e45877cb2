import type { PurposeCrossing } from '@adieu/domain';
import { type Finding, findingAbout } from './finding.ts';

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

/** Whoever had their message of the period: the next is held until it is over, not stopped (N12). */
const HELD = 'FREQUENCY_CAP';
/** What stops nobody for good: a message that is sent later may get through. */
const PASSING = 'SNOOZED';
/** The share of an audience of whom it is worth a word that they get it later. */
const MANY = 0.1;

/** Somebody gets it, and nobody who is there for something else. */
export function checkAudience(audience: CheckedAudience): Finding[] {
  return [
    ...checkReach(audience),
    ...checkFrequency(audience),
    ...checkChosen(audience),
    ...audience.crossings.map((crossing) => crossed(crossing, audience)),
  ];
}

function checkReach({ total, stopped }: CheckedAudience): Finding[] {
  if (total === 0)
    return [
      findingAbout(
        'ERROR',
        'AUDIENCE_EMPTY',
        'audience',
        'nobody would get it',
        'Import contacts, or widen the audience: campaign.audience tells what narrows it.',
      ),
    ];
  const forGood = stopped.filter(({ reason }) => reason !== HELD);
  const stops = forGood.reduce((sum, { count }) => sum + count, 0);
  if (stops < total) return [];
  const reasons = forGood.map(({ reason, count }) => `${reason} ${count}`).join(', ');
  return [
    findingAbout(
      forGood.every(({ reason }) => reason === PASSING) ? 'WARNING' : 'ERROR',
      'AUDIENCE_ALL_STOPPED',
      'audience',
      `nobody would get it: the gate stops all ${total} (${reasons})`,
      'Choose others. Who left comes back by their own double opt-in alone, who signed up confirms by the link of their mail; a pause ends by itself.',
    ),
  ];
}

function checkFrequency({ total, stopped }: CheckedAudience): Finding[] {
  const held = stopped.find(({ reason }) => reason === HELD)?.count ?? 0;
  if (held === 0 || held < total * MANY) return [];
  return [
    findingAbout(
      'WARNING',
      'FREQUENCY_CONFLICT',
      'audience',
      `${held} of ${total} chose to hear less often, and had their message of this period: theirs is held until it is over`,
      'Nothing is lost. What must come now and alone, send once their periods are over.',
    ),
  ];
}

function checkChosen({ chosen }: CheckedAudience): Finding[] {
  if (chosen === null || chosen.notInBook === 0) return [];
  return [
    findingAbout(
      'WARNING',
      'ADDRESSES_NOT_IN_BOOK',
      'audience',
      `${chosen.notInBook} of the ${chosen.given} addresses that it chooses ${chosen.notInBook === 1 ? 'is no contact' : 'are no contacts'} of the book, and ${chosen.notInBook === 1 ? 'gets' : 'get'} nothing`,
      'Import them before the send, or leave them out.',
    ),
  ];
}

function crossed(crossing: PurposeCrossing, { total, withoutConsent }: CheckedAudience): Finding {
  switch (crossing) {
    case 'topic':
      return findingAbout(
        'WARNING',
        'AUDIENCE_CROSSES_PURPOSES',
        'audience',
        'it is about a topic, and its book is for service: people are in it because they must be told, not because they asked',
        'Send a topic through a book for marketing, or leave the topic out.',
      );
    case 'chosen-by-topics':
      return findingAbout(
        'ERROR',
        'AUDIENCE_CROSSES_PURPOSES',
        'audience',
        'its people are chosen by the topics that they like, and its book is not for marketing',
        'Send it through a book for marketing, or choose by fields.',
      );
    case 'without-consent':
      return findingAbout(
        'WARNING',
        'AUDIENCE_CROSSES_PURPOSES',
        'audience',
        `${withoutConsent} of ${total} ${withoutConsent === 1 ? 'is' : 'are'} also in a book for service or receipts, and no consent to this marketing is on record`,
        'Leave that book out (exceptBooks), ask them by double opt-in, or record their consent (recordConsents).',
      );
  }
}
