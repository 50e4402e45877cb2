import { readerOfPage } from '../reader/reader-of-page.ts';
import { readerOf } from '@adieu/messages';
import { data } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { FiguresDocument } from '../api/generated/documents.ts';
import { apiContext, logContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { unavailable } from '../errors/page-error.ts';
import { FiguresPage } from '../review/figures/figures-page.tsx';
import { EndedPage } from '../review/sign-in-page.tsx';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-figures.ts';

/** The figures, by the days of where the reader's language is spoken. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  const api = context.get(apiContext);
  const read = async (timeZone: string) => (await api(FiguresDocument, { token, timeZone })).review;
  try {
    // Whose language it is stands in the answer: asked again only where his days begin elsewhere than the browser's.
    const guess = readerOf(readerLanguage(null, request), { sender: null }).timeZone;
    let view = await read(guess);
    if (view === null) return ended;
    const { language, timeZone } = readerOfPage(view, request);
    if (timeZone !== guess) view = await read(timeZone);
    return view === null ? ended : { view, language, token };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'figures not shown');
    throw unavailable(request);
  }
}

export default function Figures({ loaderData }: Route.ComponentProps) {
  const { view, language, token } = loaderData;
  if (view === null) return <EndedPage language={language} />;
  return <FiguresPage {...{ view, language, token }} />;
}
