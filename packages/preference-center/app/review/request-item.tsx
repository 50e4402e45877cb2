import type { LeaveReason } from '@adieu/domain';
import {
  formatBrief,
  formatLongDay,
  PAGE_MESSAGES,
  type Reader,
  REVIEW_MESSAGES,
} from '@adieu/messages';
import type { ReviewedRequest } from '../api/operations.ts';
import { scopeText } from '../preferences/scope-text.ts';
import { Who } from './who.tsx';

/** What is this near its end stands out. */
const SOON_MS = 86_400_000;

interface RequestItemProps {
  readonly request: ReviewedRequest;
  readonly reader: Reader;
  readonly now: Date;
  readonly ticked: boolean;
}

/** A request to tick: who of which list wants to leave what, since when, how, in which words, and what comes of it by itself. */
export function RequestItem({ request, reader, now, ticked }: RequestItemProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const { reasons } = PAGE_MESSAGES[language];
  const { id, scope, method, receivedAt, deadline, onTimeout, givenReason } = request;
  const { accountName, addressBookName, joinedAt } = request;
  // The book is named where it is not what they leave.
  const isOfBook = addressBookName !== null && addressBookName !== scope.name;
  const place = [accountName, isOfBook ? addressBookName : null].filter((name) => name !== null);
  const isSoon = deadline !== null && Date.parse(deadline) - now.getTime() < SOON_MS;
  return (
    <li>
      <label>
        <input type="checkbox" name="id" value={id} defaultChecked={ticked} />
        <span className="about">
          <span>
            <Who request={request} messages={messages} />
          </span>
          <span className="facts">
            {messages.leaves(
              scopeText(scope, PAGE_MESSAGES[language]),
              formatBrief(reader, receivedAt),
              messages.ways[method],
            )}
          </span>
          {(place.length > 0 || joinedAt !== null) && (
            <span className="facts">
              {[
                ...place,
                ...(joinedAt === null ? [] : [messages.joined(formatLongDay(reader, joinedAt))]),
              ].join(' · ')}
            </span>
          )}
          {givenReason !== null && (
            <span className="said">{reasons[givenReason as LeaveReason] ?? givenReason}</span>
          )}
          {request.words !== null && (
            <span className="said">{PAGE_MESSAGES[language].quote(request.words)}</span>
          )}
          {request.readAs.length > 0 && (
            <span className="facts">
              {messages.readAs(
                request.readAs.map((words) => PAGE_MESSAGES[language].quote(words)).join(', '),
              )}
            </span>
          )}
          {request.doubt !== null && (
            <span className="facts">{messages.doubts[request.doubt]}</span>
          )}
          {deadline !== null && onTimeout !== null && (
            <span className={isSoon ? 'facts soon' : 'facts'}>
              {messages.atTheEnd[onTimeout](formatBrief(reader, deadline))}
            </span>
          )}
          {deadline !== null && request.deferredTo === null && (
            <span className="facts">{messages.cannotDefer}</span>
          )}
          {request.suspicion !== null && (
            <span className="facts">{messages.suspected[request.suspicion]}</span>
          )}
          {!request.mayDecline && <span className="facts">{messages.cannotDecline}</span>}
        </span>
      </label>
    </li>
  );
}
