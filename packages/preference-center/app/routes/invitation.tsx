import { data, redirect } from 'react-router';
import {
  AcceptInvitationDocument,
  InvitationDocument,
  SignInWaysDocument,
} from '../api/generated/documents.ts';
import { withApi } from '../errors/with-api.ts';
import { ENTER, InvitationEndedPage, InvitationPage } from '../members/enter-page.tsx';
import { readerLanguage } from '../reader/reader-language.ts';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { visitorContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import { withSession } from '../server/signed-in.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/invitation.ts';

/** Shows an invitation. Inert: mail scanners open these links before their readers do. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data({ view: null, language: readerLanguage(null, request) }, { status: 404 });
  if (!isTokenShaped(token)) return ended;
  return withApi({ request, context }, 'an invitation was not shown', async (api) => {
    const { invitation: view } = await api(InvitationDocument, { token });
    if (view !== null) return { view, token, reader: readerOfPage(view, request) };
    // Pressed twice: the first press accepted it.
    if ((await api(SignInWaysDocument, {})).me !== null) throw redirect('/members');
    return ended;
  });
}

/** Accepts for the button of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (isForeign(request)) return nothingDone(403);
  const form = isTokenShaped(token) ? await readForm(request) : null;
  if (form?.get(ENTER.name) !== ENTER.value) return nothingDone();
  return withApi(
    { request, context },
    'an invitation was not accepted',
    async (api) => {
      const { userAgent } = context.get(visitorContext);
      const input = { token, userAgent };
      const { acceptInvitation: result } = await api(AcceptInvitationDocument, { input });
      return result.__typename === 'SignedIn' ? withSession('/members', result.session) : null;
    },
    { action: `/i/${token}`, fields: [[ENTER.name, ENTER.value]] },
  );
}

export default function Invitation({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <InvitationEndedPage language={loaderData.language} />;
  return <InvitationPage {...loaderData} />;
}
