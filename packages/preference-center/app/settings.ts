import { FREQUENCIES, isTimeZone, type Language, LANGUAGES } from '@adieu/domain';
import type { UpdatePreferencesInput } from './api/generated/documents.ts';
import { startOfDay } from './dates.ts';

/** What the settings form says. Its days begin in the zone `zone`. */
export function readSettings(form: URLSearchParams): Omit<UpdatePreferencesInput, 'token'> {
  const kept = new Set(form.getAll('keep'));
  const language = languageOf(form.get('language'));
  const day = form.get('pauseUntil');
  const pausedUntil = day === null ? null : startOfDay(day, zoneOfForm(form));
  return {
    topicIdsOff: form.getAll('shown').filter((id) => !kept.has(id)),
    frequency: FREQUENCIES.find((frequency) => frequency === form.get('frequency')) ?? null,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    endPause: day === '',
    language,
  };
}

function zoneOfForm(form: URLSearchParams): string {
  const zone = form.get('zone') ?? '';
  return isTimeZone(zone) ? zone : 'UTC';
}

function languageOf(text: string | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}
