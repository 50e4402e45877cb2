/** Sends GraphQL operations with one API key. */
export type Ask = <Data>(operation: string, variables?: Record<string, unknown>) => Promise<Data>;

/** Errors of the API are faults here: the demo knows what it asks. */
export function createAsk(graphql: string, apiKey: string): Ask {
  return async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: { message: string }[] };
    if (body.data && !body.errors) return body.data;
    throw new Error(
      `the API answered ${response.status}: ${body.errors?.map(({ message }) => message).join('; ') ?? 'no data'}`,
    );
  };
}

/** The result if it is of this type; a Problem is a fault. */
export function expectType<Result extends { __typename: string }>(
  result: Result,
  type: string,
): Result {
  if (result.__typename === type) return result;
  throw new Error(
    `the API answered ${result.__typename}: ${(result as { message?: string }).message ?? ''}`,
  );
}
