import { isKnownCountry } from '../account/countries.ts';
import type { SenderKind } from '../enums/senders.ts';

/** Whether a sender is registered by country, or of some: numbers may be written from to all. */
export function hasCountries(kind: SenderKind): boolean {
  return kind === 'TEXT' || kind === 'SHORT_CODE';
}

/** Codes of ISO 3166-1 (`ES`), each once and in order; null where one is no country's. */
export function readCountries(typed: readonly string[]): readonly string[] | null {
  const read = new Set(typed.map((text) => text.trim().toUpperCase()));
  return [...read].every(isKnownCountry) ? [...read].toSorted() : null;
}
