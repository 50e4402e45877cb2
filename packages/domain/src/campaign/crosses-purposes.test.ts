import { describe, expect, it } from 'vitest';
import { type AudiencePurposes, purposeCrossings } from './crosses-purposes.ts';

const none: AudiencePurposes = {
  purpose: 'MARKETING',
  hasTopic: false,
  choosesByTopics: false,
  withoutConsent: 0,
};

describe('an audience crosses purposes', () => {
  it.each([
    [{}, []],
    [{ hasTopic: true, choosesByTopics: true }, []],
    [{ withoutConsent: 1 }, ['without-consent']],
    [{ purpose: 'SERVICE' }, []],
    [{ purpose: 'SERVICE', withoutConsent: 1 }, []],
    [{ purpose: 'SERVICE', hasTopic: true }, ['topic']],
    [{ purpose: 'SERVICE', choosesByTopics: true }, ['chosen-by-topics']],
    [{ purpose: 'SERVICE', hasTopic: true, choosesByTopics: true }, ['topic', 'chosen-by-topics']],
    [{ purpose: 'TRANSACTIONAL', hasTopic: true }, []],
    [{ purpose: 'TRANSACTIONAL', choosesByTopics: true }, ['chosen-by-topics']],
  ] as const)('%o: %j', (more, crossings) => {
    expect(purposeCrossings({ ...none, ...more })).toEqual(crossings);
  });
});
