import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('needs nothing: every variable has a default', () => {
    expect(readEnvironment({})).toEqual({
      environment: {
        PREFERENCE_CENTER_HOST: '127.0.0.1',
        PREFERENCE_CENTER_PORT: 4100,
        API_URL: 'http://127.0.0.1:4000',
        PUBLIC_URL: 'https://localhost:4000',
        LOG_LEVEL: 'info',
      },
    });
  });

  it('refuses a public address with a path, as every process does', () => {
    const { problems } = readEnvironment({ PUBLIC_URL: 'https://www.example.com/adieu' }) as {
      problems: string[];
    };
    expect(problems).toEqual([expect.stringMatching(/PUBLIC_URL: must be an origin alone/)]);
  });

  it('names all that is wrong at once', () => {
    const read = readEnvironment({
      PREFERENCE_CENTER_PORT: '70000',
      API_URL: 'localhost:4000',
      LOG_LEVEL: 'loud',
    });
    expect('problems' in read && read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'PREFERENCE_CENTER_PORT',
      'API_URL',
      'LOG_LEVEL',
    ]);
  });
});
