import { readerOfPage } from '../reader/reader-of-page.ts';
import { data, redirect } from 'react-router';
import { ReportDocument } from '../api/generated/documents.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { ReportPage } from '../review/reports/report-page.tsx';
import { EndedPage } from '../members/sign-in-page.tsx';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-report.ts';
import { withApi } from '../errors/with-api.ts';

const PAGE_SIZE = 25;

/** One campaign's report. Inert. Another organisation's campaign answers like none: with the list. */
export async function loader({ request, params: { token, id }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token, after: null },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  const after = new URL(request.url).searchParams.get('after');
  return withApi({ request, context }, 'a report not shown', async (api) => {
    const variables = { token, id, first: PAGE_SIZE, after };
    const { review: view } = await api(ReportDocument, variables);
    if (view === null) return ended;
    const { campaign } = view;
    if (campaign === null) throw redirect(`/review/${token}/reports`, 303);
    return { view, campaign, reader: readerOfPage(view, request), token, after };
  });
}

export default function Report({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <ReportPage {...loaderData} />;
}
