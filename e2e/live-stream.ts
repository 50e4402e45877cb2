const QUERY = 'subscription { optOutRequestChanged { cursor } }';

/** A stream of changes as it is read, until whoever serves it ends it. */
export interface LiveStream {
  /** All that came, when it has ended. */
  readonly ended: Promise<string>;
  close(): void;
}

/** Follows the queue over HTTP as a program does, with a key (`Bearer …`) or a session (`Session …`). */
export async function follow(graphql: string, authorization: string): Promise<LiveStream> {
  const abort = new AbortController();
  const response = await fetch(`${graphql}/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization,
    },
    body: JSON.stringify({ query: QUERY }),
    signal: abort.signal,
  });
  if (response.status !== 200) throw new Error(`the stream was answered ${response.status}`);
  const ended = response.text();
  ended.catch(() => {});
  return { ended, close: () => abort.abort() };
}
