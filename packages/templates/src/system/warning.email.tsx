import type { Language, WarningKind } from '@adieu/domain';
import { formatNumber, formatRate, MAIL_MESSAGES } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface WarningProps {
  readonly language: Language;
  readonly organisation: string;
  readonly account: string;
  readonly campaign: string;
  readonly kind: WarningKind;
  readonly sent: number;
  /** Those who left, or complained. */
  readonly counted: number;
  /** The account's average opt-out rate, 0 to 1; null where there is none. */
  readonly usual: number | null;
  /** Where an admin signs in to see the reports. */
  readonly reviewUrl: string;
}

/** Warns an admin that a campaign drives people away (F3, W-14). Figures only, never addresses (C4). */
export function WarningEmail(props: WarningProps) {
  const { language, kind, sent, counted, usual } = props;
  const messages = MAIL_MESSAGES[language].warning;
  const said = messages.said[kind]({
    campaign: props.campaign,
    account: props.account,
    rate: formatRate(language, counted / sent),
    counted: formatNumber(language, counted),
    sent: formatNumber(language, sent),
  });
  return (
    <Frame language={language} preview={warningSubject(props)} signature={props.organisation}>
      <Text style={paragraph}>
        {said} {usual !== null && messages.usual(formatRate(language, usual))}
      </Text>
      <Text style={paragraph}>{messages.advice[kind]}</Text>
      <Text style={paragraph}>
        <Link href={props.reviewUrl} style={action}>
          {MAIL_MESSAGES[language].weeklyReport.button}
        </Link>
      </Text>
      <Text style={{ ...paragraph, fontSize: '14px', lineHeight: '20px' }}>
        {kind === 'COMPLAINT_PAUSE'
          ? messages.eachTime(props.organisation)
          : messages.once(props.organisation)}
      </Text>
    </Frame>
  );
}

WarningEmail.PreviewProps = {
  language: 'en',
  organisation: 'Nordlys',
  account: 'Nordlys Shop',
  campaign: 'Spring',
  kind: 'OPT_OUT_RATE',
  sent: 12_000,
  counted: 150,
  usual: 0.0031,
  reviewUrl: 'https://leave.example.test/review',
} satisfies WarningProps;

export function warningSubject({ language, organisation, campaign, kind }: WarningProps): string {
  const { paused, subject } = MAIL_MESSAGES[language].warning;
  return `${organisation}: ${kind === 'COMPLAINT_PAUSE' ? paused(campaign) : subject(campaign)}`;
}
