import { testBadInput } from './test-bad-input.ts';
import { open, reviewer, reviewLink, planned, member } from './make.ts';
import { fresh } from './world.ts';

testBadInput('review', {
  askForReview: {
    key: null,
    other: null,
    keyless: true,
    input: async () => ({ email: await reviewer(), origin: '192.0.2.1' }),
  },
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
  openReview: {
    key: null,
    other: null,
    input: async () => ({ token: await reviewLink('SIGN_IN') }),
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
  inviteMember: {
    input: async () => ({ name: 'Eva', email: fresh(), language: 'sv', digestPeriod: 'P1D' }),
  },
  changeMember: {
    input: async () => ({ id: await member(), name: 'Eva', email: fresh(), language: 'sv' }),
    makesNoRows: true,
  },
  removeMember: { input: async () => ({ id: await member() }) },
});
