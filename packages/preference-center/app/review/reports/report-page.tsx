import type { Language, LeaveReason } from '@adieu/domain';
import {
  formatBrief,
  formatDay,
  formatHour,
  formatNumber,
  formatRate,
  PAGE_MESSAGES,
  readerOf,
  REVIEW_MESSAGES,
} from '@adieu/messages';
import type { ReportQuery } from '../../api/generated/documents.ts';
import { Page } from '../../page/page.tsx';
import { Figure } from '../figures/figure.tsx';
import { type Happened, overTime } from '../figures/over-time.ts';
import { rateOf } from '../figures/rate.ts';

type View = NonNullable<ReportQuery['review']>;
type Campaign = NonNullable<View['campaign']>;

interface ReportPageProps {
  readonly token: string;
  readonly view: View;
  readonly campaign: Campaign;
  readonly language: Language;
  readonly after: string | null;
}

/** What became of one campaign: its figures, who left by which way, what and why, and when (F5). */
export function ReportPage({ token, view, campaign, language, after }: ReportPageProps) {
  const reader = readerOf(language, { sender: null });
  const words = REVIEW_MESSAGES[language];
  const { reports } = words;
  const { report } = campaign;
  const sender = { accountName: view.organisationName, organisationName: view.organisationName };
  const base = `/review/${token}/reports`;
  const figure = { language, nothing: reports.nothing };
  return (
    <Page language={language} title={campaign.name} sender={sender} forReview>
      <p>
        <a href={base}>{reports.back}</a>
      </p>
      <p className="facts">
        {campaign.accountName} · {formatBrief(reader, campaign.releasedAt)} ·{' '}
        {reports.states[campaign.state]}
      </p>
      {campaign.pausedBecause !== null && <p className="plan">{reports.paused}</p>}
      <Numbers report={report} language={language} />
      <Figure
        {...figure}
        title={reports.stoppedBy}
        values={report.stoppedBecause.map(({ reason, count }) => ({
          name: reports.stops[reason] ?? reason,
          count,
        }))}
      />
      <Figure
        {...figure}
        title={words.byWay}
        values={report.optOutsByMethod.map(({ method, count }) => ({
          name: words.ways[method],
          count,
        }))}
      />
      <Figure
        {...figure}
        title={reports.byScope}
        values={report.optOutsByScope.map(({ scopeKind, count }) => ({
          name: reports.scopes[scopeKind],
          count,
        }))}
      />
      <Figure
        {...figure}
        title={words.byReason}
        values={report.optOutsByReason.map(({ reason, texts, count }) => ({
          name: textOf(texts, language) ?? reasonText(reason, language),
          count,
        }))}
      />
      <OverTime report={report} language={language} />
      <FreeTexts {...{ campaign, language, after }} href={`${base}/${campaign.id}`} />
    </Page>
  );
}

interface PartProps {
  readonly report: Campaign['report'];
  readonly language: Language;
}

function Numbers({ report, language }: PartProps) {
  const { reports } = REVIEW_MESSAGES[language];
  const { sent } = report;
  const rows = [
    ['audience', report.audience, false],
    ['stopped', report.stopped, false],
    ['held', report.held, false],
    ['failed', report.failed, false],
    ['sent', sent, false],
    ['bounced', report.bounced, true],
    ['left', report.optOuts, true],
    ['complained', report.complaints, true],
  ] as const;
  return (
    <section>
      <h2>{reports.becameOf}</h2>
      <table>
        <caption className="hidden">{reports.becameOf}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {reports.amount} · {reports.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count, hasShare]) => (
            <tr key={name}>
              <th scope="row">{reports[name]}</th>
              <td>
                {formatNumber(language, count)}
                {hasShare && <> · {formatRate(language, rateOf(count, sent))}</>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OverTime({ report, language }: PartProps) {
  const { reports, day } = REVIEW_MESSAGES[language];
  const { step, values } = overTime(report.byHour, report.byDay);
  const reader = readerOf(language, { sender: null });
  const nameOf = (from: string): string =>
    step === 'HOUR' ? formatHour(reader, from) : formatDay(language, from);
  const plots = [
    [reports.sentTime, 'sent'],
    [reports.leftTime, 'optOuts'],
    [reports.complainedTime, 'complaints'],
  ] as const satisfies readonly (readonly [string, keyof Happened])[];
  return plots.map(([title, what]) => (
    <Figure
      key={what}
      {...{ language, title }}
      nothing={reports.nothing}
      unit={step === 'HOUR' ? reports.hour : day}
      values={values.map((one) => ({ name: nameOf(one.from), count: one[what] }))}
      byDay
    />
  ));
}

interface FreeTextsProps {
  readonly campaign: Campaign;
  readonly language: Language;
  readonly after: string | null;
  readonly href: string;
}

/** In the words of those who left; as text, never markup. */
function FreeTexts({ campaign, language, after, href }: FreeTextsProps) {
  const reader = readerOf(language, { sender: null });
  const words = REVIEW_MESSAGES[language];
  const { nodes, pageInfo } = campaign.freeTexts;
  return (
    <section>
      <h2>{words.reports.ownWords}</h2>
      {nodes.length === 0 ? (
        <p className="note">{words.reports.noOwnWords}</p>
      ) : (
        <ul className="texts">
          {nodes.map(({ text, reason, givenAt }, i) => (
            <li key={i}>
              <q className="said">{text}</q>
              <span className="facts">
                {reason !== null && <>{reasonText(reason, language)} · </>}
                {formatBrief(reader, givenAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {(after !== null || pageInfo.hasNextPage) && (
        <p className="pages">
          {after !== null && <a href={href}>{words.firstPage}</a>}
          {pageInfo.hasNextPage && (
            <a href={`${href}?after=${pageInfo.endCursor}`}>{words.nextPage}</a>
          )}
        </p>
      )}
    </section>
  );
}

/** A word of the house's list in the reader's language; an account's own as it stands. */
function reasonText(reason: string, language: Language): string {
  return PAGE_MESSAGES[language].reasons[reason as LeaveReason] ?? reason;
}

/** An account's own reason in the reader's language, or else in the first that it has. */
function textOf(
  texts: readonly { readonly language: string; readonly text: string }[],
  language: Language,
): string | null {
  return (texts.find((one) => one.language === language) ?? texts[0])?.text ?? null;
}
