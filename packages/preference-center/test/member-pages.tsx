import type { Reader } from '@adieu/messages';
import type { ReactNode } from 'react';
import { EnterPage, InvitationEndedPage, InvitationPage } from '../app/members/enter-page.tsx';
import { MePage } from '../app/members/me-page.tsx';
import { AskedPage, EndedPage, SignedOutPage, SignInPage } from '../app/members/sign-in-page.tsx';
import { INVITATION, ME } from './member-samples.ts';

/** The pages of members in every state. */
export function memberPages(reader: Reader): (readonly [string, ReactNode])[] {
  const { language } = reader;
  const token = 'token';
  const provider = 'Nordlys Konto';
  return [
    ['sign-in', <SignInPage key="1" language={language} wrong="no address" />],
    ['sign-in with a provider', <SignInPage key="1" {...{ language, provider }} />],
    ...(['unknown', 'failed', 'tooMany'] as const).map(
      (trouble) =>
        [
          `sign-in after trouble: ${trouble}`,
          <SignInPage key="1" {...{ language, provider, trouble }} />,
        ] as const,
    ),
    ['asked', <AskedPage key="1" language={language} />],
    ['signed out', <SignedOutPage key="1" language={language} />],
    ['ended', <EndedPage key="1" language={language} />],
    ['a way in', <EnterPage key="1" {...{ language, token, view: INVITATION }} />],
    ['an invitation', <InvitationPage key="1" {...{ reader, token, view: INVITATION }} />],
    ['an invitation that ended', <InvitationEndedPage key="1" language={language} />],
    ['a member', <MePage key="1" {...{ reader, view: ME }} />],
    [
      'a member who decides nothing',
      <MePage
        key="1"
        {...{
          reader,
          view: { ...ME, waiting: null, roles: [], sessions: ME.sessions.slice(0, 1) },
        }}
      />,
    ],
  ];
}
