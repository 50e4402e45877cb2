import { createContext } from 'react-router';
import { type Api, ApiUnavailable } from '../api/client.ts';
import {
  ConfirmDoubleOptInDocument,
  DoubleOptInDocument,
  StartDoubleOptInDocument,
} from '../api/generated/documents.ts';
import { LinkPage } from '../double-opt-in/link-page.tsx';
import type { DoubleOptInView } from '../api/operations.ts';
import { brandContext, formUrlContext, visitorContext } from '../server/context.ts';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { notFound } from '../errors/page-error.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { pressedButton } from '../page/buttons.ts';
import type { Route } from './+types/double-opt-in.ts';
import { withApi } from '../errors/with-api.ts';

/** Set once a POST has its answer: the loader, which React Router runs after it, has nothing to add then. */
const answeredContext = createContext(false);

/** Shows what the link is by now. Inert: mail scanners open these links before their readers do (D-3). */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (context.get(answeredContext)) return null;
  if (!isTokenShaped(token)) throw notFound(request);
  return withApi({ request, context }, 'double opt-in not shown', async (api) => {
    const view = await viewOf(api, token, request);
    context.set(brandContext, view.brand);
    return { token, view, reader: readerOfPage(view, request), posted: null };
  });
}

/** Confirms, or asks for another mail, for the buttons of its pages alone; any other POST shows the page of its state. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  const button = pressedButton(form);
  if (form === null || (button !== 'confirm' && button !== 'askReturn' && button !== 'askTopic'))
    return nothingDone();
  return withApi(
    { request, context },
    `double opt-in: ${button} was not done`,
    async (api) => {
      if (button === 'confirm') {
        const input = { token, ...context.get(visitorContext) };
        const { confirmDoubleOptIn: result } = await api(ConfirmDoubleOptInDocument, { input });
        if (result.__typename === 'InvalidInput')
          throw new ApiUnavailable('ConfirmDoubleOptIn answered InvalidInput');
      }
      // Read once it is done: the page tells the state, whatever the answer was.
      const view = await viewOf(api, token, request);
      if (button !== 'confirm') await ask(api, token, view, form.get('again'), context);
      context.set(answeredContext, true);
      context.set(brandContext, view.brand);
      const posted = button === 'confirm' ? 'confirm' : 'ask';
      return { token, view, reader: readerOfPage(view, request), posted } as const;
    },
    { action: `/o/${token}`, fields: [...form] },
  );
}

async function viewOf(api: Api, token: string, request: Request): Promise<DoubleOptInView> {
  const { doubleOptIn: view } = await api(DoubleOptInDocument, { token });
  if (view === null) throw notFound(request);
  return view;
}

/** The same once more, or what else was left where its button was pressed. */
async function ask(
  api: Api,
  confirmationToken: string,
  view: DoubleOptInView,
  again: string | null,
  context: Route.ActionArgs['context'],
): Promise<void> {
  const scope =
    again === null ? view.scope : view.stillLeft.find((left) => left.scope.id === again)?.scope;
  if (scope === undefined) return;
  const { kind, id } = scope;
  const formUrl = context.get(formUrlContext);
  const input = { confirmationToken, scope: { kind, id }, formUrl, ...context.get(visitorContext) };
  await api(StartDoubleOptInDocument, { input });
}

export default function DoubleOptIn({ loaderData, actionData }: Route.ComponentProps) {
  const shown = actionData ?? loaderData;
  return shown && <LinkPage {...shown} />;
}
