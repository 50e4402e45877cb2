import { readerOfPage } from '../reader/reader-of-page.ts';
import { data, redirect } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { ReportDocument } from '../api/generated/documents.ts';
import { apiContext, logContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { unavailable } from '../errors/page-error.ts';
import { ReportPage } from '../review/reports/report-page.tsx';
import { EndedPage } from '../review/sign-in-page.tsx';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-report.ts';

const PAGE_SIZE = 25;

/** One campaign's report. Inert. Another organisation's campaign answers like none: with the list. */
export async function loader({ request, params: { token, id }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token, after: null },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  const after = new URL(request.url).searchParams.get('after');
  try {
    const variables = { token, id, first: PAGE_SIZE, after };
    const { review: view } = await context.get(apiContext)(ReportDocument, variables);
    if (view === null) return ended;
    const { campaign } = view;
    if (campaign === null) throw redirect(`/review/${token}/reports`, 303);
    return { view, campaign, reader: readerOfPage(view, request), token, after };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'a report not shown');
    throw unavailable(request);
  }
}

export default function Report({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <ReportPage {...loaderData} />;
}
