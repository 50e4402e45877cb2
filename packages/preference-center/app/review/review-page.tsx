import type { Language } from '@adieu/domain';
import { formatBrief, formatNumber, plural, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import type { ReviewView } from '../api/operations.ts';
import { Page } from '../page/page.tsx';
import { DecisionForm } from './decision-form.tsx';
import { PlanNotice, planTitle } from './plan-notice.tsx';
import { Quarantines } from './quarantines.tsx';
import type { ReviewForm, ReviewFormError } from './review-form.ts';
import { reviewUrl } from './review-url.ts';
import { Who } from './who.tsx';

/** How many have more time, and how many could not get it. */
export interface Deferral {
  readonly deferred: number;
  readonly refused: number;
}

export interface ReviewPageProps {
  readonly token: string;
  readonly view: ReviewView;
  readonly reader: Reader;
  readonly now: Date;
  readonly pageKey: string;
  readonly book: string | null;
  readonly after: string | null;
  /** The decision that was just made or undone. */
  readonly plan: string | null;
  readonly tooLate: boolean;
  /** What was just deferred. */
  readonly deferral: Deferral | null;
  readonly posted: { readonly form: ReviewForm; readonly error: ReviewFormError } | null;
}

/** What waits for a decision, on one page with all it takes to decide. */
export function ReviewPage(props: ReviewPageProps) {
  const { token, view, reader, now, pageKey, book, after, posted } = props;
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const sender = { accountName: view.organisationName, organisationName: view.organisationName };
  const inAll = view.books.reduce((sum, { count }) => sum + count, 0);
  const total = book === null ? inAll : (view.books.find(({ id }) => id === book)?.count ?? 0);
  const action = reviewUrl(token, { book, after });
  const plan = view.planned.find(({ id }) => id === props.plan) ?? null;
  const others = view.planned.filter((other) => other !== plan);
  const waiting = inAll === 0 ? messages.noneWaiting : plural(language, inAll, messages.waiting);
  const notice = (one: ReviewView['planned'][number]) => (
    <PlanNotice
      plan={one}
      language={language}
      now={now}
      action={action}
      href={reviewUrl(token, { book, plan: one.id })}
      tooLate={one === plan && props.tooLate}
    />
  );
  return (
    <Page
      language={language}
      title={titleOf(plan, props.deferral, waiting, language)}
      sender={sender}
      focusHeading={(plan !== null || props.deferral !== null) && posted === null}
      forReview
    >
      {plan === null ? (
        <p className="address">
          {messages.youAre(view.memberName, formatBrief(reader, view.expiresAt))}
        </p>
      ) : (
        <div className="plan">{notice(plan)}</div>
      )}
      {props.deferral !== null && <DeferralNotice deferral={props.deferral} language={language} />}
      {others.map((other) => (
        <section key={other.id}>
          <h2>{planTitle(other, language)}</h2>
          {notice(other)}
        </section>
      ))}
      {(plan !== null || props.deferral !== null) && (
        <section>
          <h2>{waiting}</h2>
        </section>
      )}
      <Quarantines {...{ view, reader, now, action, pageKey, posted }} />
      <Books view={view} token={token} book={book} inAll={inAll} reader={reader} />
      {view.waiting.nodes.length > 0 ? (
        <DecisionForm
          {...{ view, reader, now, total, action, pageKey }}
          posted={posted?.form.quarantine ? null : posted}
        />
      ) : (
        <>
          {posted?.error === 'outdated' && <p role="alert">{messages.outdated}</p>}
          <p>{inAll === 0 ? messages.noneWaitingNote : messages.noneHere}</p>
        </>
      )}
      <Pages {...{ token, view, book, after, reader }} />
      {view.recentlyDecided.length > 0 && (
        <details>
          <summary>{messages.recently}</summary>
          <ul>
            {view.recentlyDecided.map((request) => (
              <li key={request.id}>
                <Who request={request} messages={messages} />: {messages.decidedAs[request.state]},{' '}
                {request.decidedAt !== null && formatBrief(reader, request.decidedAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action={`/review/${token}`} className="away">
        <a href={`/review/${token}/figures`}>{messages.figures}</a>
        <a href={`/review/${token}/reports`}>{messages.reports.title}</a>
        <button name="intent" value="signOut">
          {messages.signOut}
        </button>
      </form>
    </Page>
  );
}

function titleOf(
  plan: ReviewView['planned'][number] | null,
  deferral: Deferral | null,
  waiting: string,
  language: Language,
): string {
  if (plan !== null) return planTitle(plan, language);
  if (deferral === null) return waiting;
  const { deferred } = REVIEW_MESSAGES[language];
  return deferral.deferred > 0
    ? plural(language, deferral.deferred, deferred)
    : REVIEW_MESSAGES[language].noneDeferred;
}

/** What came of deferring; the new deadlines stand in the list. */
function DeferralNotice({ deferral, language }: { deferral: Deferral; language: Language }) {
  const messages = REVIEW_MESSAGES[language];
  return (
    <div className="plan">
      {deferral.deferred > 0 && <p>{messages.deferredNote}</p>}
      {deferral.refused > 0 && <p>{plural(language, deferral.refused, messages.notDeferred)}</p>}
    </div>
  );
}

interface BooksProps extends Pick<ReviewPageProps, 'token' | 'view' | 'book' | 'reader'> {
  readonly inAll: number;
}

/** The filter; shown where there is something to choose. */
function Books({ token, view, book, inAll, reader: { language } }: BooksProps) {
  const messages = REVIEW_MESSAGES[language];
  const books = view.books.filter(({ id }) => id !== null);
  if (books.length < 2 && book === null) return null;
  const entries = [{ id: null, name: messages.allBooks, count: inAll }, ...books];
  return (
    <nav aria-label={messages.book} className="books">
      {entries.map(({ id, name, count }) => (
        <a
          key={id ?? ''}
          href={reviewUrl(token, { book: id })}
          aria-current={id === book ? 'true' : undefined}
        >
          {name} ({formatNumber(language, count)})
        </a>
      ))}
    </nav>
  );
}

function Pages(props: Pick<ReviewPageProps, 'token' | 'view' | 'book' | 'after' | 'reader'>) {
  const { token, view, book, after, reader } = props;
  const messages = REVIEW_MESSAGES[reader.language];
  const { hasNextPage, endCursor } = view.waiting.pageInfo;
  if (after === null && !hasNextPage) return null;
  return (
    <p className="pages">
      {after !== null && <a href={reviewUrl(token, { book })}>{messages.firstPage}</a>}
      {hasNextPage && (
        <a href={reviewUrl(token, { book, after: endCursor })}>{messages.nextPage}</a>
      )}
    </p>
  );
}
