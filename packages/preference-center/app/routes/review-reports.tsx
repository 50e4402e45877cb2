import { readerOfPage } from '../reader/reader-of-page.ts';
import { data, redirect } from 'react-router';
import { ReportsDocument, SetWeeklyReportDocument } from '../api/generated/documents.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { ReportsPage } from '../review/reports/reports-page.tsx';
import { EndedPage } from '../members/sign-in-page.tsx';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-reports.ts';
import { withApi } from '../errors/with-api.ts';

const PAGE_SIZE = 25;

/** The reports of an admin's organisation. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token, after: null },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  const after = new URL(request.url).searchParams.get('after');
  return withApi({ request, context }, 'reports not shown', async (api) => {
    const variables = { token, first: PAGE_SIZE, after };
    const { review: view } = await api(ReportsDocument, variables);
    if (view === null) return ended;
    return { view, reader: readerOfPage(view, request), token, after };
  });
}

/** Stops the weekly mail, or starts it again. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const form = isTokenShaped(token) ? await readForm(request) : null;
  const weekly = form?.get('weekly');
  if (weekly === 'stop' || weekly === 'start') {
    await withApi({ request, context }, 'the weekly mail was not set', async (api) => {
      const input = { token, wanted: weekly === 'start' };
      await api(SetWeeklyReportDocument, { input });
    });
  }
  return redirect(`/review/${token}/reports`, 303);
}

export default function Reports({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <ReportsPage {...loaderData} />;
}
