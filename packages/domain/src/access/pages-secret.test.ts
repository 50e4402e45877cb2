import { describe, expect, it } from 'vitest';
import { readPagesSecret } from './pages-secret.ts';

const SECRET = 'a-Z_0'.repeat(8);

describe('the secret of the pages and the api', () => {
  it.each([SECRET, `${SECRET}\n`, ` ${SECRET} \r\n`])('is read of %j', (text) => {
    expect(readPagesSecret(text)).toEqual({ secret: SECRET });
  });

  it.each(['', '\n', 'too-short', `${SECRET} ${SECRET}`, `${SECRET}\n${SECRET}`, `${SECRET}å`])(
    'is not %j, and no value is quoted',
    (text) => {
      const read = readPagesSecret(text);
      expect(read).toEqual({ problem: expect.stringContaining('32 or more') });
    },
  );
});
