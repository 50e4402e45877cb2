import { firstCommands } from '@adieu/domain';
import { data } from 'react-router';
import { type Api } from '../api/client.ts';
import { SetUpDocument, SetupDocument } from '../api/generated/documents.ts';
import { notFound } from '../errors/page-error.ts';
import { withApi } from '../errors/with-api.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import { commandsContext } from '../server/context.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { likelyCountry } from '../setup/likely-country.ts';
import { inputOf, readSetup, wrongOf } from '../setup/read-setup.ts';
import { SetupBegunPage, SetupDonePage } from '../setup/setup-done-page.tsx';
import { SetupPage } from '../setup/setup-page.tsx';
import type { Route } from './+types/setup.ts';

/** Shows the form while nobody is here; afterwards that it is done. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  return withApi({ request, context }, 'a set-up not shown', async (api) => {
    const state = await stateOf(api, token, request);
    const language = languageOf(request);
    const country = likelyCountry(request.headers.get('accept-language'), language);
    return { token, language, country, state };
  });
}

async function stateOf(api: Api, token: string, request: Request): Promise<'OPEN' | 'DONE'> {
  const { setup } = isTokenShaped(token) ? await api(SetupDocument, { token }) : { setup: null };
  if (setup === null) throw notFound(request);
  return setup;
}

const languageOf = (request: Request) =>
  readerLanguage(new URL(request.url).searchParams.get('lang'), request);

/** Begins, once. The answer alone shows the keys; what can not be taken is told beside its fields, all at once. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const form = await readForm(request);
  if (form === null) return nothingDone();
  const post = readSetup(form);
  return withApi({ request, context }, 'a set-up was not passed on', async (api) => {
    await stateOf(api, token, request);
    const { setUp } = await api(SetUpDocument, { input: { token, ...inputOf(post) } });
    if (setUp.__typename === 'SetUpDone') {
      const { addressBookId, apiKey, adminApiKey } = setUp;
      const { memberAddress, memberName } = post;
      const commands = firstCommands(context.get(commandsContext), {
        bookId: addressBookId,
        campaignerKey: apiKey,
        reader: { name: memberName, address: memberAddress },
      });
      const done = { addressBookId, apiKey, adminApiKey, memberAddress, commands };
      return data({ done, post: null, wrong: [] });
    }
    // Somebody was faster: the state tells it.
    if (setUp.code === 'ALREADY_BEGUN') return data({ done: null, post: null, wrong: [] });
    const named = setUp.__typename === 'WrongFields' ? setUp.fields : [setUp.field ?? ''];
    return data({ done: null, post, wrong: wrongOf(named) }, { status: 422 });
  });
}

export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const { token, language, country, state } = loaderData;
  if (actionData?.done) return <SetupDonePage language={language} done={actionData.done} />;
  if (state === 'DONE') return <SetupBegunPage language={language} />;
  const post = actionData?.post ?? null;
  const posted = post && { post, wrong: actionData?.wrong ?? [] };
  return <SetupPage {...{ token, language, country, posted }} />;
}
