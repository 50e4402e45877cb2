import { describe, expect, it } from 'vitest';
import { faultText } from './fault-text.ts';

function thrown(name: string, message: string, ...frames: string[]): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = [`${name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('what an author’s code did wrong', () => {
  it('is told with their files and lines, and none of ours or of packages', () => {
    const error = thrown(
      'TypeError',
      'no words',
      'Mail (/repo/emails/mail.tsx:3:17)',
      'render (/repo/node_modules/react-dom/server.js:1:1)',
      'template (file:///repo/campaigns/c.tsx?namespace=0-a1:4:9)',
      'node:internal/modules/run_main:1:1',
    );
    expect(faultText(error, '/repo')).toBe(
      'emails/mail.tsx:3:17: TypeError: no words\n    at emails/mail.tsx:3:17\n    at campaigns/c.tsx:4:9',
    );
  });

  it('is told by the compiler’s own words where a file does not parse', () => {
    const error = thrown('TransformError', 'Transform failed:\n/repo/a.tsx:3:0: ERROR: no end');
    expect(faultText(error, '/repo')).toBe('Transform failed:\na.tsx:3:0: ERROR: no end');
  });

  it('names at least the file where Node hides it in an encoded wall', () => {
    const error = thrown(
      'Error',
      'at import',
      'data:text/javascript,__filename%3D%22%2Frepo%2Fa.ts%22%3B?filePath=%2Frepo%2Fa.ts:2:7',
    );
    expect(faultText(error, '/repo')).toBe('a.ts: Error: at import\n    at a.ts');
  });

  it('is nothing where only others had a part: that is a fault', () => {
    const frames = ['ask (/repo/node_modules/@adieu/sdk/dist/a.js:1:2)', 'node:net:1:1'];
    expect(faultText(thrown('Error', 'x', ...frames), '/repo')).toBeNull();
  });
});
