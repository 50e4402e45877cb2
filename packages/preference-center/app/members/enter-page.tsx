import type { Language } from '@adieu/domain';
import { formatInstant, MEMBER_MESSAGES, type Reader } from '@adieu/messages';
import type { InvitationView } from '../api/operations.ts';
import { Page } from '../page/page.tsx';

export const ENTER = { name: 'intent', value: 'enter' };

interface EnterProps {
  readonly language: Language;
  readonly token: string;
  readonly view: { readonly memberName: string; readonly organisationName: string };
}

/** Where a mailed way in leads: one button. */
export function EnterPage({ language, token, view }: EnterProps) {
  const messages = MEMBER_MESSAGES[language];
  return (
    <Page language={language} title={messages.enter(view.organisationName)} forReview>
      <p>{messages.enterNote(view.memberName)}</p>
      <form method="post" action={`/s/${token}`}>
        <button {...ENTER} className="first">
          {messages.enterButton}
        </button>
      </form>
    </Page>
  );
}

interface InvitationProps {
  readonly reader: Reader;
  readonly token: string;
  readonly view: InvitationView;
}

/** Who invites, and one button to accept. */
export function InvitationPage({ reader, token, view }: InvitationProps) {
  const messages = MEMBER_MESSAGES[reader.language];
  return (
    <Page language={reader.language} title={messages.invited(view.organisationName)} forReview>
      <p>{messages.invitedBy(view.invitedBy, view.memberName)}</p>
      <p>{messages.invitedNote}</p>
      <form method="post" action={`/i/${token}`}>
        <button {...ENTER} className="first">
          {messages.accept}
        </button>
      </form>
      <p className="note">{messages.invitedUntil(formatInstant(reader, view.expiresAt))}</p>
    </Page>
  );
}

/** For invitations that were accepted, taken back, replaced, or are past: all alike (O-9). */
export function InvitationEndedPage({ language }: { language: Language }) {
  const messages = MEMBER_MESSAGES[language];
  return (
    <Page language={language} title={messages.invitationEnded} forReview>
      <p>{messages.invitationEndedNote}</p>
      <p>
        <a href="/sign-in">{messages.signIn}</a>
      </p>
    </Page>
  );
}
