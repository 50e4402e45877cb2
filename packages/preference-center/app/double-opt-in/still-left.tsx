import { formatInstant, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { DoubleOptInView, Scope } from '../api/operations.ts';

interface StillLeftProps {
  readonly token: string;
  readonly left: DoubleOptInView['stillLeft'];
  readonly reader: Reader;
}

/** What stays off beside what was confirmed, and for each list and topic the way back, which only starts a double opt-in. */
export function StillLeft({ token, left, reader }: StillLeftProps) {
  const messages = PAGE_MESSAGES[reader.language];
  if (left.length === 0) return null;
  const isWide = ({ kind }: Scope): boolean => kind === 'ACCOUNT' || kind === 'ORGANISATION';
  const nameOf = (scope: Scope): string =>
    isWide(scope) ? messages.allOtherMarketing(scope.name) : scope.name;
  return (
    <form method="post" action={`/o/${token}`}>
      <p>{messages.stillOff}</p>
      <ul className="topics-off">
        {left.map(({ scope, since }) => (
          <li key={scope.id}>
            <span>{messages.topicOffSince(nameOf(scope), formatInstant(reader, since))}</span>
            {!isWide(scope) && (
              <button name="again" value={scope.id ?? ''}>
                {messages.topicAgain(scope.name)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
