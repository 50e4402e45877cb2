import type { Language, LeaveReason } from '@adieu/domain';
import { formatDay, formatSpan, PAGE_MESSAGES, REVIEW_MESSAGES } from '@adieu/messages';
import type { FiguresQuery } from '../../api/generated/documents.ts';
import { Page } from '../../page/page.tsx';
import { Figure } from './figure.tsx';

interface FiguresPageProps {
  readonly token: string;
  readonly view: NonNullable<FiguresQuery['review']>;
  readonly language: Language;
}

/** What happened in the last 30 days: plots drawn here, each with its numbers in a table below. */
export function FiguresPage({ token, view, language }: FiguresPageProps) {
  const messages = REVIEW_MESSAGES[language];
  const { figures } = view;
  const sender = { accountName: view.organisationName, organisationName: view.organisationName };
  const days = (counts: readonly { day: string; count: number }[]) =>
    counts.map(({ day, count }) => ({ name: formatDay(language, day), count }));
  const { medianSeconds, p90Seconds } = figures;
  const reasonText = (reason: string | null) =>
    reason === null
      ? messages.ownWordsOnly
      : (PAGE_MESSAGES[language].reasons[reason as LeaveReason] ?? reason);
  return (
    <Page language={language} title={messages.figuresTitle} sender={sender} forReview>
      <p>
        <a href={`/review/${token}`}>{messages.backToRequests}</a>
      </p>
      <Figure
        {...{ language }}
        title={messages.requestsByDay}
        values={days(figures.requestsByDay)}
        byDay
      />
      <Figure
        {...{ language }}
        title={messages.byWay}
        values={figures.byMethod.map(({ method, count }) => ({
          name: messages.ways[method],
          count,
        }))}
      />
      <Figure
        {...{ language }}
        title={messages.byReason}
        values={figures.byReason.map(({ reason, count }) => ({ name: reasonText(reason), count }))}
      />
      <Figure
        {...{ language }}
        title={messages.timeToDecision}
        note={
          medianSeconds !== null && p90Seconds !== null
            ? messages.halfWithin(
                formatSpan(language, medianSeconds),
                formatSpan(language, p90Seconds),
              )
            : null
        }
        values={figures.timeToDecision.map(({ withinSeconds, count }) => ({
          name:
            withinSeconds === null
              ? messages.later
              : messages.within(formatSpan(language, withinSeconds)),
          count,
        }))}
      />
      <Figure
        {...{ language }}
        title={messages.stoppedByDay}
        note={messages.stoppedNote}
        values={days(figures.stoppedByDay)}
        byDay
      />
    </Page>
  );
}
