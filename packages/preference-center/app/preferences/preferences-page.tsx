import { formatInstant, PAGE_MESSAGES, type PageMessages, type Reader } from '@adieu/messages';
import type { PreferenceView } from '../api/operations.ts';
import type { Done } from './done.ts';
import {
  isBySms,
  isInForce,
  mayLeave,
  offersAllMarketing,
  optOutInForce,
} from './opt-out-in-force.ts';
import { BrandText } from '../brand/brand-text.tsx';
import { InFlight } from './in-flight.tsx';
import { LeaveMarketing } from './leave-marketing.tsx';
import { LeaveService } from './leave-service.tsx';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';
import { ReasonForm } from './reason-form.tsx';
import { ReturnBySms } from './return-by-sms.tsx';
import { ReturnForm } from './return-form.tsx';
import { OptOutFacts } from './opt-out-facts.tsx';
import { YourData } from './your-data.tsx';

interface PreferencesPageProps {
  readonly token: string;
  readonly view: PreferenceView;
  readonly reader: Reader;
  readonly done: Done | null;
  readonly now: Date;
}

export function PreferencesPage({ token, view, reader, done, now }: PreferencesPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  const inForce = optOutInForce(view);
  const title = titleOf(view, done, messages);
  return (
    <Page language={language} title={title} sender={view} focusHeading={done !== null}>
      <MaskedAddress address={view.maskedAddress} messages={messages} isNumber={isBySms(view)} />
      {done === 'outdated' && <p>{messages.outdated}</p>}
      {done === 'reason' && <p>{messages.reasonGiven}</p>}
      {done === 'no-reason' && <p>{messages.noReasonGiven}</p>}
      {done === 'data' ? (
        <>
          <p>{messages.dataAskedNote(view.maskedAddress)}</p>
          <p>{messages.returnNotThere}</p>
        </>
      ) : done === 'return' ? (
        <>
          <p>{messages.returnAskedNote(view.maskedAddress)}</p>
          <p>{messages.returnNotThere}</p>
        </>
      ) : (
        <>
          {view.undeliverableSince !== null && (
            <p>
              {messages.undeliverable(
                formatInstant(reader, view.undeliverableSince),
                view.organisationName,
              )}
            </p>
          )}
          {inForce && <OptOutFacts view={view} optOut={inForce} reader={reader} />}
          {inForce && done === 'left' && <InFlight messages={view.inFlight} reader={reader} />}
          {inForce && done === 'left' && (
            <BrandText brand={view.brand} which="farewell" language={language} />
          )}
          <LastEnded view={view} reader={reader} />
          {mayLeave(view) && view.purpose === 'SERVICE' && !view.exempt && (
            <LeaveService token={token} view={view} language={language} />
          )}
          {view.purpose === 'TRANSACTIONAL' && <p>{messages.transactional}</p>}
          {view.exempt && !isInForce(view.optOut) && (
            <p>{messages.exempt(view.addressBookName ?? view.scope.name, view.organisationName)}</p>
          )}
          {offersAllMarketing(view) && (
            <LeaveMarketing token={token} view={view} reader={reader} now={now} />
          )}
          {(inForce?.state === 'PENDING' ||
            (inForce !== null && (done === 'left' || done === 'no-reason'))) && (
            <ReasonForm
              token={token}
              reasons={view.reasons}
              language={language}
              decidedBy={inForce.state === 'PENDING' ? view.organisationName : null}
            />
          )}
          {view.mayReturn && inForce !== null && (
            <ReturnForm
              token={token}
              view={view}
              paused={inForce.state === 'PENDING'}
              messages={messages}
            />
          )}
          {view.startTo !== null && view.addressBookName !== null && inForce !== null && (
            <ReturnBySms to={view.startTo} list={view.addressBookName} messages={messages} />
          )}
          <YourData token={token} view={view} language={language} />
        </>
      )}
    </Page>
  );
}

function titleOf(view: PreferenceView, done: Done | null, messages: PageMessages): string {
  if (done === 'settings') return messages.saved;
  if (done === 'return') return messages.returnAsked;
  if (done === 'data') return messages.dataAsked;
  const inForce = optOutInForce(view);
  if (inForce === null) return messages.unsubscribe;
  if (inForce.state === 'PENDING') return messages.paused;
  return done === 'left' ? messages.left : messages.alreadyLeft;
}

/** What became of an earlier wish that is no longer in force: declined, or its review ran out. */
function LastEnded({ view, reader }: { view: PreferenceView; reader: Reader }) {
  const messages = PAGE_MESSAGES[reader.language];
  if (view.optOut === null) return null;
  const { state, since } = view.optOut;
  const when = formatInstant(reader, since);
  if (state === 'DECLINED') {
    const declined = isBySms(view) ? messages.declinedBySms : messages.declined;
    return <p>{declined(view.organisationName, when)}</p>;
  }
  if (state === 'REVERTED') return <p>{messages.reverted(when)}</p>;
  return null;
}
