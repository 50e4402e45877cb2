import { PAGE_MESSAGES } from '@adieu/messages';
import { createContext } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { EraseMeDocument, PersonalDataDocument } from '../api/generated/documents.ts';
import { DataPage } from '../personal-data/data-page.tsx';
import { Page } from '../page/page.tsx';
import { apiContext, brandContext, logContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { notFound, unavailable } from '../errors/page-error.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { pressedButton } from '../page/buttons.ts';
import type { Route } from './+types/data.ts';

/** Set once a POST has its answer: the link opens nothing any more then. */
const answeredContext = createContext(false);

/** Shows what is kept of an address, to whoever has the link that was mailed there. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (context.get(answeredContext)) return null;
  if (!isTokenShaped(token)) throw notFound(request);
  try {
    const { personalData: view } = await context.get(apiContext)(PersonalDataDocument, { token });
    if (view === null) throw notFound(request);
    context.set(brandContext, view.brand);
    return { token, view, language: readerLanguage(view.language, request) };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'personal data not shown');
    throw unavailable(request);
  }
}

/** Erases for the button of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  if (form === null || pressedButton(form) !== 'erase') return null;
  try {
    const api = context.get(apiContext);
    const { personalData: view } = await api(PersonalDataDocument, { token });
    const { eraseMe } = await api(EraseMeDocument, { input: { token } });
    if (view === null || eraseMe.__typename !== 'Erased') throw notFound(request);
    context.set(answeredContext, true);
    context.set(brandContext, view.brand);
    return { sender: view, language: readerLanguage(view.language, request) };
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'personal data not erased');
    throw unavailable(request, { action: `/d/${token}`, fields: [...form] });
  }
}

export default function Data({ loaderData, actionData }: Route.ComponentProps) {
  if (!actionData) return loaderData && <DataPage {...loaderData} />;
  const { sender, language } = actionData;
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.erased} sender={sender} focusHeading>
      <p>{messages.erasedNote}</p>
    </Page>
  );
}
