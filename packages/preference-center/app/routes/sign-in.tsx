import { data, redirect } from 'react-router';
import { AskToSignInDocument, SignInWaysDocument } from '../api/generated/documents.ts';
import { withApi } from '../errors/with-api.ts';
import {
  AskedPage,
  SignedOutPage,
  SignInPage,
  type SignInTrouble,
} from '../members/sign-in-page.tsx';
import { readerLanguage } from '../reader/reader-language.ts';
import { visitorContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import type { Route } from './+types/sign-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  return withApi({ request, context }, 'the ways in were not read', async (api) => {
    const { signInProvider: provider, me } = await api(SignInWaysDocument, {});
    if (me !== null) throw redirect('/members');
    const language = readerLanguage(null, request);
    return {
      language,
      provider,
      done: query.get('done'),
      trouble: troubleOf(query.get('because')),
    };
  });
}

/** Asks for a mail, and answers the same whether or not one goes out. */
export async function action({ request, context }: Route.ActionArgs) {
  if (isForeign(request)) return nothingDone(403);
  const email = (await readForm(request))?.get('email') ?? null;
  if (email === null) return nothingDone();
  const { origin } = context.get(visitorContext);
  return withApi(
    { request, context },
    'a way in was not asked for',
    async (api) => {
      const { askToSignIn: asked } = await api(AskToSignInDocument, { input: { email, origin } });
      if (asked.__typename === 'SignInAsked') return redirect('/sign-in?done=asked', 303);
      if (asked.__typename === 'LimitReached')
        return data({ wrong: null, trouble: 'tooMany' as const }, { status: 429 });
      return data({ wrong: email, trouble: null }, { status: 422 });
    },
    { action: '/sign-in', fields: [['email', email]] },
  );
}

function troubleOf(word: string | null): SignInTrouble | null {
  return word === 'unknown' || word === 'failed' ? word : null;
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { language, provider, done, trouble } = loaderData;
  if (actionData) return <SignInPage {...{ language, provider, ...actionData }} />;
  if (done === 'asked') return <AskedPage language={language} />;
  if (done === 'out') return <SignedOutPage language={language} />;
  return <SignInPage {...{ language, provider, trouble }} />;
}
