import type { ScopeKind } from '@adieu/domain';
import { formatInstant, MAIL_MESSAGES, type Reader, wantedText } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface DoubleOptInProps extends Reader {
  readonly organisation: string;
  /** Who answers for it, line by line. */
  readonly imprint?: readonly string[];
  readonly account: string;
  readonly scope: { readonly kind: ScopeKind; readonly name: string };
  readonly confirmUrl: string;
  readonly expiresAt: Date;
}

/** Asks for the second step. Who, what, the link, and "ignore it if it was not you"; no advertising (D-4). */
export function DoubleOptInEmail(props: DoubleOptInProps) {
  const messages = MAIL_MESSAGES[props.language].doubleOptIn;
  return (
    <Frame
      language={props.language}
      preview={doubleOptInSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
    >
      <Text style={paragraph}>
        {messages.asked(wantedText(props.language, props.scope, props.account))}
      </Text>
      <Text style={paragraph}>{messages.open}</Text>
      <Text style={paragraph}>
        <Link href={props.confirmUrl} style={action}>
          {messages.button}
        </Link>
      </Text>
      <Text style={paragraph}>
        {messages.until(formatInstant(props, props.expiresAt))} {messages.withdraw}
      </Text>
      <Text style={paragraph}>{messages.otherwise}</Text>
    </Frame>
  );
}

DoubleOptInEmail.PreviewProps = {
  language: 'en',
  timeZone: 'UTC',
  organisation: 'Nordlys',
  account: 'Nordlys Shop',
  scope: { kind: 'TOPIC', name: 'Product news' },
  confirmUrl: 'https://leave.example.test/o/preview',
  expiresAt: new Date('2026-05-11T08:00:00Z'),
} satisfies DoubleOptInProps;

export function doubleOptInSubject({ language, scope, account }: DoubleOptInProps): string {
  return MAIL_MESSAGES[language].doubleOptIn.subject(wantedText(language, scope, account));
}
