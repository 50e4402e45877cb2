import { randomUUID } from 'node:crypto';
import { toId } from '../../src/graphql/shared/ids.ts';
import { testBadInput } from './test-bad-input.ts';
import { invitation, invited, member, ourAccount, reviewLink } from './make.ts';
import { fresh } from './world.ts';

const roles = () => [{ role: 'REVIEWER', ...ourAccount() }];
const bySession = { session: true, other: null, keyless: true, makesNoRows: true } as const;

testBadInput('members', {
  askToSignIn: {
    key: null,
    other: null,
    keyless: true,
    // Of nobody: what is done after the answer would be counted with the next case.
    input: async () => ({ email: fresh(), origin: '192.0.2.1' }),
  },
  signIn: {
    key: null,
    other: null,
    keyless: true,
    input: async () => ({ token: await reviewLink('SIGN_IN'), userAgent: 'Lynx' }),
  },
  acceptInvitation: {
    key: null,
    other: null,
    keyless: true,
    input: async () => ({ token: await invitation(), userAgent: 'Lynx' }),
  },
  openReview: { ...bySession, input: async () => ({}) },
  endSessions: {
    ...bySession,
    input: async () => ({}),
    instead: { id: async () => ({ id: toId('session', randomUUID()) }) },
  },
  signOut: { ...bySession, input: async () => ({}) },
  inviteMember: {
    input: async () => ({
      name: 'Eva',
      email: fresh(),
      roles: roles(),
      language: 'sv',
      digestPeriod: 'P1D',
    }),
  },
  inviteMemberAgain: { input: async () => ({ id: await invited() }) },
  withdrawInvitation: { input: async () => ({ id: await member() }) },
  changeMember: {
    input: async () => ({
      id: await member(),
      name: 'Eva',
      email: fresh(),
      roles: roles(),
      language: 'sv',
    }),
    makesNoRows: true,
  },
  removeMember: { input: async () => ({ id: await member() }) },
});
