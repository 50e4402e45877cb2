import { formatInstant, type Reader } from '@adieu/messages';

export function Instant({ at, reader }: { at: string; reader: Reader }) {
  return <time dateTime={at}>{formatInstant(reader, at)}</time>;
}
