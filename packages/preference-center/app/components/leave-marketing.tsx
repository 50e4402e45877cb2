import type { Language } from '@adieu/domain';
import type { PreferenceView } from '../api/operations.ts';
import { MESSAGES } from '../messages/index.ts';
import { isStanding } from '../standing.ts';
import { BUTTONS } from '../wish.ts';
import { SaveForm } from './save-form.tsx';
import { TopicsForm } from './topics-form.tsx';
import { TopicsOff } from './topics-off.tsx';

interface LeaveMarketingProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly language: Language;
  /** False where the page has just told them. */
  readonly showTopicsOff: boolean;
}

/** First the way out of everything, then the settings (C3, P-2). */
export function LeaveMarketing({ token, view, language, showTopicsOff }: LeaveMarketingProps) {
  const messages = MESSAGES[language];
  // A topic is left by its box, a book by its button; where they are gone, the link leaves the account (P-13).
  const amongTopics = view.topics.some(({ id }) => id === view.scope.id);
  // The whole account is what the first button leaves already.
  const mayLeaveScope = view.scope.kind !== 'ACCOUNT' && !amongTopics && !isStanding(view.optOut);
  return (
    <>
      <SaveForm token={token}>
        <button {...BUTTONS.leaveAll} className="first">
          {messages.leaveAll(view.accountName)}
        </button>
        <p className="note">{messages.leaveAllNote}</p>
      </SaveForm>
      {view.purpose === 'MARKETING' && (mayLeaveScope || view.topics.length > 0) && (
        <section>
          <h2>{messages.settings}</h2>
          {mayLeaveScope && (
            <SaveForm token={token}>
              <button {...BUTTONS.leaveScope}>{messages.leaveOnly(view.scope.name)}</button>
            </SaveForm>
          )}
          <TopicsForm token={token} topics={view.topics} messages={messages} />
          {showTopicsOff && <TopicsOff topics={view.topics} language={language} />}
        </section>
      )}
    </>
  );
}
