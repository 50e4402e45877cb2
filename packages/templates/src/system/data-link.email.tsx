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
  const words = MAIL_MESSAGES[props.language].dataLink;
  return (
    <Frame
      language={props.language}
      preview={dataLinkSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
    >
      <Text style={paragraph}>{words.asked(props.organisation)}</Text>
      <Text style={paragraph}>{words.open}</Text>
      <Text style={paragraph}>
        <Link href={props.dataUrl} style={action}>
          {words.button}
        </Link>
      </Text>
      <Text style={paragraph}>{words.until(formatInstant(props, props.expiresAt))}</Text>
      <Text style={paragraph}>{words.otherwise}</Text>
    </Frame>
  );
}

export function dataLinkSubject({ language, organisation }: DataLinkProps): string {
  return MAIL_MESSAGES[language].dataLink.subject(organisation);
}
