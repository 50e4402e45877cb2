import { data, redirect } from 'react-router';
import { AskForReviewDocument } from '../api/generated/documents.ts';
import { visitorContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { AskedPage, SignedOutPage, SignInPage } from '../review/sign-in-page.tsx';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import type { Route } from './+types/review-sign-in.ts';
import { withApi } from '../errors/with-api.ts';

export function loader({ request }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get('done');
  return { language: readerLanguage(null, request), done };
}

/** Asks for a mail, and answers the same whether or not one goes out. */
export async function action({ request, context }: Route.ActionArgs) {
  const email = (await readForm(request))?.get('email') ?? null;
  if (email === null) return nothingDone();
  const { origin } = context.get(visitorContext);
  return withApi(
    { request, context },
    'a way in was not asked for',
    async (api) => {
      const input = { email, origin };
      const { askForReview } = await api(AskForReviewDocument, { input });
      if (askForReview.__typename === 'ReviewAsked') return redirect('/review?done=asked', 303);
      return data({ wrong: email }, { status: 422 });
    },
    { action: '/review', fields: [['email', email]] },
  );
}

export default function ReviewSignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { language, done } = loaderData;
  if (actionData) return <SignInPage language={language} wrong={actionData.wrong} />;
  if (done === 'asked') return <AskedPage language={language} />;
  if (done === 'out') return <SignedOutPage language={language} />;
  return <SignInPage language={language} />;
}
