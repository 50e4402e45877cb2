import { formatUntil, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import { isBookLeft, isBySms, isInForce } from './opt-out-in-force.ts';
import { BUTTONS } from '../page/buttons.ts';
import { BrandText } from '../brand/brand-text.tsx';
import { SaveForm } from './save-form.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TopicsOff } from './topics-off.tsx';

interface LeaveMarketingProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly reader: Reader;
  readonly now: Date;
}

/** First the way out of everything, then the settings (C3, P-2). */
export function LeaveMarketing({ token, view, reader, now }: LeaveMarketingProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  // A topic is left by its box, a book by its button; where they are gone, the link leaves the account (P-13).
  const amongTopics = view.topics.some(({ id }) => id === view.scope.id);
  // The whole account is what the first button leaves already.
  const mayLeaveScope = view.scope.kind !== 'ACCOUNT' && !amongTopics && !isInForce(view.optOut);
  const bookOfTopic = amongTopics && !isBookLeft(view) ? view.addressBookName : null;
  const bookOfLink = mayLeaveScope && view.scope.kind === 'BOOK' ? view.scope.name : bookOfTopic;
  const goesOn = view.topics.length > 0 ? bookOfLink : null;
  return (
    <>
      <SaveForm token={token}>
        <button {...BUTTONS.leaveAll} className="first">
          {messages.leaveAll(view.accountName)}
        </button>
        <p className="note">{isBySms(view) ? messages.leaveAllNoteBySms : messages.leaveAllNote}</p>
      </SaveForm>
      <BrandText brand={view.brand} which="intro" language={language} />
      {view.purpose === 'MARKETING' && (
        <section>
          <h2>{messages.settings}</h2>
          {view.pausedUntil && <p>{messages.pausedUntil(formatUntil(reader, view.pausedUntil))}</p>}
          {mayLeaveScope && (
            <SaveForm token={token}>
              <button {...BUTTONS.leaveScope}>{messages.leaveOnly(view.scope.name)}</button>
            </SaveForm>
          )}
          {bookOfTopic !== null && (
            <SaveForm token={token}>
              <button {...BUTTONS.leaveBook}>{messages.leaveOnly(bookOfTopic)}</button>
            </SaveForm>
          )}
          <SettingsForm
            token={token}
            view={view}
            reader={reader}
            now={now}
            {...(goesOn !== null && { goesOn: messages.bookGoesOn(goesOn) })}
          />
          <TopicsOff
            token={token}
            topics={view.topics}
            reader={reader}
            mayReturn={!isBySms(view)}
          />
        </section>
      )}
      <p className="note">{isBySms(view) ? messages.forwardedSms : messages.forwarded}</p>
    </>
  );
}
