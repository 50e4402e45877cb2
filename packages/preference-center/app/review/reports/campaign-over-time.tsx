import { formatDay, formatHour, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import { Figure } from '../figures/figure.tsx';
import { type Happened, overTime } from '../figures/over-time.ts';
import type { ReportedCampaign } from './reported-campaign.ts';

interface CampaignOverTimeProps {
  readonly report: ReportedCampaign['report'];
  readonly reader: Reader;
}

/** When it was sent, and when people left and complained: by hour where all of it happened in few days. */
export function CampaignOverTime({ report, reader }: CampaignOverTimeProps) {
  const { language } = reader;
  const { reports, day } = REVIEW_MESSAGES[language];
  const { step, values } = overTime(report.byHour, report.byDay);
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
