import { toId } from '../../src/graphql/shared/ids.ts';
import { testBadInput } from './test-bad-input.ts';
import { newAccount, mail, dataLink } from './make.ts';
import { house, next, ask } from './world.ts';

testBadInput('preferences', {
  leave: {
    key: null,
    input: async () => ({
      token: (await mail()).token,
      choice: 'THIS_SCOPE',
      topicIdsOff: [toId('topic', house.org.newsTopicId)],
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
  },
  updatePreferences: {
    key: null,
    input: async () => ({
      token: (await mail()).token,
      topicIdsOff: [toId('topic', house.org.newsTopicId)],
      frequency: 'WEEKLY',
      pausedUntil: new Date(house.now.getTime() + 86_400_000).toISOString(),
      language: 'sv',
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
  },
  askForData: {
    key: null,
    input: async () => ({ token: (await mail()).token, language: 'sv' }),
    other: { language: 'de' },
  },
  eraseMe: { key: null, other: null, input: async () => ({ token: await dataLink() }) },
  giveReason: {
    key: null,
    input: async () => {
      const { token } = await mail();
      await ask('leave', { token, choice: 'THIS_SCOPE' }, null);
      return { token, reasonId: 'TOO_MANY', text: 'Every day', language: 'en' };
    },
    words: ['reasonId'],
    other: { text: 'Twice a day' },
  },
  setAccountReasons: {
    input: async () => ({
      accountId: await newAccount(),
      reasons: [{ key: `KEY_${next()}`, texts: [{ language: 'en', text: 'Too dear' }] }],
    }),
  },
});
