import type { Language, TimeoutOutcome } from '@adieu/domain';
import { formatInstant, MAIL_MESSAGES, plural, type Reader } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface DigestProps extends Reader {
  readonly organisation: string;
  /** One for each book and outcome, what ends first first. Counts, never addresses (C4). */
  readonly lines: readonly {
    readonly name: string;
    readonly onTimeout: TimeoutOutcome;
    readonly open: number;
    readonly fresh: number;
    readonly oldestDeadline: Date;
  }[];
  /** Where to decide; null where there is no such page, then the mail names the GraphQL documents. */
  readonly reviewUrl: string | null;
  /** Where a member sees what they may do. */
  readonly membersUrl: string;
}

/** Tells an admin what waits for a decision, in one mail for all of it (N1, P3). */
export function DigestEmail(props: DigestProps) {
  const { language, lines, reviewUrl } = props;
  const messages = MAIL_MESSAGES[language].digest;
  const fresh = sum(lines.map((line) => line.fresh));
  return (
    <Frame language={language} preview={digestSubject(props)} signature={props.organisation}>
      <Text style={paragraph}>
        {waiting(props)}. {fresh > 0 ? plural(language, fresh, messages.fresh) : messages.noneFresh}
      </Text>
      {lines.map((line, i) => (
        <Text key={`${i} ${line.name}`} style={{ ...paragraph, ...entry }}>
          <strong>{line.name}</strong>: {counts(language, line)}
          <br />
          {messages.firstDeadline(formatInstant(props, line.oldestDeadline))}
          <br />
          {messages.atTheEnd[line.onTimeout]}
        </Text>
      ))}
      <Text style={paragraph}>{reviewUrl === null ? messages.decideByApi : messages.decide}</Text>
      {reviewUrl !== null && (
        <Text style={paragraph}>
          <Link href={reviewUrl} style={action}>
            {messages.decideButton}
          </Link>
        </Text>
      )}
      <Text style={{ ...paragraph, fontSize: '14px', lineHeight: '20px' }}>
        {messages.why(props.organisation, props.membersUrl)}
      </Text>
    </Frame>
  );
}

export function digestSubject(props: DigestProps): string {
  return `${props.organisation}: ${waiting(props)}`;
}

const entry = { borderLeft: '3px solid #8a9a9a', paddingLeft: '12px' } as const;

function waiting({ language, lines }: DigestProps): string {
  return plural(
    language,
    sum(lines.map(({ open }) => open)),
    MAIL_MESSAGES[language].digest.waiting,
  );
}

function counts(language: Language, { open, fresh }: DigestProps['lines'][number]): string {
  const messages = MAIL_MESSAGES[language].digest;
  const requests = plural(language, open, messages.requests);
  return fresh === 0 ? requests : `${requests}, ${plural(language, fresh, messages.ofThemNew)}`;
}

function sum(counted: readonly number[]): number {
  return counted.reduce((total, n) => total + n, 0);
}
