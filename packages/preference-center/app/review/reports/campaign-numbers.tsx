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
  const rows = report.sms === null ? ofMails(report) : ofSms(report, report.sms);
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

type Report = ReportedCampaign['report'];

const ofMails = (report: Report) =>
  [
    ['audience', report.audience, false],
    ['stopped', report.stopped, false],
    ['held', report.held, false],
    ['failed', report.failed, false],
    ['sent', report.sent, false],
    ['bounced', report.bounced, true],
    ['hardBounces', report.hardBounces, true],
    ['softBounces', report.softBounces, true],
    ['left', report.optOuts, true],
    ['complained', report.complaints, true],
  ] as const;

/** An SMS does not come back, and nobody marks it as spam: its gateway says what became of it. */
const ofSms = (report: Report, sms: NonNullable<Report['sms']>) =>
  [
    ['audience', report.audience, false],
    ['stopped', report.stopped, false],
    ['heldSms', report.held, false],
    ['failedSms', report.failed, false],
    ['sent', report.sent, false],
    ['parts', sms.parts, false],
    ['delivered', sms.delivered, true],
    ['undelivered', sms.undelivered, true],
    ['unheard', sms.unheard, true],
    ['left', report.optOuts, true],
    ['leftAtGateway', sms.optedOut, true],
  ] as const;
