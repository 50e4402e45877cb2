import type { AudienceRefusal } from '@adieu/db';
import { InvalidInput, type NotFound } from '../shared/problems.ts';
import { audienceNotFound } from './read-audience.ts';

/** What is wrong with an audience, of a draft that is made or changed. */
export function audienceProblem(refusal: AudienceRefusal): InvalidInput | NotFound {
  if (!('field' in refusal)) return audienceNotFound(LISTS[refusal.refused]);
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

const LISTS = {
  'audience-topic-not-found': 'topics',
  'audience-book-not-found': 'exceptBooks',
  'audience-campaign-not-found': 'exceptCampaigns',
} as const;
