import { readerOfPage } from '../reader/reader-of-page.ts';
import { createHash, randomUUID } from 'node:crypto';
import type { Decision } from '@adieu/domain';
import { data, redirect } from 'react-router';
import {
  CloseReviewDocument,
  DecideByReviewDocument,
  DeferByReviewDocument,
  QuarantineIdsDocument,
  ReviewDocument,
  UndoReviewDocument,
  WaitingIdsDocument,
} from '../api/generated/documents.ts';
import { apiContext } from '../server/context.ts';
import { readerLanguage } from '../reader/reader-language.ts';
import {
  errorOf,
  readReviewForm,
  type ReviewForm,
  type ReviewFormError,
} from '../review/review-form.ts';
import { type Deferral, ReviewPage } from '../review/review-page.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { EndedPage } from '../members/sign-in-page.tsx';
import { nothingDone } from '../server/nothing-done.ts';
import { readForm } from '../server/read-form.server.ts';
import { isForeign } from '../server/same-origin.server.ts';
import { withSession } from '../server/signed-in.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/review.ts';
import { withApi } from '../errors/with-api.ts';

type Context = Route.ActionArgs['context'];
/** More on a page is not read any faster. */
const PAGE_SIZE = 50;

/** Shows what waits for whoever was mailed the link. Inert. */
export async function loader({ request, params: { token }, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const [book, after, plan] = [query.get('book'), query.get('after'), query.get('plan')];
  if (!isTokenShaped(token)) return ended(request);
  return withApi({ request, context }, 'a review was not shown', async (api) => {
    const { review: view } = await api(ReviewDocument, {
      token,
      first: PAGE_SIZE,
      after,
      addressBookId: book,
      also: plan,
    });
    if (view === null) return ended(request);
    return {
      token,
      view,
      book,
      after,
      plan,
      reader: readerOfPage(view, request),
      now: new Date(),
      pageKey: randomUUID(),
      tooLate: query.get('late') !== null,
      deferral: readDeferral(query),
    };
  });
}

/** Plans, undoes, signs out. Answers 303 after the API has committed; where something is missing, with all that was ticked and typed. */
export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  if (isForeign(request)) return nothingDone(403);
  const form = isTokenShaped(token) ? await readForm(request) : null;
  if (form === null) return nothingDone();
  const query = new URL(request.url).searchParams;
  const place = { book: query.get('book'), after: query.get('after') };
  return withApi(
    { request, context },
    'a decision was not saved',
    async () => {
      if (form.get('intent') === 'signOut') return await signOut(token, context);
      if (form.get('intent') === 'undo')
        return await undo(token, form.get('planned') ?? '', place, context);
      const wanted = readReviewForm(form);
      if (wanted === null) return nothingDone();
      const error = errorOf(wanted);
      if (error !== null) return refuse(wanted, error);
      return wanted.decision === 'DEFER'
        ? await defer(token, wanted, place, context)
        : await decide(token, { ...wanted, decision: wanted.decision }, place, context);
    },
    { action: reviewUrl(token, place), fields: [...form] },
  );
}

type Place = { readonly book: string | null; readonly after: string | null };

const refuse = (form: ReviewForm, error: ReviewFormError) => data({ form, error }, { status: 422 });

/** Of the address that deferring leads to; null where it says nothing of the kind. */
function readDeferral(query: URLSearchParams): Deferral | null {
  const [deferred, refused] = [query.get('deferred'), query.get('kept')].map((count) =>
    /^\d{1,4}$/.test(count ?? '') ? Number(count) : 0,
  ) as [number, number];
  return deferred + refused > 0 ? { deferred, refused } : null;
}

/** At once: whoever has more time can still decide. */
async function defer(token: string, form: ReviewForm, place: Place, context: Context) {
  const ids = await idsOf(token, form, place, context);
  if (ids.length === 0) return refuse(form, 'outdated');
  const idempotencyKey = keyOf([form.key, 'DEFER', form.all, form.ids]);
  const input = { token, ids, idempotencyKey };
  const { deferByReview: result } = await context.get(apiContext)(DeferByReviewDocument, { input });
  if (result.__typename !== 'ReviewDeferred') return refuse(form, 'outdated');
  const counts = { deferred: String(result.deferred), kept: String(result.refused) };
  return redirect(reviewUrl(token, { ...place, ...counts }), 303);
}

async function decide(
  token: string,
  form: ReviewForm & { readonly decision: Decision },
  place: Place,
  context: Context,
) {
  const api = context.get(apiContext);
  const ids = await idsOf(token, form, place, context);
  // All that waited when the page was shown is decided by now.
  if (ids.length === 0) return refuse(form, 'outdated');
  const { decision } = form;
  const reason = decision === 'DECLINE' ? form.reason : null;
  const idempotencyKey = keyOf([form.key, decision, reason, form.quarantine, form.all, form.ids]);
  const input = { token, ids, decision, reason, idempotencyKey };
  const { decideByReview: result } = await api(DecideByReviewDocument, { input });
  if (result.__typename === 'DecisionPlanned')
    return redirect(reviewUrl(token, { ...place, plan: result.planned.id }), 303);
  if (result.code === 'REASON_REQUIRED') return refuse(form, 'reasonMissing');
  if (result.code === 'REASON_TOO_LONG') return refuse(form, 'reasonTooLong');
  return refuse(form, 'outdated');
}

async function idsOf(
  token: string,
  form: ReviewForm,
  place: Place,
  context: Context,
): Promise<readonly string[]> {
  if (form.quarantine !== null) {
    const { review } = await context.get(apiContext)(QuarantineIdsDocument, {
      token,
      id: form.quarantine,
      receivedBy: form.shownAt,
    });
    return review?.quarantineIds ?? [];
  }
  if (!form.all) return form.ids;
  const { review } = await context.get(apiContext)(WaitingIdsDocument, {
    token,
    receivedBy: form.shownAt,
    addressBookId: place.book,
  });
  return review?.waitingIds ?? [];
}

/** One click twice is one decision; another choice on the same page is another. */
function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

async function undo(token: string, plannedId: string, place: Place, context: Context) {
  const input = { token, plannedId };
  const { undoReview: result } = await context.get(apiContext)(UndoReviewDocument, { input });
  const late = result.__typename === 'Conflict' ? 'yes' : null;
  return redirect(reviewUrl(token, { ...place, plan: plannedId, late }), 303);
}

async function signOut(token: string, context: Context) {
  await context.get(apiContext)(CloseReviewDocument, { input: { token } });
  // The session that opened this review ended with it.
  return withSession('/sign-in?done=out', null);
}

function ended(request: Request) {
  return data({ view: null, language: readerLanguage(null, request) }, { status: 404 });
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.view === null) return <EndedPage language={loaderData.language} />;
  return <ReviewPage {...loaderData} posted={actionData ?? null} />;
}
