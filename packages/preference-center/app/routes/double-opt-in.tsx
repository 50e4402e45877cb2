import { createContext } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { ConfirmDoubleOptInDocument, DoubleOptInDocument } from '../api/generated/documents.ts';
import { ConfirmPage } from '../double-opt-in/confirm-page.tsx';
import { ConfirmedPage } from '../double-opt-in/confirmed-page.tsx';
import { brandContext, visitorContext } from '../server/context.ts';
import { readerOfPage } from '../reader/reader-of-page.ts';
import { notFound } from '../errors/page-error.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { pressedButton } from '../page/buttons.ts';
import type { Route } from './+types/double-opt-in.ts';
import { withApi } from '../errors/with-api.ts';

/** Set once a POST has its answer: the loader, which React Router runs after it, has nothing to add then. */
const answeredContext = createContext(false);

/** Shows what would be confirmed. Inert: mail scanners open these links before their readers do (D-3). */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  if (context.get(answeredContext)) return null;
  if (!isTokenShaped(token)) throw notFound(request);
  return withApi({ request, context }, 'double opt-in not shown', async (api) => {
    const { doubleOptIn: view } = await api(DoubleOptInDocument, { token });
    if (view === null) throw notFound(request);
    context.set(brandContext, view.brand);
    return { token, view, reader: readerOfPage(view, request) };
  });
}

/** Confirms for the button of its page alone; any other POST shows that page. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  if (form === null || pressedButton(form) !== 'confirm') return null;
  const input = { token, ...context.get(visitorContext) };
  return withApi(
    { request, context },
    'double opt-in not confirmed',
    async (api) => {
      // Read first: a link that is used up or superseded may tell nothing afterwards.
      const { doubleOptIn: view } = await api(DoubleOptInDocument, { token });
      const { confirmDoubleOptIn: result } = await api(ConfirmDoubleOptInDocument, { input });
      if (result.__typename === 'NotFound') throw notFound(request);
      // Only an idempotency key can be refused so, and this form sends none.
      if (result.__typename === 'InvalidInput' || result.__typename === 'Conflict')
        throw new ApiUnavailable(`ConfirmDoubleOptIn answered ${result.__typename}`);
      context.set(answeredContext, true);
      context.set(brandContext, view?.brand ?? null);
      const known = view ?? { language: null, accountTimeZone: null };
      return { result, view, reader: readerOfPage(known, request) };
    },
    { action: `/o/${token}`, fields: [...form] },
  );
}

export default function DoubleOptIn({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData) return <ConfirmedPage {...actionData} />;
  return loaderData && <ConfirmPage {...loaderData} />;
}
