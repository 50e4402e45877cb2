import { redirect } from 'react-router';
import {
  EndSessionsDocument,
  MeDocument,
  OpenReviewDocument,
  SignOutDocument,
} from '../api/generated/documents.ts';
import type { Api } from '../api/client.ts';
import { withApi } from '../errors/with-api.ts';
import { MePage } from '../members/me-page.tsx';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { reviewUrl } from '../review/review-url.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import { withSession } from '../server/signed-in.ts';
import type { Route } from './+types/members.ts';

/** A member's own page. Inert. */
export async function loader({ request, context }: Route.LoaderArgs) {
  return withApi({ request, context }, 'a member was not shown', async (api) => {
    const { me: view } = await api(MeDocument, {});
    if (view === null) throw redirect('/sign-in');
    return { view, reader: readerOfPage(view, request) };
  });
}

const INTENTS: Readonly<Record<string, (api: Api) => Promise<Response>>> = {
  async review(api) {
    const { openReview: result } = await api(OpenReviewDocument, { input: {} });
    if (result.__typename !== 'ReviewOpened') return redirect('/sign-in', 303);
    return redirect(reviewUrl(result.token), 303);
  },
  async signOut(api) {
    await api(SignOutDocument, { input: {} });
    return withSession('/sign-in?done=out', null);
  },
  async endOthers(api) {
    await api(EndSessionsDocument, { input: {} });
    return redirect('/members', 303);
  },
};

/** Opens the review, ends sessions, signs out. */
export async function action({ request, context }: Route.ActionArgs) {
  if (isForeign(request)) return nothingDone(403);
  const form = await readForm(request);
  const [intent, session] = [form?.get('intent') ?? '', form?.get('session') ?? null];
  const act = Object.hasOwn(INTENTS, intent) ? INTENTS[intent] : undefined;
  if (act === undefined && session === null) return nothingDone();
  return withApi(
    { request, context },
    'a member got nothing done',
    async (api) => {
      if (act !== undefined) return act(api);
      await api(EndSessionsDocument, { input: { id: session } });
      return redirect('/members', 303);
    },
    { action: '/members', fields: [...(form ?? [])] },
  );
}

export default function Members({ loaderData }: Route.ComponentProps) {
  return <MePage {...loaderData} />;
}
