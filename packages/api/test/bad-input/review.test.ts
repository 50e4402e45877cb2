import { testBadInput } from './test-bad-input.ts';
import { open, planned, reviewLink } from './make.ts';

testBadInput('review', {
  closeReview: {
    key: null,
    other: null,
    makesNoRows: true,
    // Once closed, the link opens nothing, for a repeat either.
    keyless: true,
    input: async () => ({ token: await reviewLink('REVIEW') }),
  },
  decideByReview: {
    key: null,
    other: { reason: 'Another one.' },
    input: async () => ({
      token: await reviewLink('REVIEW'),
      ids: [await open()],
      decision: 'DECLINE',
      reason: 'You are on call.',
    }),
  },
  deferByReview: {
    key: null,
    other: null,
    input: async () => ({ token: await reviewLink('REVIEW'), ids: [await open()] }),
  },
  setWeeklyReport: {
    key: null,
    other: { wanted: true },
    makesNoRows: true,
    input: async () => ({ token: await reviewLink('REVIEW'), wanted: false }),
  },
  undoReview: {
    key: null,
    other: null,
    makesNoRows: true,
    input: async () => {
      const token = await reviewLink('REVIEW');
      return { token, plannedId: await planned(token) };
    },
  },
});
