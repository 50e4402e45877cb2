import type { Language } from '@adieu/domain';
import { Link, Text } from 'react-email';
import { formatInstant } from './format-instant.ts';
import { action, Frame, paragraph } from './frame.tsx';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

export interface SignInProps {
  readonly language: Language;
  readonly organisation: string;
  readonly signInUrl: string;
  readonly expiresAt: Date;
}

/** Carries a way in to the review, for somebody who decides about requests. */
export function SignInEmail(props: SignInProps) {
  const words = SIGN_IN_WORDS[props.language];
  return (
    <Frame language={props.language} preview={signInSubject(props)} signature={props.organisation}>
      <Text style={paragraph}>{words.asked(props.organisation)}</Text>
      <Text style={paragraph}>
        <Link href={props.signInUrl} style={action}>
          {words.button}
        </Link>
      </Text>
      <Text style={paragraph}>{words.until(formatInstant(props.language, props.expiresAt))}</Text>
      <Text style={paragraph}>{words.otherwise}</Text>
    </Frame>
  );
}

export function signInSubject({ language, organisation }: SignInProps): string {
  return SIGN_IN_WORDS[language].subject(organisation);
}
