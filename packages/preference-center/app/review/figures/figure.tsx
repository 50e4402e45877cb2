import type { Language } from '@adieu/domain';
import { formatNumber, REVIEW_MESSAGES } from '@adieu/messages';
import { type Counted, DayPlot, NamePlot } from './plots.tsx';

interface FigureProps {
  readonly language: Language;
  readonly title: string;
  readonly note?: string | null;
  readonly values: readonly Counted[];
  readonly byDay?: boolean;
  /** What one of the values is of, for the head of the table; days if not given. */
  readonly unit?: string;
  /** Said where all is zero. */
  readonly nothing?: string;
}

/** A plot with a name that says what it shows, and its numbers in a table below. */
export function Figure(props: FigureProps) {
  const { language, title, note = null, values, byDay = false } = props;
  const messages = REVIEW_MESSAGES[language];
  const { unit = messages.day, nothing = messages.nothing } = props;
  const format = (value: number): string => formatNumber(language, value);
  const sum = values.reduce((total, { count }) => total + count, 0);
  const highest = values.toSorted((a, b) => b.count - a.count)[0];
  const total = messages.total(title, format(sum));
  const label =
    highest && byDay ? messages.most(total, format(highest.count), highest.name) : total;
  const Plot = byDay ? DayPlot : NamePlot;
  return (
    <section>
      <h2>{title}</h2>
      {sum === 0 ? (
        <p className="note">{nothing}</p>
      ) : (
        <>
          {note !== null && <p className="note">{note}</p>}
          <Plot label={label} values={values} format={format} />
          <details>
            <summary>{messages.asTable}</summary>
            <table>
              <caption className="hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{byDay ? unit : title}</th>
                  <th scope="col">{messages.number}</th>
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
