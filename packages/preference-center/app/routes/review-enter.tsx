import { REVIEW_MESSAGES } from '@adieu/messages';
import { data, redirect } from 'react-router';
import { OpenReviewDocument, ReviewSignInDocument } from '../api/generated/documents.ts';
import { Page } from '../page/page.tsx';
import { readerLanguage } from '../reader/reader-language.ts';
import { reviewUrl } from '../review/review-url.ts';
import { EndedPage } from '../review/sign-in-page.tsx';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-enter.ts';
import { withApi } from '../errors/with-api.ts';

const ENTER = { name: 'intent', value: 'enter' };

/** Shows where a mailed way in leads. Inert: mail scanners open these links before their readers do. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data({ view: null, language: readerLanguage(null, request) }, { status: 404 });
  if (!isTokenShaped(token)) return ended;
  return withApi({ request, context }, 'a way in was not shown', async (api) => {
    const { reviewSignIn: view } = await api(ReviewSignInDocument, { token });
    return view === null
      ? ended
      : { view, token, language: readerLanguage(view.language, request) };
  });
}

/** Leads in for the button of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const form = isTokenShaped(token) ? await readForm(request) : null;
  if (form?.get(ENTER.name) !== ENTER.value) return nothingDone();
  return withApi(
    { request, context },
    'a way in was not opened',
    async (api) => {
      const input = { token };
      const { openReview: result } = await api(OpenReviewDocument, { input });
      if (result.__typename === 'ReviewOpened') return redirect(reviewUrl(result.token), 303);
      return null;
    },
    { action: `/s/${token}`, fields: [[ENTER.name, ENTER.value]] },
  );
}

export default function ReviewEnter({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  const { view, token, language } = loaderData;
  const messages = REVIEW_MESSAGES[language];
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
