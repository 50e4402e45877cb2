import type { Language } from '@adieu/domain';
import { formatNumber, formatRate, REVIEW_MESSAGES } from '@adieu/messages';
import { rateOf } from '../figures/rate.ts';
import type { ReportedCampaign } from './reported-campaign.ts';

interface CampaignNumbersProps {
  readonly report: ReportedCampaign['report'];
  readonly language: Language;
}

/** What became of the audience, as a table: amounts, and shares of what was sent. */
export function CampaignNumbers({ report, language }: CampaignNumbersProps) {
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
      <p className="note">{reports.peopleNote}</p>
    </section>
  );
}
