import { COMPLAINT_PAUSE, WARNING } from '@adieu/domain';
import {
  formatBrief,
  formatDay,
  formatNumber,
  formatRate,
  MAIL_MESSAGES,
  plural,
  type Reader,
  REVIEW_MESSAGES,
} from '@adieu/messages';
import { Img, Link, Text } from 'react-email';
import type { Picture } from '../mime/compose-mail.ts';
import { drawPng } from '../report/draw-png.ts';
import { PLOT_WIDTH, plotHeight, type RatePlot, rateSvg } from '../report/rate-svg.ts';
import { action, Frame, paragraph } from './frame.tsx';

export interface WeeklyReportProps extends Reader {
  readonly organisation: string;
  readonly account: string;
  /** The Monday that the week begins with, `2026-11-23`. */
  readonly week: string;
  /** Those that were released in it, the largest first. Figures only, never addresses (C4). */
  readonly campaigns: readonly {
    readonly name: string;
    readonly sent: number;
    readonly optOuts: number;
    readonly complaints: number;
  }[];
  /** The weeks before and this one, the oldest first; rates from 0 to 1. */
  readonly weeks: readonly {
    readonly from: Date;
    readonly optOutRate: number;
    readonly complaintRate: number;
  }[];
  /** As of when the plots were counted; null where nothing of them was. */
  readonly countedAt: Date | null;
  /** The account's average opt-out rate; null where there is none yet. */
  readonly usual: number | null;
  /** The page of reports, where this mail can be stopped too. */
  readonly reportsUrl: string;
}

const MOST_LISTED = 10;
const PLOTS = ['left', 'complained'] as const;
type PlotName = (typeof PLOTS)[number];

/** Once a week: what an account sent, who left and complained, and how that compares (F5). */
export function WeeklyReportEmail(props: WeeklyReportProps) {
  const { language, account, campaigns, countedAt } = props;
  const messages = MAIL_MESSAGES[language].weeklyReport;
  const share = (count: number, sent: number): string => formatRate(language, count / sent);
  const sent = campaigns.reduce((sum, one) => sum + one.sent, 0);
  const howMany = plural(language, campaigns.length, messages.campaigns);
  return (
    <Frame language={language} preview={weeklyReportSubject(props)} signature={props.organisation}>
      <Text style={paragraph}>
        {messages.said(dayOf(props), account, howMany, formatNumber(language, sent))}
      </Text>
      {campaigns.slice(0, MOST_LISTED).map((one, i) => (
        <Text key={`${i} ${one.name}`} style={{ ...paragraph, ...entry }}>
          <strong>{one.name}</strong>
          <br />
          {messages.figures(
            formatNumber(language, one.sent),
            share(one.optOuts, one.sent),
            share(one.complaints, one.sent),
          )}
        </Text>
      ))}
      {campaigns.length > MOST_LISTED && (
        <Text style={paragraph}>
          {messages.more(formatNumber(language, campaigns.length - MOST_LISTED))}
        </Text>
      )}
      {PLOTS.map((name) => (
        <Plot key={name} name={name} {...props} />
      ))}
      {countedAt !== null && (
        <Text style={paragraph}>
          {REVIEW_MESSAGES[language].reports.figuresFrom(
            formatBrief(props, countedAt),
            formatNumber(language, WARNING.countedDays),
          )}
        </Text>
      )}
      <Text style={paragraph}>
        <Link href={props.reportsUrl} style={action}>
          {messages.button}
        </Link>
      </Text>
      <Text style={{ ...paragraph, fontSize: '14px', lineHeight: '20px' }}>{messages.why}</Text>
    </Frame>
  );
}

WeeklyReportEmail.PreviewProps = {
  language: 'en',
  timeZone: 'UTC',
  organisation: 'Nordlys',
  account: 'Nordlys Shop',
  week: '2026-11-16',
  campaigns: [
    { name: 'Spring', sent: 12_000, optOuts: 150, complaints: 6 },
    { name: 'Shoes & <boots>', sent: 4_100, optOuts: 9, complaints: 0 },
  ],
  weeks: [31, 28, 40, 22, 35, 30, 99].map((left, i) => ({
    from: new Date(Date.UTC(2026, 9, 5 + 7 * i)),
    optOutRate: left / 10_000,
    complaintRate: (left % 7) / 10_000,
  })),
  countedAt: new Date('2026-11-23T06:50:00Z'),
  usual: 0.0031,
  reportsUrl: 'https://leave.example.test/review/x/reports',
} satisfies WeeklyReportProps;

export function weeklyReportSubject(props: WeeklyReportProps): string {
  return MAIL_MESSAGES[props.language].weeklyReport.subject(dayOf(props), props.account);
}

/** The plots as pictures, as the HTML names them. */
export function weeklyReportPictures(props: WeeklyReportProps): Picture[] {
  return PLOTS.map((name) => ({ cid: cidOf(name), png: drawPng(rateSvg(plotOf(props, name))) }));
}

function Plot({ name, ...props }: WeeklyReportProps & { readonly name: PlotName }) {
  const messages = MAIL_MESSAGES[props.language].weeklyReport;
  const plot = plotOf(props, name);
  const alt = messages.plot(messages[name], plot.format(plot.values.at(-1)?.rate ?? 0));
  return (
    <>
      <Text style={{ ...paragraph, margin: '24px 0 8px' }}>
        <strong>{alt}</strong>
      </Text>
      <Img
        src={`cid:${cidOf(name)}`}
        alt={alt}
        width={PLOT_WIDTH}
        style={{
          width: '100%',
          maxWidth: `${PLOT_WIDTH}px`,
          height: 'auto',
          aspectRatio: `${PLOT_WIDTH} / ${plotHeight(plot)}`,
          marginBottom: '16px',
        }}
      />
    </>
  );
}

function plotOf({ language, weeks, usual }: WeeklyReportProps, name: PlotName): RatePlot {
  const messages = MAIL_MESSAGES[language].weeklyReport;
  const format = (rate: number): string => formatRate(language, rate);
  const isLeft = name === 'left';
  const dashed = isLeft ? WARNING.optOutRate : WARNING.complaintRate;
  const dotted = isLeft ? usual : COMPLAINT_PAUSE.rate;
  const nameOf = isLeft ? messages.usual : messages.pausesAt;
  return {
    values: weeks.map(({ from, optOutRate, complaintRate }) => ({
      name: formatDay(language, from),
      rate: isLeft ? optOutRate : complaintRate,
    })),
    lines: [
      { rate: dashed, style: 'dashed', name: messages.warnsAt(format(dashed)) },
      ...(dotted === null
        ? []
        : [{ rate: dotted, style: 'dotted', name: nameOf(format(dotted)) } as const]),
    ],
    format,
  };
}

const entry = { borderLeft: '3px solid #8a9a9a', paddingLeft: '12px' } as const;
const cidOf = (name: PlotName): string => `${name}@weekly-report`;
const dayOf = ({ language, week }: WeeklyReportProps): string => formatDay(language, week);
