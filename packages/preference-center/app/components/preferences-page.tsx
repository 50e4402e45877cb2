import type { Language } from '@adieu/domain';
import type { PreferenceView } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import type { Messages } from '../messages/en.ts';
import { MESSAGES } from '../messages/index.ts';
import type { Outcome } from '../outcome.ts';
import { isStanding, mayLeave, standingOptOut } from '../standing.ts';
import { InFlight } from './in-flight.tsx';
import { LeaveMarketing } from './leave-marketing.tsx';
import { LeaveService } from './leave-service.tsx';
import { MaskedAddress } from './masked-address.tsx';
import { Page } from './page.tsx';
import { ReturnForm } from './return-form.tsx';
import { StandingFacts } from './standing-facts.tsx';
import { TopicsOff } from './topics-off.tsx';

interface PreferencesPageProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly language: Language;
  readonly outcome: Outcome | null;
}

export function PreferencesPage({ token, view, language, outcome }: PreferencesPageProps) {
  const messages = MESSAGES[language];
  const standing = standingOptOut(view);
  const title = titleOf(view, outcome, messages);
  return (
    <Page language={language} title={title} sender={view} focusHeading={outcome !== null}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      {outcome === 'outdated' && <p>{messages.outdated}</p>}
      {outcome === 'unchanged' && <p>{messages.topicsStay}</p>}
      {outcome === 'return' ? (
        <>
          <p>{messages.returnAskedNote(view.maskedAddress)}</p>
          <p>{messages.returnNotThere}</p>
        </>
      ) : (
        <>
          {outcome === 'topics' && <TopicsOff topics={view.topics} language={language} />}
          {standing && <StandingFacts view={view} optOut={standing} language={language} />}
          {standing && outcome === 'left' && (
            <InFlight messages={view.inFlight} language={language} />
          )}
          <LastEnded view={view} language={language} />
          {mayLeave(view) && view.purpose === 'SERVICE' && !view.exempt && (
            <LeaveService token={token} view={view} messages={messages} />
          )}
          {view.purpose === 'TRANSACTIONAL' && <p>{messages.transactional}</p>}
          {view.exempt && !isStanding(view.optOut) && (
            <p>{messages.exempt(view.addressBookName, view.organisationName)}</p>
          )}
          {mayLeave(view) && (view.purpose !== 'SERVICE' || view.exempt) && (
            <LeaveMarketing
              token={token}
              view={view}
              language={language}
              showTopicsOff={outcome !== 'topics'}
            />
          )}
          {view.mayReturn && <ReturnForm token={token} view={view} messages={messages} />}
        </>
      )}
    </Page>
  );
}

function titleOf(view: PreferenceView, outcome: Outcome | null, messages: Messages): string {
  if (outcome === 'topics') return messages.saved;
  if (outcome === 'unchanged') return messages.unchanged;
  if (outcome === 'return') return messages.returnAsked;
  const standing = standingOptOut(view);
  if (standing === null) return messages.unsubscribe;
  if (standing.state === 'PENDING') return messages.paused;
  return outcome === 'left' ? messages.left : messages.alreadyLeft;
}

/** What became of an earlier wish that is no longer in force: declined, or its review ran out. */
function LastEnded({ view, language }: { view: PreferenceView; language: Language }) {
  const messages = MESSAGES[language];
  if (view.optOut === null) return null;
  const { state, since } = view.optOut;
  const when = formatInstant(since, language);
  if (state === 'DECLINED') return <p>{messages.declined(view.organisationName, when)}</p>;
  if (state === 'REVERTED') return <p>{messages.reverted(when)}</p>;
  return null;
}
