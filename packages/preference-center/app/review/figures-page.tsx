import type { Language, LeaveReason } from '@adieu/domain';
import type { FiguresQuery } from '../api/generated/documents.ts';
import { Page } from '../components/page.tsx';
import { formatDay, formatSpan } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';
import { REVIEW_MESSAGES } from './messages/index.ts';
import { type Counted, DayPlot, NamePlot } from './plots.tsx';

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
    counts.map(({ day, count }) => ({ name: formatDay(day, language), count }));
  const { medianSeconds, p90Seconds } = figures;
  const reasonText = (reason: string | null) =>
    reason === null
      ? words.ownWordsOnly
      : (MESSAGES[language].reasons[reason as LeaveReason] ?? reason);
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
                formatSpan(medianSeconds, language),
                formatSpan(p90Seconds, language),
              )
            : null
        }
        values={figures.timeToDecision.map(({ withinSeconds, count }) => ({
          name:
            withinSeconds === null
              ? words.later
              : words.within(formatSpan(withinSeconds, language)),
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

interface FigureProps {
  readonly language: Language;
  readonly title: string;
  readonly note?: string | null;
  readonly values: readonly Counted[];
  readonly byDay?: boolean;
}

function Figure({ language, title, note = null, values, byDay = false }: FigureProps) {
  const words = REVIEW_MESSAGES[language];
  const numbers = new Intl.NumberFormat(language);
  const format = (value: number): string => numbers.format(value);
  const sum = values.reduce((total, { count }) => total + count, 0);
  const highest = values.toSorted((a, b) => b.count - a.count)[0];
  const total = words.total(title, format(sum));
  const label = highest && byDay ? words.most(total, format(highest.count), highest.name) : total;
  const Plot = byDay ? DayPlot : NamePlot;
  return (
    <section>
      <h2>{title}</h2>
      {sum === 0 ? (
        <p className="note">{words.nothing}</p>
      ) : (
        <>
          {note !== null && <p className="note">{note}</p>}
          <Plot label={label} values={values} format={format} />
          <details>
            <summary>{words.asTable}</summary>
            <table>
              <caption className="hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{byDay ? words.day : title}</th>
                  <th scope="col">{words.number}</th>
                </tr>
              </thead>
              <tbody>
                {values.map(({ name, count }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{format(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
