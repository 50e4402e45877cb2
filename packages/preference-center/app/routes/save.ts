import { redirect } from 'react-router';
import {
  AskForDataDocument,
  GiveReasonDocument,
  LeaveDocument,
  type LeaveChoice,
  StartDoubleOptInDocument,
  UpdatePreferencesDocument,
} from '../api/generated/documents.ts';
import { apiContext, formUrlContext, visitorContext } from '../server/context.ts';
import type { Done } from '../preferences/done.ts';
import { notFound } from '../errors/page-error.ts';
import { readForm } from '../server/read-form.server.ts';
import { readSettings } from '../preferences/read-settings.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { pressedButton } from '../page/buttons.ts';
import type { Route } from './+types/save.ts';
import { withApi } from '../errors/with-api.ts';

type Context = Route.ActionArgs['context'];
/** What to show; null where the link opens nothing. */
type Saved = Promise<Done | null>;

/** Whoever lands here without posting (reload, bookmark) is shown where things stand. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/u/${encodeURIComponent(params.token)}`, 303);
}

/** Answers 303 after the API has committed, and 503 otherwise: never anything in between. Twice does no harm (P-7). */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  const button = pressedButton(form);
  // Not a form of this page: it says that nothing was saved.
  if (
    form === null ||
    button === null ||
    button === 'confirm' ||
    button === 'erase' ||
    button === 'leaveAndErase'
  )
    return redirect(`/u/${token}?done=outdated`, 303);
  const saving = {
    leaveAll: () => leave(token, 'ALL_MARKETING', context),
    leaveScope: () => leave(token, 'THIS_SCOPE', context),
    leaveBook: () => leave(token, 'THIS_BOOK', context),
    saveSettings: () => saveSettings(token, form, context),
    giveReason: () => giveReason(token, form, context),
    askForData: () => askForData(token, form, context),
    askReturn: () => askReturn(token, null, context),
    askTopic: () => askReturn(token, form.get('again'), context),
  };
  return withApi(
    { request, context },
    `a choice was not saved: ${button}`,
    async () => {
      const done = await saving[button]();
      if (done === null) throw notFound(request);
      return redirect(`/u/${token}?done=${done}`, 303);
    },
    { action: `/p/${token}`, fields: [...form] },
  );
}

/** Never shown: both ways lead to /u/:token, and refusals are the root's to render. */
export default function Save() {
  return null;
}

async function leave(token: string, choice: LeaveChoice, context: Context): Saved {
  const input = { token, choice, ...context.get(visitorContext) };
  const { leave: result } = await context.get(apiContext)(LeaveDocument, { input });
  return doneBy(result.__typename, 'Left', 'left');
}

async function saveSettings(token: string, form: URLSearchParams, context: Context): Saved {
  const input = { token, ...readSettings(form), ...context.get(visitorContext) };
  const { updatePreferences } = await context.get(apiContext)(UpdatePreferencesDocument, { input });
  return doneBy(updatePreferences.__typename, 'PreferencesUpdated', 'settings');
}

async function giveReason(token: string, form: URLSearchParams, context: Context): Saved {
  const input = {
    token,
    reasonId: form.get('reason'),
    text: form.get('words'),
    language: form.get('language'),
  };
  const { giveReason: result } = await context.get(apiContext)(GiveReasonDocument, { input });
  const isEmpty = result.__typename === 'ReasonGiven' && !result.kept;
  return doneBy(result.__typename, 'ReasonGiven', isEmpty ? 'no-reason' : 'reason');
}

/** The mail goes to the address itself: the message's link alone shows nobody anything (P-12). */
async function askForData(token: string, form: URLSearchParams, context: Context): Saved {
  const input = { token, language: form.get('language') };
  const { askForData: result } = await context.get(apiContext)(AskForDataDocument, { input });
  return doneBy(result.__typename, 'DataLinkAsked', 'data');
}

/** Answers the same whether or not a mail goes out (D-6). */
async function askReturn(token: string, topicId: string | null, context: Context): Saved {
  const formUrl = context.get(formUrlContext);
  const input = { token, topicId, formUrl, ...context.get(visitorContext) };
  await context.get(apiContext)(StartDoubleOptInDocument, { input });
  return 'return';
}

/** A choice that no longer fits (a topic that is gone by now, say) saved nothing: the page as it is now is shown. */
function doneBy(answer: string, expected: string, done: Done): Done | null {
  if (answer === expected) return done;
  return answer === 'NotFound' ? null : 'outdated';
}
