import { data, redirect } from 'react-router';
import {
  SignInDocument,
  SignInLinkDocument,
  SignInWaysDocument,
} from '../api/generated/documents.ts';
import { withApi } from '../errors/with-api.ts';
import { ENTER, EnterPage } from '../members/enter-page.tsx';
import { EndedPage } from '../members/sign-in-page.tsx';
import { readerLanguage } from '../reader/reader-language.ts';
import { visitorContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import { withSession } from '../server/signed-in.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/sign-in-link.ts';

/** Shows where a mailed way in leads. Inert: mail scanners open these links before their readers do. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data({ view: null, language: readerLanguage(null, request) }, { status: 404 });
  if (!isTokenShaped(token)) return ended;
  return withApi({ request, context }, 'a way in was not shown', async (api) => {
    const { signInLink: view } = await api(SignInLinkDocument, { token });
    if (view !== null) return { view, token, language: readerLanguage(view.language, request) };
    // Pressed twice: the first press signed them in.
    if ((await api(SignInWaysDocument, {})).me !== null) throw redirect('/members');
    return ended;
  });
}

/** Leads in for the button of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (isForeign(request)) return nothingDone(403);
  const form = isTokenShaped(token) ? await readForm(request) : null;
  if (form?.get(ENTER.name) !== ENTER.value) return nothingDone();
  return withApi(
    { request, context },
    'a way in was not opened',
    async (api) => {
      const { userAgent } = context.get(visitorContext);
      const { signIn: result } = await api(SignInDocument, { input: { token, userAgent } });
      return result.__typename === 'SignedIn' ? withSession('/members', result.session) : null;
    },
    { action: `/s/${token}`, fields: [[ENTER.name, ENTER.value]] },
  );
}

export default function SignInLink({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <EnterPage {...loaderData} />;
}
