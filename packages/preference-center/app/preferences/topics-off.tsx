import { formatInstant, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { TopicChoice } from '../api/operations.ts';
import { SaveForm } from './save-form.tsx';

interface TopicsOffProps {
  readonly token: string;
  readonly topics: readonly TopicChoice[];
  readonly reader: Reader;
  /** Whether the mail of a double opt-in reaches them. */
  readonly mayReturn: boolean;
}

/** The topics that are off, since when (C5), and for each the way back, which only starts a double opt-in (P-12). */
export function TopicsOff({ token, topics, reader, mayReturn }: TopicsOffProps) {
  const messages = PAGE_MESSAGES[reader.language];
  const off = topics.filter((topic) => !topic.on);
  if (off.length === 0) return null;
  return (
    <SaveForm token={token}>
      <p>{messages.topicsOff}</p>
      <ul className="topics-off">
        {off.map(({ id, name, since }) => (
          <li key={id}>
            <span>
              {since === null ? name : messages.topicOffSince(name, formatInstant(reader, since))}
            </span>
            {mayReturn && (
              <button name="again" value={id}>
                {messages.topicAgain(name)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayReturn && <p className="note">{messages.topicAgainNote}</p>}
    </SaveForm>
  );
}
