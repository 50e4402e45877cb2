import { formatInstant, PAGE_MESSAGES, type PageMessages, type Reader } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import type { Outcome } from '../outcome.ts';
import { isStanding, mayLeave, standingOptOut } from '../standing.ts';
import { BrandText } from './brand-text.tsx';
import { InFlight } from './in-flight.tsx';
import { LeaveMarketing } from './leave-marketing.tsx';
import { LeaveService } from './leave-service.tsx';
import { MaskedAddress } from './masked-address.tsx';
import { Page } from './page.tsx';
import { ReasonForm } from './reason-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { StandingFacts } from './standing-facts.tsx';
import { YourData } from './your-data.tsx';

interface PreferencesPageProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly reader: Reader;
  readonly outcome: Outcome | null;
  readonly now: Date;
}

export function PreferencesPage({ token, view, reader, outcome, now }: PreferencesPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  const standing = standingOptOut(view);
  const title = titleOf(view, outcome, messages);
  return (
    <Page language={language} title={title} sender={view} focusHeading={outcome !== null}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      {outcome === 'outdated' && <p>{messages.outdated}</p>}
      {outcome === 'reason' && <p>{messages.reasonGiven}</p>}
      {outcome === 'data' ? (
        <>
          <p>{messages.dataAskedNote(view.maskedAddress)}</p>
          <p>{messages.returnNotThere}</p>
        </>
      ) : outcome === 'return' ? (
        <>
          <p>{messages.returnAskedNote(view.maskedAddress)}</p>
          <p>{messages.returnNotThere}</p>
        </>
      ) : (
        <>
          {standing && <StandingFacts view={view} optOut={standing} reader={reader} />}
          {standing && outcome === 'left' && <InFlight messages={view.inFlight} reader={reader} />}
          {standing && outcome === 'left' && (
            <BrandText brand={view.brand} which="farewell" language={language} />
          )}
          <LastEnded view={view} reader={reader} />
          {mayLeave(view) && view.purpose === 'SERVICE' && !view.exempt && (
            <LeaveService token={token} view={view} language={language} />
          )}
          {view.purpose === 'TRANSACTIONAL' && <p>{messages.transactional}</p>}
          {view.exempt && !isStanding(view.optOut) && (
            <p>{messages.exempt(view.addressBookName ?? view.scope.name, view.organisationName)}</p>
          )}
          {mayLeave(view) && (view.purpose !== 'SERVICE' || view.exempt) && (
            <LeaveMarketing token={token} view={view} reader={reader} now={now} />
          )}
          {standing?.state === 'CONFIRMED' && outcome === 'left' && (
            <ReasonForm token={token} reasons={view.reasons} language={language} />
          )}
          {view.mayReturn && standing !== null && (
            <ReturnForm token={token} view={view} messages={messages} />
          )}
          <YourData token={token} language={language} />
        </>
      )}
    </Page>
  );
}

function titleOf(view: PreferenceView, outcome: Outcome | null, messages: PageMessages): string {
  if (outcome === 'settings') return messages.saved;
  if (outcome === 'return') return messages.returnAsked;
  if (outcome === 'data') return messages.dataAsked;
  const standing = standingOptOut(view);
  if (standing === null) return messages.unsubscribe;
  if (standing.state === 'PENDING') return messages.paused;
  return outcome === 'left' ? messages.left : messages.alreadyLeft;
}

/** What became of an earlier wish that is no longer in force: declined, or its review ran out. */
function LastEnded({ view, reader }: { view: PreferenceView; reader: Reader }) {
  const messages = PAGE_MESSAGES[reader.language];
  if (view.optOut === null) return null;
  const { state, since } = view.optOut;
  const when = formatInstant(reader, since);
  if (state === 'DECLINED') return <p>{messages.declined(view.organisationName, when)}</p>;
  if (state === 'REVERTED') return <p>{messages.reverted(when)}</p>;
  return null;
}
