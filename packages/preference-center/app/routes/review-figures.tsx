import { readerOfPage } from '../reader/reader-of-page.ts';
import { readerOf } from '@adieu/messages';
import { data } from 'react-router';
import { FiguresDocument } from '../api/generated/documents.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { FiguresPage } from '../review/figures/figures-page.tsx';
import { EndedPage } from '../members/sign-in-page.tsx';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review-figures.ts';
import { withApi } from '../errors/with-api.ts';

/** The figures, by the days of where the reader's language is spoken. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const ended = data(
    { view: null, language: readerLanguage(null, request), token },
    { status: 404 },
  );
  if (!isTokenShaped(token)) return ended;
  return withApi({ request, context }, 'figures not shown', async (api) => {
    const read = async (timeZone: string) =>
      (await api(FiguresDocument, { token, timeZone })).review;
    // Whose language it is stands in the answer: asked again only where their days begin elsewhere than the browser's.
    const guess = readerOf(readerLanguage(null, request), { sender: null }).timeZone;
    let view = await read(guess);
    if (view === null) return ended;
    const { language, timeZone } = readerOfPage(view, request);
    if (timeZone !== guess) view = await read(timeZone);
    return view === null ? ended : { view, language, token };
  });
}

export default function Figures({ loaderData }: Route.ComponentProps) {
  const { view, language, token } = loaderData;
  if (view === null) return <EndedPage language={language} />;
  return <FiguresPage {...{ view, language, token }} />;
}
