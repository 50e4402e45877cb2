import { readerOfPage } from '../reader/reader-of-page.ts';
import { data, redirect } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { ReportsDocument, SetWeeklyReportDocument } from '../api/generated/documents.ts';
import { apiContext, logContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { unavailable } from '../errors/page-error.ts';
import { ReportsPage } from '../review/reports/reports-page.tsx';
import { EndedPage } from '../review/sign-in-page.tsx';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-reports.ts';

const PAGE_SIZE = 25;

/** The reports of an admin's organisation. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token, after: null },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  const after = new URL(request.url).searchParams.get('after');
  try {
    const variables = { token, first: PAGE_SIZE, after };
    const { review: view } = await context.get(apiContext)(ReportsDocument, variables);
    if (view === null) return ended;
    return { view, reader: readerOfPage(view, request), token, after };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'reports not shown');
    throw unavailable(request);
  }
}

/** Stops the weekly mail, or starts it again. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const form = isTokenShaped(token) ? await readForm(request) : null;
  const weekly = form?.get('weekly');
  if (weekly === 'stop' || weekly === 'start') {
    try {
      const input = { token, wanted: weekly === 'start' };
      await context.get(apiContext)(SetWeeklyReportDocument, { input });
    } catch (error) {
      if (!(error instanceof ApiUnavailable)) throw error;
      context.get(logContext).warn({ err: error }, 'the weekly mail was not set');
      throw unavailable(request);
    }
  }
  return redirect(`/review/${token}/reports`, 303);
}

export default function Reports({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <ReportsPage {...loaderData} />;
}
