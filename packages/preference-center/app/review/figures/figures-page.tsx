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
  const words = REVIEW_MESSAGES[language];
  const { figures } = view;
  const sender = { accountName: view.organisationName, organisationName: view.organisationName };
  const days = (counts: readonly { day: string; count: number }[]) =>
    counts.map(({ day, count }) => ({ name: formatDay(language, day), count }));
  const { medianSeconds, p90Seconds } = figures;
  const reasonText = (reason: string | null) =>
    reason === null
      ? words.ownWordsOnly
      : (PAGE_MESSAGES[language].reasons[reason as LeaveReason] ?? reason);
  return (
    <Page language={language} title={words.figuresTitle} sender={sender} forReview>
      <p>
        <a href={`/review/${token}`}>{words.backToRequests}</a>
      </p>
      <Figure
        {...{ language }}
        title={words.requestsByDay}
        values={days(figures.requestsByDay)}
        byDay
      />
      <Figure
        {...{ language }}
        title={words.byWay}
        values={figures.byMethod.map(({ method, count }) => ({ name: words.ways[method], count }))}
      />
      <Figure
        {...{ language }}
        title={words.byReason}
        values={figures.byReason.map(({ reason, count }) => ({ name: reasonText(reason), count }))}
      />
      <Figure
        {...{ language }}
        title={words.timeToDecision}
        note={
          medianSeconds !== null && p90Seconds !== null
            ? words.halfWithin(
                formatSpan(language, medianSeconds),
                formatSpan(language, p90Seconds),
              )
            : null
        }
        values={figures.timeToDecision.map(({ withinSeconds, count }) => ({
          name:
            withinSeconds === null
              ? words.later
              : words.within(formatSpan(language, withinSeconds)),
          count,
        }))}
      />
      <Figure
        {...{ language }}
        title={words.stoppedByDay}
        note={words.stoppedNote}
        values={days(figures.stoppedByDay)}
        byDay
      />
    </Page>
  );
}
