import { redirect } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { LeaveDocument, type LeaveInput, StartDoubleOptInDocument } from '../api/operations.ts';
import { apiContext, formUrlContext, logContext, visitorContext } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { notFound, unavailable } from '../refusal.ts';
import { readForm } from '../server/read-form.server.ts';
import { isTokenShaped } from '../server/token.server.ts';
import { type Wish, wishOf } from '../wish.ts';
import type { Route } from './+types/save.ts';

type Context = Route.ActionArgs['context'];
type Choice = Pick<LeaveInput, 'choice' | 'topicIdsOff'>;

/** Whoever lands here without posting (reload, bookmark) is shown where things stand. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(`/u/${encodeURIComponent(params.token)}`, 303);
}

/** Answers 303 after the API has committed, and 503 otherwise: never anything in between. Twice does no harm (P-7). */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (!isTokenShaped(token)) throw notFound(request);
  const form = await readForm(request);
  const wish = wishOf(form);
  // Not a form of ours: show the page, on which nothing has happened.
  if (form === null || wish === null || wish === 'confirm') return redirect(`/u/${token}`, 303);
  try {
    const outcome =
      wish === 'askReturn'
        ? await askReturn(token, context)
        : await leave(token, choiceOf(wish, form), context);
    if (outcome === null) throw notFound(request);
    return redirect(`/u/${token}?done=${outcome}`, 303);
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error, wish }, 'a choice was not saved');
    throw unavailable(request, { action: `/p/${token}`, fields: [...form] });
  }
}

/** Never shown: both ways lead to /u/:token, and refusals are the root's to render. */
export default function Save() {
  return null;
}

/** Answers the same whether or not a mail goes out (D-6). */
async function askReturn(token: string, context: Context): Promise<Outcome> {
  const input = { token, formUrl: context.get(formUrlContext), ...context.get(visitorContext) };
  await context.get(apiContext)(StartDoubleOptInDocument, { input });
  return 'return';
}

async function leave(token: string, choice: Choice, context: Context): Promise<Outcome | null> {
  const topicsOnly = choice.choice === null;
  if (topicsOnly && choice.topicIdsOff.length === 0) return 'unchanged';
  const input = { token, ...choice, ...context.get(visitorContext) };
  const { leave: result } = await context.get(apiContext)(LeaveDocument, { input });
  if (result.__typename === 'NotFound') return null;
  // A topic that is gone by now, or a list that was exempted: nothing was saved, and the page as it is now is shown.
  if (result.__typename === 'InvalidInput' || result.__typename === 'OptOutExempt')
    return 'outdated';
  return topicsOnly ? 'topics' : 'left';
}

function choiceOf(wish: Exclude<Wish, 'askReturn' | 'confirm'>, form: URLSearchParams): Choice {
  if (wish === 'leaveAll') return { choice: 'ALL_MARKETING', topicIdsOff: [] };
  if (wish === 'leaveScope') return { choice: 'THIS_SCOPE', topicIdsOff: [] };
  const kept = new Set(form.getAll('keep'));
  return { choice: null, topicIdsOff: form.getAll('shown').filter((id) => !kept.has(id)) };
}
