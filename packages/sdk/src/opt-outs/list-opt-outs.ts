import { type Connection, connect } from '../client/connect.ts';
import {
  type OptOutRequestFilter,
  OptOutRequestsDocument,
  type OptOutRequestsQuery,
} from '../generated/documents.ts';

/** One wish to stop, as the API tells it; instants are ISO 8601. */
export type OptOut = OptOutRequestsQuery['optOutRequests']['nodes'][number];

/** Wishes to stop, the newest first, page after page as they are read. A key of the role ADMIN. */
export async function* optOuts(
  filter: OptOutRequestFilter = {},
  connection: Connection = connect(),
): AsyncGenerator<OptOut> {
  for (let after: string | null = null; ;) {
    const page: OptOutRequestsQuery = await connection.ask(OptOutRequestsDocument, {
      filter,
      after,
    });
    const { nodes, pageInfo } = page.optOutRequests;
    yield* nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor ?? null;
  }
}
