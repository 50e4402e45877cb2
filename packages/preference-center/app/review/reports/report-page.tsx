import { formatBrief, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import { Page } from '../../page/page.tsx';
import { Figure } from '../figures/figure.tsx';
import { CampaignNumbers } from './campaign-numbers.tsx';
import { CampaignOverTime } from './campaign-over-time.tsx';
import { FreeTexts } from './free-texts.tsx';
import type { ReportedCampaign, ReportView } from './reported-campaign.ts';
import { reasonText, textOf } from './reason-text.ts';

interface ReportPageProps {
  readonly token: string;
  readonly view: ReportView;
  readonly campaign: ReportedCampaign;
  readonly reader: Reader;
  readonly after: string | null;
}

/** What became of one campaign: its figures, who left by which way, what and why, and when (F5). */
export function ReportPage({ token, view, campaign, reader, after }: ReportPageProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const { reports } = messages;
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
      <CampaignNumbers report={report} language={language} />
      <p className="note">{reports.requestsNote}</p>
      <Figure
        {...figure}
        title={reports.stoppedBy}
        values={report.stoppedBecause.map(({ reason, count }) => ({
          name: reports.stops[reason] ?? reason,
          count,
        }))}
      />
      {report.sms !== null && (
        <Figure
          {...figure}
          title={reports.smsFailures}
          values={report.sms.failures.map(({ code, count }) => ({
            name: code ?? reports.noCode,
            count,
          }))}
        />
      )}
      <Figure
        {...figure}
        title={messages.byWay}
        values={report.optOutsByMethod.map(({ method, count }) => ({
          name: messages.ways[method],
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
        title={messages.byReason}
        values={report.optOutsByReason.map(({ reason, texts, count }) => ({
          name: textOf(texts, language) ?? reasonText(reason, language),
          count,
        }))}
      />
      <CampaignOverTime report={report} reader={reader} />
      <FreeTexts {...{ campaign, reader, after }} href={`${base}/${campaign.id}`} />
    </Page>
  );
}
