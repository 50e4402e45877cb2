import type { Preferences } from '@adieu/db';
import { type Language, LANGUAGES, refuseSnooze, SNOOZE_REFUSALS } from '@adieu/domain';
import { codeOf, InvalidInput } from '../shared/problems.ts';
import { UpdatePreferencesInput } from './update-preferences.input.ts';

export function readChange(
  { frequency, pausedUntil, endPause, language }: UpdatePreferencesInput,
  now: Date,
): Partial<Preferences> | InvalidInput {
  if (language && !(LANGUAGES as readonly string[]).includes(language))
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  if (pausedUntil && endPause)
    return new InvalidInput('endPause', 'Either a pause begins or it ends.');
  const refused = pausedUntil ? refuseSnooze(pausedUntil, now) : null;
  if (refused !== null)
    return new InvalidInput('pausedUntil', SNOOZE_REFUSALS[refused], codeOf(refused));
  return {
    ...(frequency && { frequency }),
    ...(pausedUntil && { snoozedUntil: pausedUntil }),
    ...(endPause && { snoozedUntil: null }),
    ...(language && { language: language as Language }),
  };
}
