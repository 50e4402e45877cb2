import type { Language } from '@adieu/domain';
import { MAIL_MESSAGES } from '@adieu/messages';
import { Fragment, type ReactNode } from 'react';
import { Body, Container, Head, Html, Preview, Text } from 'react-email';

const font = {
  fontFamily: 'Helvetica, Arial, sans-serif',
  fontSize: '16px',
  lineHeight: '24px',
} as const;
export const paragraph = { ...font, margin: '0 0 16px' } as const;
export const action = {
  ...font,
  display: 'inline-block',
  padding: '12px 20px',
  borderRadius: '6px',
  backgroundColor: '#0b5351',
  color: '#ffffff',
  textDecoration: 'none',
} as const;

/** What all our own mails share: plain, one column, readable in light and dark, nothing loaded from elsewhere. */
export function Frame(props: {
  language: Language;
  preview: string;
  signature: string;
  /** Below the signature, line by line. */
  imprint?: readonly string[];
  /** Above everything. */
  top?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Html lang={props.language}>
      <Head>
        <title>{props.preview}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Preview>{props.preview}</Preview>
      <Body style={{ margin: 0, padding: '24px 12px' }}>
        <Container style={{ maxWidth: '560px', margin: '0 auto' }}>
          {props.top}
          <Text style={paragraph}>{MAIL_MESSAGES[props.language].greeting}</Text>
          {props.children}
          <Text style={{ ...paragraph, margin: '32px 0 0' }}>
            {props.signature}
            {props.imprint
              ?.filter((line) => line !== props.signature)
              .map((line) => (
                <Fragment key={line}>
                  <br />
                  {line}
                </Fragment>
              ))}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
