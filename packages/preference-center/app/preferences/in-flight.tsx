import { formatInstant, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { InFlightMessage } from '../api/operations.ts';

/** When the last message may come (P-5): those whose hand-over had begun. */
export function InFlight({
  messages: underWay,
  reader,
}: {
  messages: readonly InFlightMessage[];
  reader: Reader;
}) {
  const messages = PAGE_MESSAGES[reader.language];
  if (underWay.length === 0) return <p>{messages.noneInFlight}</p>;
  return (
    <>
      <p>{messages.inFlight}</p>
      <ul>
        {underWay.map(({ subject, until }, index) => {
          const when = formatInstant(reader, until);
          return (
            <li key={index}>
              {subject === null ? messages.mailUntil(when) : messages.inFlightUntil(subject, when)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
