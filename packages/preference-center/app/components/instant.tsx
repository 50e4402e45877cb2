import { formatInstant } from '../dates.ts';
import type { Reader } from '../reader.ts';

export function Instant({ at, reader }: { at: string; reader: Reader }) {
  return <time dateTime={at}>{formatInstant(at, reader)}</time>;
}
