import type { Language } from '@adieu/domain';
import type { TopicChoice } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';

/** The topics that are off, and since when (C5). */
export function TopicsOff({
  topics,
  language,
}: {
  topics: readonly TopicChoice[];
  language: Language;
}) {
  const messages = MESSAGES[language];
  const off = topics.filter((topic) => !topic.on);
  if (off.length === 0) return null;
  return (
    <>
      <p>{messages.topicsOff}</p>
      <ul>
        {off.map(({ id, name, since }) => (
          <li key={id}>
            {since === null ? name : messages.topicOffSince(name, formatInstant(since, language))}
          </li>
        ))}
      </ul>
    </>
  );
}
