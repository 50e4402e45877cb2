import { PreferencesDocument } from '../api/generated/documents.ts';
import { PreferencesPage } from '../preferences/preferences-page.tsx';
import { brandContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readDone } from '../preferences/done.ts';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { notFound } from '../errors/page-error.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/preferences.ts';
import { withApi } from '../errors/with-api.ts';

/** Reads only: scanners open this page in great numbers, and nothing may come of it (O-5). */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  return withApi({ request, context }, 'preferences not shown', async (api) => {
    const { preferences: view } = await api(PreferencesDocument, { token });
    if (view.__typename === 'NotFound') throw notFound(request);
    context.set(brandContext, view.brand);
    return {
      token,
      view,
      reader: readerOfPage(view, request),
      now: new Date(),
      done: readDone(new URL(request.url).searchParams.get('done')),
    };
  });
}

/** A POST that is no one-click (another body, no body) shows the page and changes nothing (O-6). */
export function action() {
  return nothingDone();
}

export default function Preferences({ loaderData }: Route.ComponentProps) {
  return <PreferencesPage {...loaderData} />;
}
