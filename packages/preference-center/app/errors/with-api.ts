import type { RouterContextProvider } from 'react-router';
import { type Api, ApiUnavailable, BadInput } from '../api/client.ts';
import { apiContext, logContext } from '../server/context.ts';
import { notFound, type Retry, unavailable } from './page-error.ts';

interface Asked {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/**
 * Does what needs the API. Without a whole answer the log says what failed, and the page that it is unavailable; what
 * the API can not even read (an id of a mistyped address) is not found.
 */
export async function withApi<Page>(
  { request, context }: Asked,
  failed: string,
  work: (api: Api) => Promise<Page>,
  retry?: Retry,
): Promise<Page> {
  const otherwise = (): never => {
    throw unavailable(request, retry);
  };
  try {
    return await withApiOr({ context }, failed, work, otherwise);
  } catch (error) {
    if (error instanceof BadInput) throw notFound(request);
    throw error;
  }
}

/** The same for what is no page: `otherwise` answers where the API does not. */
export async function withApiOr<Answer>(
  { context }: Pick<Asked, 'context'>,
  failed: string,
  work: (api: Api) => Promise<Answer>,
  otherwise: () => Answer,
): Promise<Answer> {
  try {
    return await work(context.get(apiContext));
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, failed);
    return otherwise();
  }
}
