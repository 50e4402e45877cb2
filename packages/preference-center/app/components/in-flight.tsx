import type { InFlightMessage } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';
import type { Reader } from '../reader.ts';

/** When the last message may come (P-5): those whose hand-over had begun. */
export function InFlight({
  messages: underWay,
  reader,
}: {
  messages: readonly InFlightMessage[];
  reader: Reader;
}) {
  const messages = MESSAGES[reader.language];
  if (underWay.length === 0) return <p>{messages.noneInFlight}</p>;
  return (
    <>
      <p>{messages.inFlight}</p>
      <ul>
        {underWay.map(({ campaignName, until }) => (
          <li key={`${campaignName} ${until}`}>
            {messages.inFlightUntil(campaignName, formatInstant(until, reader))}
          </li>
        ))}
      </ul>
    </>
  );
}
