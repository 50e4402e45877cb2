import { PAGE_MESSAGES } from '@adieu/messages';
import { createContext } from 'react-router';
import { EraseMeDocument, PersonalDataDocument } from '../api/generated/documents.ts';
import { DataPage } from '../personal-data/data-page.tsx';
import { Page } from '../page/page.tsx';
import { brandContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { notFound } from '../errors/page-error.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { pressedButton } from '../page/buttons.ts';
import type { Route } from './+types/data.ts';
import { withApi } from '../errors/with-api.ts';

/** Set once a POST has its answer: the link opens nothing any more then. */
const answeredContext = createContext(false);

/** Shows what is kept of an address, to whoever has the link that was mailed there. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (context.get(answeredContext)) return null;
  if (!isTokenShaped(token)) throw notFound(request);
  return withApi({ request, context }, 'personal data not shown', async (api) => {
    const { personalData: view } = await api(PersonalDataDocument, { token });
    if (view === null) throw notFound(request);
    context.set(brandContext, view.brand);
    return { token, view, language: readerLanguage(view.language, request) };
  });
}

/** Erases for the buttons of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  const button = pressedButton(form);
  if (form === null || (button !== 'erase' && button !== 'leaveAndErase')) return nothingDone();
  return withApi(
    { request, context },
    'personal data not erased',
    async (api) => {
      const { personalData: view } = await api(PersonalDataDocument, { token });
      const { eraseMe } = await api(EraseMeDocument, {
        input: { token, leaveAllMarketing: button === 'leaveAndErase' },
      });
      if (view === null || eraseMe.__typename !== 'Erased') throw notFound(request);
      context.set(answeredContext, true);
      context.set(brandContext, view.brand);
      const { allMarketingLeft } = eraseMe;
      return { sender: view, allMarketingLeft, language: readerLanguage(view.language, request) };
    },
    { action: `/d/${token}`, fields: [...form] },
  );
}

export default function Data({ loaderData, actionData }: Route.ComponentProps) {
  if (!actionData) return loaderData && <DataPage {...loaderData} />;
  const { sender, allMarketingLeft, language } = actionData;
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.erased} sender={sender} focusHeading>
      <p>
        {allMarketingLeft
          ? messages.erasedAndLeft(sender.organisationName)
          : messages.erasedAlone(sender.organisationName)}
      </p>
    </Page>
  );
}
