import { SignInDocument, SignInLinkDocument } from '../api/generated/documents.ts';
import { enter, showEntrance } from '../members/by-mailed-link.ts';
import { EnterPage } from '../members/enter-page.tsx';
import { EndedPage } from '../members/sign-in-page.tsx';
import { readerLanguage } from '../reader/reader-language.ts';
import type { Route } from './+types/sign-in-link.ts';

/** Shows where a mailed way in leads. */
export async function loader(visit: Route.LoaderArgs) {
  const { token } = visit.params;
  return showEntrance(visit, 'a way in was not shown', async (api) => {
    const { signInLink: view } = await api(SignInLinkDocument, { token });
    return view && { view, language: readerLanguage(view.language, visit.request) };
  });
}

/** Signs in. */
export async function action(visit: Route.ActionArgs) {
  const { token } = visit.params;
  const way = { failed: 'a way in was not opened', path: '/s' };
  return enter(visit, way, async (api, userAgent) => {
    const { signIn } = await api(SignInDocument, { input: { token, userAgent } });
    return signIn;
  });
}

export default function SignInLink({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <EnterPage {...loaderData} />;
}
