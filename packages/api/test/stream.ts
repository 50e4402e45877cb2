import type { House } from './house.ts';

export interface Event {
  readonly data?: { readonly optOutRequestChanged: Change } | null;
  readonly errors?: { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export interface Change {
  readonly cursor: string;
  readonly event: { readonly type: string; readonly requestId: string; readonly newState: string };
  readonly request: { readonly id: string; readonly state: string } | null;
}

export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; null where the stream has ended. */
  next(): Promise<Event | null>;
  /** The next `n` changes; throws where an error or the end comes before. */
  changes(n: number): Promise<Change[]>;
  close(): void;
}

const QUERY = `subscription ($after: String) { optOutRequestChanged(after: $after) {
  cursor event { type requestId newState } request { id state }
} }`;

/** Follows the changes of a house over HTTP, as curl would. */
export async function openStream(
  { url, org }: Pick<House, 'url' | 'org'>,
  after: string | null = null,
  key: string | null = org.adminKey,
  query = QUERY,
  path = '/graphql/stream',
): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(key !== null && { authorization: key.startsWith('Session ') ? key : `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables: { after } }),
    signal: abort.signal,
  });
  const events = eventsOf(response);
  const next = async (): Promise<Event | null> => {
    const { done, value } = await events.next();
    return done === true ? null : value;
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    async changes(n) {
      const seen: Change[] = [];
      while (seen.length < n) {
        const event = await next();
        if (!event?.data) throw new Error(`the stream ended: ${JSON.stringify(event)}`);
        seen.push(event.data.optOutRequestChanged);
      }
      return seen;
    },
    close: () => abort.abort(),
  };
}

async function* eventsOf(response: Response): AsyncGenerator<Event, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (block.startsWith('event: next') && data !== undefined) yield JSON.parse(data) as Event;
    }
  }
  return undefined;
}
