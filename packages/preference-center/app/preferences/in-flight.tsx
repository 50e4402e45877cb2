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
        {underWay.map(({ campaignName, until }) => (
          <li key={`${campaignName} ${until}`}>
            {messages.inFlightUntil(campaignName, formatInstant(reader, until))}
          </li>
        ))}
      </ul>
    </>
  );
}
