import type { Language } from '@adieu/domain';
import { formatInstant } from '../dates.ts';

export function Instant({ at, language }: { at: string; language: Language }) {
  return <time dateTime={at}>{formatInstant(at, language)}</time>;
}
