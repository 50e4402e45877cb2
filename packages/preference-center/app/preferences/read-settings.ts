import {
  FREQUENCIES,
  isTimeZone,
  type Language,
  LANGUAGES,
  parsePlainDate,
  startOfDay,
} from '@adieu/domain';
import type { UpdatePreferencesInput } from '../api/generated/documents.ts';

/** What the settings form says. Its days begin in the zone `zone`. */
export function readSettings(form: URLSearchParams): Omit<UpdatePreferencesInput, 'token'> {
  const kept = new Set(form.getAll('keep'));
  const language = languageOf(form.get('language'));
  const day = form.get('pauseUntil');
  const date = parsePlainDate(day ?? '');
  const pausedUntil = date === null ? null : startOfDay(zoneOfForm(form), date);
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
