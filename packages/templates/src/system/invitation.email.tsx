import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface InvitationProps extends Reader {
  readonly organisation: string;
  /** Name of the member or key that invites. */
  readonly inviter: string;
  readonly invitationUrl: string;
  readonly expiresAt: Date;
}

/** Invites somebody to become a member; the button leads to a page with another one, so that a scanner accepts nothing. */
export function InvitationEmail(props: InvitationProps) {
  const messages = MAIL_MESSAGES[props.language].invitation;
  return (
    <Frame
      language={props.language}
      preview={invitationSubject(props)}
      signature={props.organisation}
    >
      <Text style={paragraph}>{messages.invited(props.organisation, props.inviter)}</Text>
      <Text style={paragraph}>
        <Link href={props.invitationUrl} style={action}>
          {messages.button}
        </Link>
      </Text>
      <Text style={paragraph}>{messages.until(formatInstant(props, props.expiresAt))}</Text>
      <Text style={paragraph}>{messages.otherwise}</Text>
    </Frame>
  );
}

export function invitationSubject({ language, organisation }: InvitationProps): string {
  return MAIL_MESSAGES[language].invitation.subject(organisation);
}
