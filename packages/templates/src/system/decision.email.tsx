import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Fragment } from 'react';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface DecisionProps extends Reader {
  readonly organisation: string;
  /** Who answers for it, line by line. */
  readonly imprint?: readonly string[];
  readonly scope: string;
  readonly receivedAt: Date;
  /** The admin's words, for a decline; null for a revert. */
  readonly reason: string | null;
  /** The page of the link by which the wish came, if it came by one. */
  readonly pageUrl: string | null;
}

/** Tells that a wish to leave a service list was declined (with the reason) or ran out undecided (W-7). */
export function DecisionEmail(props: DecisionProps) {
  const messages = MAIL_MESSAGES[props.language].decision;
  const when = formatInstant(props, props.receivedAt);
  const what = props.reason === null ? messages.reverted : messages.declined;
  return (
    <Frame
      language={props.language}
      preview={decisionSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
    >
      <Text style={paragraph}>{what(props.scope, when, props.organisation)}</Text>
      {props.reason !== null && (
        <>
          <Text style={{ ...paragraph, margin: '0 0 4px' }}>{messages.declinedReason}</Text>
          <Text
            style={{
              ...paragraph,
              borderLeft: '3px solid #8a9a9a',
              paddingLeft: '12px',
            }}
          >
            {props.reason.split('\n').map((line, i) => (
              <Fragment key={i}>
                {i > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </Text>
        </>
      )}
      <Text style={paragraph}>{messages.comesAgain}</Text>
      <Text style={paragraph}>
        {props.pageUrl === null ? messages.askAgain : messages.askAgainHere}
      </Text>
      {props.pageUrl !== null && (
        <Text style={paragraph}>
          <Link href={props.pageUrl} style={action}>
            {messages.askAgainButton}
          </Link>
        </Text>
      )}
    </Frame>
  );
}

DecisionEmail.PreviewProps = {
  language: 'en',
  timeZone: 'UTC',
  organisation: 'Nordlys',
  scope: 'Staff information',
  receivedAt: new Date('2026-05-04T08:00:00Z'),
  reason:
    'You are on call until the end of May, and these messages tell you when.\nAsk again in June.',
  pageUrl: 'https://leave.example.test/u/preview',
} satisfies DecisionProps;

export function decisionSubject({ language, scope, reason }: DecisionProps): string {
  const messages = MAIL_MESSAGES[language].decision;
  return reason === null ? messages.revertedSubject(scope) : messages.declinedSubject(scope);
}
