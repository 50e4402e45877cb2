import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface DoubleOptInProps extends Reader {
  readonly organisation: string;
  /** Who answers for it, line by line. */
  readonly imprint?: readonly string[];
  readonly account: string;
  readonly scope: string;
  readonly confirmUrl: string;
  readonly expiresAt: Date;
}

/** Asks for the second step. Who, what, the link, and "ignore it if it was not you"; no advertising (D-4). */
export function DoubleOptInEmail(props: DoubleOptInProps) {
  const words = MAIL_MESSAGES[props.language].doubleOptIn;
  return (
    <Frame
      language={props.language}
      preview={doubleOptInSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
    >
      <Text style={paragraph}>{words.asked(props.scope, props.organisation)}</Text>
      <Text style={paragraph}>{words.open}</Text>
      <Text style={paragraph}>
        <Link href={props.confirmUrl} style={action}>
          {words.button}
        </Link>
      </Text>
      <Text style={paragraph}>
        {words.until(formatInstant(props, props.expiresAt))} {words.withdraw}
      </Text>
      <Text style={paragraph}>{words.otherwise}</Text>
    </Frame>
  );
}

DoubleOptInEmail.PreviewProps = {
  language: 'en',
  timeZone: 'UTC',
  organisation: 'Nordlys',
  account: 'Nordlys Shop',
  scope: 'Product news',
  confirmUrl: 'https://leave.example.test/o/preview',
  expiresAt: new Date('2026-05-11T08:00:00Z'),
} satisfies DoubleOptInProps;

export function doubleOptInSubject({ language, scope, account }: DoubleOptInProps): string {
  return MAIL_MESSAGES[language].doubleOptIn.subject(scope, account);
}
