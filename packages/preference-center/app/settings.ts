import { FREQUENCIES, type Language, LANGUAGES } from '@adieu/domain';
import type { UpdatePreferencesInput } from './api/generated/documents.ts';
import { startOfDay } from './dates.ts';

/** What the settings form says. The page was in `was`, so that its days begin where that language's readers live. */
export function readSettings(form: URLSearchParams): Omit<UpdatePreferencesInput, 'token'> {
  const kept = new Set(form.getAll('keep'));
  const language = languageOf(form.get('language'));
  const day = form.get('pauseUntil');
  const pausedUntil = day === null ? null : startOfDay(day, languageOf(form.get('was')) ?? 'en');
  return {
    topicIdsOff: form.getAll('shown').filter((id) => !kept.has(id)),
    frequency: FREQUENCIES.find((frequency) => frequency === form.get('frequency')) ?? null,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    endPause: day === '',
    language,
  };
}

function languageOf(text: string | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}
