import { COMPLAINT_PAUSE, WARNING } from '@adieu/domain';
import {
  formatBrief,
  formatDay,
  formatNumber,
  formatRate,
  type Reader,
  REVIEW_MESSAGES,
} from '@adieu/messages';
import type { ReportsQuery } from '../../api/generated/documents.ts';
import { Page } from '../../page/page.tsx';
import { rateOf } from '../figures/rate.ts';
import { RatePlot } from '../figures/rate-plot.tsx';

type View = NonNullable<ReportsQuery['review']>;

interface ReportsPageProps {
  readonly token: string;
  readonly view: View;
  readonly reader: Reader;
  readonly after: string | null;
}

/** The campaigns that were released, the newest first, and how each account does over time (F5). */
export function ReportsPage({ token, view, reader, after }: ReportsPageProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const sender = { accountName: view.organisationName, organisationName: view.organisationName };
  const { nodes, pageInfo } = view.campaigns;
  const base = `/review/${token}/reports`;
  return (
    <Page language={language} title={messages.reports.title} sender={sender} forReview>
      <p>
        <a href={`/review/${token}`}>{messages.backToRequests}</a>
      </p>
      <section>
        <h2>{messages.reports.campaigns}</h2>
        {nodes.length === 0 ? (
          <p className="note">{messages.reports.none}</p>
        ) : (
          <ul className="campaigns">
            {nodes.map((campaign) => (
              <li key={campaign.id}>
                <a href={`${base}/${campaign.id}`}>{campaign.name}</a>
                <Facts campaign={campaign} reader={reader} />
              </li>
            ))}
          </ul>
        )}
        {(after !== null || pageInfo.hasNextPage) && (
          <p className="pages">
            {after !== null && <a href={base}>{messages.firstPage}</a>}
            {pageInfo.hasNextPage && (
              <a href={`${base}?after=${pageInfo.endCursor}`}>{messages.nextPage}</a>
            )}
          </p>
        )}
      </section>
      {after === null &&
        view.accounts.map((account) => (
          <Trend key={account.id} account={account} reader={reader} />
        ))}
      <form method="post" action={base} className="away">
        <span>
          {view.weeklyReport ? messages.reports.weeklyComes : messages.reports.weeklyStopped}
        </span>
        <button name="weekly" value={view.weeklyReport ? 'stop' : 'start'}>
          {view.weeklyReport ? messages.reports.stopWeekly : messages.reports.startWeekly}
        </button>
      </form>
    </Page>
  );
}

interface FactsProps {
  readonly campaign: View['campaigns']['nodes'][number];
  readonly reader: Reader;
}

function Facts({ campaign, reader }: FactsProps) {
  const { language } = reader;
  const { reports } = REVIEW_MESSAGES[language];
  const { accountName, releasedAt, state, sent, optOuts, complaints, countedAt } = campaign;
  const share = (count: number): string => formatRate(language, rateOf(count, sent));
  const figures = reports.counted(formatNumber(language, sent), share(optOuts), share(complaints));
  return (
    <>
      <span className="facts">
        {accountName} · {formatBrief(reader, releasedAt)} · {reports.states[state]}
      </span>
      <span className="facts">
        {countedAt === null
          ? reports.notCounted
          : reports.countedAt(figures, formatBrief(reader, countedAt))}
      </span>
    </>
  );
}

interface TrendProps {
  readonly account: View['accounts'][number];
  readonly reader: Reader;
}

/** An account's rates by week, beside its average and the lines at which it is warned. */
function Trend({ account, reader }: TrendProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const { reports } = messages;
  const { periods, averageOptOutRate } = account.trend;
  const rate = (value: number): string => formatRate(language, value);
  const plot = (
    title: string,
    values: readonly { readonly name: string; readonly rate: number }[],
    lines: { readonly dashed: number; readonly dotted: number | null },
  ) => {
    const highest = values.toSorted((a, b) => b.rate - a.rate)[0]!;
    const label = reports.highest(title, rate(highest.rate), highest.name);
    return <RatePlot {...{ label, values, ...lines }} format={rate} />;
  };
  const named = periods.map((period) => ({ ...period, name: formatDay(language, period.from) }));
  if (named.length === 0) return null;
  const countedAt = periods.findLast((period) => period.countedAt !== null)?.countedAt ?? null;
  return (
    <section>
      <h2>{reports.trend(account.name)}</h2>
      {countedAt !== null && (
        <p className="note">
          {reports.figuresFrom(
            formatBrief(reader, countedAt),
            formatNumber(language, WARNING.countedDays),
          )}
        </p>
      )}
      <h3>{reports.optOutRate}</h3>
      <p className="note">
        {reports.warnsAt(rate(WARNING.optOutRate))}{' '}
        {averageOptOutRate === null ? reports.noAverage : reports.usual(rate(averageOptOutRate))}
      </p>
      {plot(
        reports.optOutRate,
        named.map(({ name, optOutRate }) => ({ name, rate: optOutRate })),
        { dashed: WARNING.optOutRate, dotted: averageOptOutRate },
      )}
      <h3>{reports.complaintRate}</h3>
      <p className="note">
        {reports.warnsAt(rate(WARNING.complaintRate))}{' '}
        {reports.pausesAt(rate(COMPLAINT_PAUSE.rate))}
      </p>
      {plot(
        reports.complaintRate,
        named.map(({ name, complaintRate }) => ({ name, rate: complaintRate })),
        { dashed: WARNING.complaintRate, dotted: COMPLAINT_PAUSE.rate },
      )}
      <details>
        <summary>{messages.asTable}</summary>
        <table>
          <caption className="hidden">{reports.trend(account.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{reports.week}</th>
              <th scope="col">{reports.sent}</th>
              <th scope="col">{reports.left}</th>
              <th scope="col">{reports.complained}</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ from, name, sent, optOutRate, complaintRate }) => (
              <tr key={from}>
                <th scope="row">{name}</th>
                <td>{formatNumber(language, sent)}</td>
                <td>{rate(optOutRate)}</td>
                <td>{rate(complaintRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
