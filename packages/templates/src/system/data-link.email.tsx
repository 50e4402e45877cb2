import { formatInstant, MAIL_MESSAGES, type Reader } from '@adieu/messages';
import { Link, Text } from 'react-email';
import { action, Frame, paragraph } from './frame.tsx';

export interface DataLinkProps extends Reader {
  readonly organisation: string;
  /** Who answers for it, line by line. */
  readonly imprint?: readonly string[];
  readonly dataUrl: string;
  readonly expiresAt: Date;
}

/** Carries the link to somebody's own data: to see it, take it, have it erased (P5). */
export function DataLinkEmail(props: DataLinkProps) {
  const messages = MAIL_MESSAGES[props.language].dataLink;
  return (
    <Frame
      language={props.language}
      preview={dataLinkSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
    >
      <Text style={paragraph}>{messages.asked(props.organisation)}</Text>
      <Text style={paragraph}>{messages.open}</Text>
      <Text style={paragraph}>
        <Link href={props.dataUrl} style={action}>
          {messages.button}
        </Link>
      </Text>
      <Text style={paragraph}>{messages.until(formatInstant(props, props.expiresAt))}</Text>
      <Text style={paragraph}>{messages.otherwise}</Text>
    </Frame>
  );
}

export function dataLinkSubject({ language, organisation }: DataLinkProps): string {
  return MAIL_MESSAGES[language].dataLink.subject(organisation);
}
