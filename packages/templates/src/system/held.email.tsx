import type { Language } from '@adieu/domain';
import { CAMPAIGN_MESSAGES, MAIL_MESSAGES, plural } from '@adieu/messages';
import { Fragment } from 'react';
import { Link, Section, Text } from 'react-email';
import { excerpt } from './excerpt.ts';
import { Frame, paragraph } from './frame.tsx';

export interface HeldProps {
  readonly language: Language;
  readonly organisation: string;
  readonly account: string;
  /** Who answers for it, line by line. */
  readonly imprint?: readonly string[];
  /** In the order in which they would have come. */
  readonly messages: readonly {
    readonly subject: string;
    /** Its text part. */
    readonly text: string;
    /** Its own way out, which is left out of the text. */
    readonly unsubscribeUrl: string;
    /** Where the whole can be read; null = nowhere, so that more of the text is shown. */
    readonly readUrl: string | null;
  }[];
  /** The way out of this mail: one for all. */
  readonly unsubscribeUrl: string;
}

/** Gathers what exceeded the frequency that its recipient chose (N12). Its way out stands first, as a campaign's does (H-17). */
export function HeldEmail(props: HeldProps) {
  const { language, messages, unsubscribeUrl } = props;
  const texts = MAIL_MESSAGES[language].held;
  return (
    <Frame
      language={language}
      preview={heldSubject(props)}
      signature={props.organisation}
      imprint={props.imprint ?? []}
      top={
        <Text style={wayOut}>
          <Link href={unsubscribeUrl} style={plain}>
            {CAMPAIGN_MESSAGES[language].unsubscribe}
          </Link>
        </Text>
      }
    >
      <Text style={paragraph}>{texts.why(props.account)}</Text>
      {messages.map((message, i) => (
        <Section key={`${i} ${message.subject}`} style={entry}>
          <Text style={paragraph}>
            <strong>{message.subject}</strong>
          </Text>
          {excerpt(message.text, {
            unsubscribeUrl: message.unsubscribeUrl,
            hasLink: message.readUrl !== null,
          }).map((lines, n) => (
            <Text key={`${n} ${lines[0]}`} style={paragraph}>
              {lines.map((line, l) => (
                <Fragment key={`${l} ${line}`}>
                  {l > 0 && <br />}
                  {line}
                </Fragment>
              ))}
            </Text>
          ))}
          {message.readUrl !== null && (
            <Text style={paragraph}>
              <Link href={message.readUrl} style={plain}>
                {texts.read}
              </Link>
            </Text>
          )}
        </Section>
      ))}
      <Text style={{ ...paragraph, fontSize: '14px', lineHeight: '20px' }}>{texts.change}</Text>
    </Frame>
  );
}

HeldEmail.PreviewProps = {
  language: 'en',
  organisation: 'Nordlys',
  account: 'Nordlys Shop',
  messages: [
    {
      subject: 'Spring is here',
      text: 'UNSUBSCRIBE <https://leave.example.test/u/a>\n\nHello Åsa,\nthe first tulips are in the shop.\n\nCome and see them.',
      unsubscribeUrl: 'https://leave.example.test/u/a',
      readUrl: 'https://leave.example.test/m/a',
    },
    {
      subject: 'Open on Sunday',
      text: 'On Sunday we are open from ten to four.',
      unsubscribeUrl: 'https://leave.example.test/u/b',
      readUrl: null,
    },
  ],
  unsubscribeUrl: 'https://leave.example.test/u/x',
} satisfies HeldProps;

export function heldSubject({ language, account, messages }: HeldProps): string {
  return `${account}: ${plural(language, messages.length, MAIL_MESSAGES[language].held.gathered)}`;
}

const wayOut = { ...paragraph, fontSize: '14px', lineHeight: '20px', textAlign: 'center' } as const;
const plain = { color: 'inherit', textDecoration: 'underline' } as const;
const entry = { borderLeft: '3px solid #8a9a9a', paddingLeft: '12px', margin: '0 0 24px' } as const;
