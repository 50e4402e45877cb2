import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Api } from '../api/client.ts';
import { SignInWaysDocument } from '../api/generated/documents.ts';
import { withApi } from '../errors/with-api.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { visitorContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import { withSession } from '../server/signed-in.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { ENTER } from './enter-page.tsx';

interface Visit {
  readonly request: Request;
  readonly params: { readonly token: string };
  readonly context: Readonly<RouterContextProvider>;
}

/** What the API answers whoever is to be signed in. */
type Entered =
  | { readonly __typename: 'SignedIn'; readonly session: string }
  | { readonly __typename: string };

/**
 * Shows where a mailed link leads, if it still leads anywhere. Inert: mail scanners open these links before their readers
 * do.
 */
export async function showEntrance<Shown extends { readonly view: object }>(
  { request, params: { token }, context }: Visit,
  failed: string,
  show: (api: Api) => Promise<Shown | null>,
) {
  const ended = data({ view: null, language: readerLanguage(null, request) }, { status: 404 });
  if (!isTokenShaped(token)) return ended;
  return withApi({ request, context }, failed, async (api) => {
    const shown = await show(api);
    if (shown !== null) return { ...shown, token };
    // Pressed twice: the first press signed them in.
    if ((await api(SignInWaysDocument, {})).me !== null) throw redirect('/members');
    return ended;
  });
}

/** Leads in for the button of its page alone; any other POST shows that page. */
export async function enter(
  { request, params: { token }, context }: Visit,
  { failed, path }: { readonly failed: string; readonly path: string },
  signIn: (api: Api, userAgent: string | null) => Promise<Entered>,
) {
  if (isForeign(request)) return nothingDone(403);
  const form = isTokenShaped(token) ? await readForm(request) : null;
  if (form?.get(ENTER.name) !== ENTER.value) return nothingDone();
  return withApi(
    { request, context },
    failed,
    async (api) => {
      const result = await signIn(api, context.get(visitorContext).userAgent);
      return 'session' in result ? withSession('/members', result.session) : null;
    },
    { action: `${path}/${token}`, fields: [[ENTER.name, ENTER.value]] },
  );
}
