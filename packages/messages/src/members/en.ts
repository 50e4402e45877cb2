import type { Forms } from '../plural.ts';

/** What pages of members say: signing in, an invitation, and who they are here. */
export const en = {
  signIn: 'Sign in',
  signInNote: 'For members of an organisation. No password: you sign in with a link we send you.',
  sendLink: 'Send me the e-mail',
  tooMany: 'Too many e-mails were asked for from here. Try again in an hour.',
  askedNote:
    'If this address belongs to a member, an e-mail with a link is on its way. It works for 15 minutes.',
  endedNote:
    'Nothing was changed. Such links work once, or for a few days at most; ask for a new one.',
  enter: (organisation: string) => `Sign in: ${organisation}`,
  enterNote: (name: string) => `You sign in as ${name}.`,
  enterButton: 'Sign in',
  signedOut: 'Signed out',
  signedOutNote: 'Nobody gets in from this browser without signing in again.',
  signInBy: (provider: string) => `Sign in with ${provider}`,
  unknownTo: (provider: string) =>
    `Your account at ${provider} belongs to no member here. Whoever invites members needs the e-mail address of that account.`,
  failedAt: (provider: string) => `Signing in with ${provider} did not work. Please try again.`,

  invited: (organisation: string) => `Become a member: ${organisation}`,
  invitedBy: (inviter: string, name: string) => `${inviter} invites you, ${name}.`,
  invitedNote:
    'As a member you sign in with this e-mail address. What you may do there, the page tells you.',
  invitedUntil: (when: string) => `You can accept until ${when}.`,
  accept: 'Accept the invitation',
  invitationEnded: 'This invitation no longer works',
  invitationEndedNote:
    'It was accepted already, taken back, replaced by a newer one, or is more than seven days old. If you accepted it, sign in; otherwise ask for a new one.',

  signedInAt: (organisation: string) => `You are signed in at ${organisation}.`,
  roles: 'Your roles',
  noRoles: 'You hold no role at the moment.',
  roleOf: {
    ADMIN: 'Administrator: may do everything',
    REVIEWER: 'Reviewer: decides about unsubscribe requests',
    CAMPAIGNER: 'Campaigner: prepares and sends campaigns',
    AUDITOR: 'Auditor: sees everything, changes nothing',
  },
  everyAccount: 'all accounts',
  review: 'Unsubscribe requests',
  waiting: {
    one: '# request is waiting for a decision.',
    other: '# requests are waiting for a decision.',
  } as Forms,
  noneWaiting: 'Nothing is waiting for a decision.',
  toReview: 'To the requests',
  sessions: 'Where you are signed in',
  thisBrowser: 'this browser',
  otherBrowser: 'unknown browser',
  since: (when: string, seen: string) => `Signed in ${when}, last used ${seen}.`,
  until: (when: string) => `Ends at the latest ${when}.`,
  endSession: 'End',
  endSessionOf: (browser: string) => `End ${browser}`,
  endOthers: 'End all others',
  signOut: 'Sign out',
};
export type MemberMessages = typeof en;
