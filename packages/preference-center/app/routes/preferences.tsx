import { data } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { PreferencesDocument } from '../api/generated/documents.ts';
import { PreferencesPage } from '../preferences/preferences-page.tsx';
import { apiContext, brandContext, logContext } from '../server/context.ts';
import { readDone } from '../preferences/done.ts';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { notFound, unavailable } from '../errors/page-error.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/preferences.ts';

/** Reads only: scanners open this page in great numbers, and nothing may come of it (O-5). */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  try {
    const { preferences: view } = await context.get(apiContext)(PreferencesDocument, { token });
    if (view.__typename === 'NotFound') throw notFound(request);
    context.set(brandContext, view.brand);
    return {
      token,
      view,
      reader: readerOfPage(view, request),
      now: new Date(),
      done: readDone(new URL(request.url).searchParams.get('done')),
    };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'preferences not shown');
    throw unavailable(request);
  }
}

/** A POST that is no one-click (another body, no body) shows the page and changes nothing (O-6). */
export function action() {
  return data(null, { status: 200 });
}

export default function Preferences({ loaderData }: Route.ComponentProps) {
  return <PreferencesPage {...loaderData} />;
}
