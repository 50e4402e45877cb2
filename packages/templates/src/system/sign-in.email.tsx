import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface SignInProps extends Reader {
  readonly organisation: string;
  readonly signInUrl: string;
  readonly expiresAt: Date;
}

/** Carries a way in to the review, for somebody who decides about requests. */
export function SignInEmail(props: SignInProps) {
  const messages = MAIL_MESSAGES[props.language].signIn;
  return (
    <Frame language={props.language} preview={signInSubject(props)} signature={props.organisation}>
      <Text style={paragraph}>{messages.asked(props.organisation)}</Text>
      <Text style={paragraph}>
        <Link href={props.signInUrl} style={action}>
          {messages.button}
        </Link>
      </Text>
      <Text style={paragraph}>{messages.until(formatInstant(props, props.expiresAt))}</Text>
      <Text style={paragraph}>{messages.otherwise}</Text>
    </Frame>
  );
}

export function signInSubject({ language, organisation }: SignInProps): string {
  return MAIL_MESSAGES[language].signIn.subject(organisation);
}
