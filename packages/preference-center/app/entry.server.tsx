import { renderToStaticMarkup } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  ServerRouter,
} from 'react-router';
import { logContext } from './server/context.ts';

const RETRY_AFTER_SECONDS = '30';

/** One document, at once and whole: nothing streams and nothing hydrates, so the markup carries no script. */
export default function renderDocument(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (status === 503) headers.set('Retry-After', RETRY_AFTER_SECONDS);
  const html = renderToStaticMarkup(<ServerRouter context={router} url={request.url} />);
  return new Response(`<!doctype html>${html}`, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // why: React Router's own refusals (405 …) quote the path in their text, and the path holds the token.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(logContext).error({ err: error }, 'a page failed');
};
