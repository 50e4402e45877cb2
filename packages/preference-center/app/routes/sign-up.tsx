import { data, redirect } from 'react-router';
import { SignUpDocument, SignUpFormViewDocument } from '../api/generated/documents.ts';
import type { SignUpFormView } from '../api/operations.ts';
import { SignUpAskedPage } from '../sign-up/sign-up-asked-page.tsx';
import { SignUpPage } from '../sign-up/sign-up-page.tsx';
import {
  apiContext,
  brandContext,
  formUrlContext,
  framesContext,
  visitorContext,
} from '../server/context.ts';
import { formLanguage } from '../reader/reader-language.ts';
import { notFound } from '../errors/page-error.ts';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { readSignUp, type SignUpError } from '../sign-up/read-sign-up.ts';
import type { Route } from './+types/sign-up.ts';
import { withApi } from '../errors/with-api.ts';

type Context = Route.LoaderArgs['context'];

/** Shows a form of an account, here or in a frame of its own site. Inert. */
export async function loader({ request, params: { id }, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  return withApi({ request, context }, 'a sign-up form not shown', async () => {
    const view = await readView(id, request, context);
    const language = formLanguage(query.get('lang'), view.languages, request);
    return { id, view, language, isAsked: query.get('done') === 'asked' };
  });
}

async function readView(id: string, request: Request, context: Context): Promise<SignUpFormView> {
  if (!/^form_[\w-]{1,64}$/.test(id)) throw notFound(request);
  const { signUpFormView: view } = await context.get(apiContext)(SignUpFormViewDocument, { id });
  if (view === null) throw notFound(request);
  context.set(brandContext, view.brand);
  context.set(framesContext, view.origins);
  return view;
}

/** Starts a double opt-in. Answers the same whoever it is; what is wrong with a field is told beside it, with what was typed. */
export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  const form = await readForm(request);
  if (form === null) return nothingDone();
  const post = readSignUp(form);
  return withApi(
    { request, context },
    'a sign-up was not passed on',
    async (api) => {
      // Also for the policy of the answer: a frame must not lose its page because an address was mistyped.
      const view = await readView(id, request, context);
      const language = formLanguage(post.language, view.languages, request);
      const formUrl = new URL(`/f/${id}`, context.get(formUrlContext)).href;
      const input = { formId: id, ...post, language, formUrl, ...context.get(visitorContext) };
      const { signUp: result } = await api(SignUpDocument, { input });
      if (result.__typename === 'SignUpAsked')
        return redirect(view.redirectUrl ?? `/f/${id}?done=asked&lang=${language}`, 303);
      if (result.__typename === 'NotFound') throw notFound(request);
      const error: SignUpError = result.field === 'address' ? 'address' : 'outdated';
      return data({ error, address: post.address, language }, { status: 422 });
    },
    { action: `/f/${id}`, fields: [...form] },
  );
}

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { id, view, isAsked } = loaderData;
  const language = actionData?.language ?? loaderData.language;
  if (isAsked && !actionData) return <SignUpAskedPage {...{ view, language }} />;
  return <SignUpPage {...{ id, view, language }} posted={actionData ?? null} />;
}
