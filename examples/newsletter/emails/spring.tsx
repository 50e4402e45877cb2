import type { Merge } from '@adieu/sdk';
import { If } from '@adieu/sdk/react';
import { Body, Button, Container, Head, Heading, Html, Preview, Section, Text } from 'react-email';
import { SPRING_WORDS, type SpringLanguage } from './spring-words.ts';

const DARK = `
  @media (prefers-color-scheme: dark) {
    .page { background-color: #14201f !important; }
    .card { background-color: #1b282e !important; }
    .card h1, .card p, .card a.quiet { color: #f4f1ea !important; }
  }
`;
const text = { fontSize: '16px', lineHeight: '24px', color: '#22333b', margin: '0 0 16px' };

/** The spring mail; `merge` knows the fields of its audience. */
export function Spring({ merge }: { merge: Merge<'first_name' | 'city'> }) {
  const words = SPRING_WORDS[merge.language as SpringLanguage];
  return (
    <Html lang={merge.language}>
      <Head>
        <title>{words.preview}</title>
        <meta name="color-scheme" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{words.preview}</Preview>
      <Body
        className="page"
        style={{ backgroundColor: '#f4f1ea', fontFamily: 'Georgia, serif', margin: 0 }}
      >
        <Container
          className="card"
          style={{ backgroundColor: '#ffffff', maxWidth: '560px', padding: '24px' }}
        >
          <Heading as="h1" style={{ ...text, fontSize: '26px', lineHeight: '32px' }}>
            Nordlys
          </Heading>
          <Text style={text}>
            {words.hello} {merge.contact('first_name', words.friend)}, {words.news}
          </Text>
          <If field="city">
            <Text style={text}>
              {words.nearby} {merge.contact('city')}
            </Text>
          </If>
          <Section style={{ margin: '0 0 24px' }}>
            <Button
              href="https://nordlys.example.test/spring"
              style={{
                backgroundColor: '#0b5351',
                borderRadius: '6px',
                color: '#ffffff',
                fontSize: '16px',
                padding: '12px 20px',
              }}
            >
              {words.look}
            </Button>
          </Section>
          <Text style={{ ...text, fontSize: '14px', margin: 0 }}>
            {words.why} {merge.unsubscribe}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
