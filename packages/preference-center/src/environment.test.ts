import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'adieu-pages-'));
const PAGES_SECRET_FILE = join(folder, 'secret');
const SECRET = 'shared-with-the-api-by-a-file-of-both';
writeFileSync(PAGES_SECRET_FILE, `${SECRET}\n`);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the environment', () => {
  it('needs the secret that it shares with the api; every other variable has a default', () => {
    expect(readEnvironment({})).toEqual({
      problems: [expect.stringMatching(/^PAGES_SECRET_FILE: must name/)],
    });
    expect(readEnvironment({ PAGES_SECRET_FILE })).toEqual({
      environment: {
        PAGES_SECRET_FILE: SECRET,
        PREFERENCE_CENTER_HOST: '127.0.0.1',
        PREFERENCE_CENTER_PORT: 4100,
        API_URL: 'http://127.0.0.1:4000',
        PUBLIC_URL: 'https://localhost:4000',
        RUN_BY: 'npm',
        LOG_LEVEL: 'info',
      },
    });
  });

  it('refuses a public address with a path, as every process does', () => {
    const { problems } = readEnvironment({
      PAGES_SECRET_FILE,
      PUBLIC_URL: 'https://www.example.com/adieu',
    }) as {
      problems: string[];
    };
    expect(problems).toEqual([expect.stringMatching(/PUBLIC_URL: must be an origin alone/)]);
  });

  it('names all that is wrong at once', () => {
    const read = readEnvironment({
      PAGES_SECRET_FILE: join(folder, 'elsewhere'),
      PREFERENCE_CENTER_PORT: '70000',
      API_URL: 'localhost:4000',
      LOG_LEVEL: 'loud',
    });
    expect('problems' in read && read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'PREFERENCE_CENTER_PORT',
      'PAGES_SECRET_FILE',
      'API_URL',
      'LOG_LEVEL',
    ]);
  });
});
