import type { AudienceRefusal } from '@adieu/db';
import { InvalidInput, NotFound } from '../shared/problems.ts';
import type { Receivers } from './read-receivers.ts';

export function fieldProblem(refusal: Extract<AudienceRefusal, { field: string }>): InvalidInput {
  if (refusal.refused === 'field-unknown') {
    const { field, known } = refusal;
    const names = known.map((each) => `“${each}”`).join(', ');
    return new InvalidInput(
      'audience',
      `No contact of this book has a field “${field}”. There are: ${names || 'none'}.`,
      'FIELD_UNKNOWN',
    );
  }
  const { field, as } = refusal;
  const what = as === 'NUMBER' ? 'a number (12.5)' : 'a day (2026-01-31)';
  return new InvalidInput(
    'audience',
    `No contact of this book has ${what} in “${field}”, so nothing can be compared. Use EQUALS or CONTAINS.`,
    'FIELD_NOT_COMPARABLE',
  );
}

export const LISTS = {
  'audience-topic-not-found': 'topics',
  'audience-book-not-found': 'exceptBooks',
  'audience-campaign-not-found': 'exceptCampaigns',
} as const;

export function notFound(to: Receivers): NotFound {
  return 'book' in to
    ? new NotFound('address book', 'addressBookId')
    : new NotFound('account', 'accountId');
}
