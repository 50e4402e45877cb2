import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMailProviders } from './parse-mail-providers.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const callback = { username: 'adieu', password: SECRET };
const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:adieu';

function parsed(list: unknown, mode = 0o640): unknown {
  const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
  writeFileSync(file, JSON.stringify(list));
  chmodSync(file, mode);
  try {
    return parseMailProviders(JSON.stringify(list), file);
  } catch (error) {
    return (error as Error).message;
  }
}

/** The example of docs/mail-providers.md. */
const EXAMPLE = JSON.parse(
  /```json\n([^]*?)```/.exec(
    readFileSync(new URL('../../../../../docs/mail-providers.md', import.meta.url), 'utf8'),
  )![1]!,
) as { kind: string }[];

describe('the file of mail providers', () => {
  it('may be as docs/mail-providers.md shows it', () => {
    expect(parsed(EXAMPLE)).toEqual(EXAMPLE.map(({ kind }) => expect.objectContaining({ kind })));
  });

  it('is read, with what is not said filled in', () => {
    expect(parsed([{ name: 'ses', kind: 'ses', topicArns: [TOPIC] }])).toEqual([
      { name: 'ses', kind: 'ses', topicArns: [TOPIC], server: null, configurationSet: null },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no provider', [], /names no provider: leave MAIL_PROVIDERS_FILE away/],
    ['no kind', [{ name: 'x' }], /\[0\]\.kind must be one of ses, sendgrid, mailgun, postmark/],
    ['no topic', [{ name: 'x', kind: 'ses', topicArns: [] }], /topicArns must name a topic/],
    [
      'a topic that is none',
      [{ name: 'x', kind: 'ses', topicArns: ['adieu'] }],
      /must be the ARN of a topic/,
    ],
    ['no proof', [{ name: 'x', kind: 'sendgrid' }], /must have publicKey or callback/],
    [
      'a name twice',
      [
        { name: 'x', kind: 'postmark', callback },
        { name: 'x', kind: 'mailgun', signingKey: 'k' },
      ],
      /two providers are called x/,
    ],
    [
      'a server twice',
      [
        { name: 'x', kind: 'postmark', callback, server: 'smtp.example.test' },
        { name: 'y', kind: 'mailgun', signingKey: 'k', server: 'smtp.example.test' },
      ],
      /two providers have the server smtp.example.test/,
    ],
  ])('with %s is refused in words that hold no secret', (_what, list, problem) => {
    const said = parsed(list);
    expect(said).toMatch(problem);
    expect(said).not.toContain(SECRET);
  });

  it('is refused where everybody may read it', () => {
    expect(parsed([{ name: 'x', kind: 'postmark', callback }], 0o644)).toMatch(/chmod 640/);
  });
});
