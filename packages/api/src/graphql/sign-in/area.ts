import { LINK, type Area } from '../access/area.ts';
import { AcceptInvitation } from './accept-invitation.mutation.ts';
import { AskToSignIn } from './ask-to-sign-in.mutation.ts';
import { EndSessions } from './end-sessions.mutation.ts';
import { InvitationQuery } from './invitation.query.ts';
import { MeFields } from './me.fields.ts';
import { Me } from './me.query.ts';
import { OpenReview } from './open-review.mutation.ts';
import { SignInProvider } from './sign-in-provider.query.ts';
import { SignIn } from './sign-in.mutation.ts';
import { SignInLink } from './sign-in-link.query.ts';
import { SignOut } from './sign-out.mutation.ts';

/** What opens these is a mailed token, or the session that asks: no key reaches more of them than anybody. */
export const signIn: Area = {
  resolvers: [
    AcceptInvitation,
    AskToSignIn,
    EndSessions,
    InvitationQuery,
    Me,
    MeFields,
    OpenReview,
    SignIn,
    SignInLink,
    SignInProvider,
    SignOut,
  ],
  access: {
    Query: { invitation: LINK, me: LINK, signInLink: LINK, signInProvider: LINK },
    Mutation: {
      acceptInvitation: LINK,
      askToSignIn: LINK,
      endSessions: LINK,
      openReview: LINK,
      signIn: LINK,
      signOut: LINK,
    },
  },
  types: {
    SignInLink: ['link'],
    MemberSession: 'held',
    Me: ['link'],
    Invitation: ['link'],
  },
};
