import type { TopicChoice } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';
import type { Reader } from '../reader.ts';
import { SaveForm } from './save-form.tsx';

interface TopicsOffProps {
  readonly token: string;
  readonly topics: readonly TopicChoice[];
  readonly reader: Reader;
}

/** The topics that are off, since when (C5), and for each the way back, which only starts a double opt-in (P-12). */
export function TopicsOff({ token, topics, reader }: TopicsOffProps) {
  const messages = MESSAGES[reader.language];
  const off = topics.filter((topic) => !topic.on);
  if (off.length === 0) return null;
  return (
    <SaveForm token={token}>
      <p>{messages.topicsOff}</p>
      <ul className="topics-off">
        {off.map(({ id, name, since }) => (
          <li key={id}>
            <span>
              {since === null ? name : messages.topicOffSince(name, formatInstant(since, reader))}
            </span>
            <button name="again" value={id}>
              {messages.topicAgain(name)}
            </button>
          </li>
        ))}
      </ul>
      <p className="note">{messages.topicAgainNote}</p>
    </SaveForm>
  );
}
