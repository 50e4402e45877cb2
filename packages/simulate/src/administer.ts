import { setTimeout as wait } from 'node:timers/promises';
import type { Ask } from '@adieu/cli';
import type { Decided } from './facts.ts';
import type { Person } from './population.ts';

const PENDING = `query SimulatedPending($after: String) {
  optOutRequests(filter: { states: [PENDING] }, first: 100, after: $after, orderBy: RECEIVED_AT) {
    nodes { id receivedAt recipient { address } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const DECIDE = `mutation SimulatedDecision($input: DecideOptOutRequestsInput!) {
  decideOptOutRequests(input: $input) {
    __typename
    ... on Decided { items { request { recipient { address } } problem { code } } }
  }
}`;
const REASON = 'You are needed on this list.';
const LOOK_AGAIN_MS = 200;

interface Pending {
  readonly optOutRequests: {
    readonly nodes: readonly {
      readonly id: string;
      readonly receivedAt: string;
      readonly recipient: { readonly address: string | null };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface Answer {
  readonly decideOptOutRequests: {
    readonly items?: readonly {
      readonly request: { readonly recipient: { readonly address: string | null } } | null;
      readonly problem: unknown;
    }[];
  };
}

/**
 * An admin who looks at what waits, over and over until `stop`, and decides each request as the draw of its person says,
 * `afterMs` after it came. What is left to nobody is left to the deadline. Gives what was decided, in the end.
 */
export async function administer(
  ask: Ask,
  people: ReadonlyMap<string, Person>,
  { afterMs, stop }: { afterMs: number; stop: AbortSignal },
): Promise<Decided[]> {
  const decided: Decided[] = [];
  while (!stop.aborted) {
    const due = (await pending(ask)).filter(
      ({ receivedAt }) => Date.now() - Date.parse(receivedAt) >= afterMs,
    );
    for (const decision of ['CONFIRM', 'DECLINE'] as const) {
      const ids = due
        .filter(({ recipient }) => people.get(recipient.address ?? '')?.verdict === decision)
        .map(({ id }) => id);
      if (ids.length === 0) continue;
      const input = { ids, decision, ...(decision === 'DECLINE' && { reason: REASON }) };
      const { decideOptOutRequests } = await ask<Answer>(DECIDE, { input });
      for (const { request, problem } of decideOptOutRequests.items ?? []) {
        const address = request?.recipient.address;
        // A deadline, or the person themselves, may have been a moment faster.
        if (address && problem === null) decided.push({ address, decision });
      }
    }
    await wait(LOOK_AGAIN_MS, undefined, { signal: stop }).catch(() => {});
  }
  return decided;
}

async function pending(ask: Ask): Promise<Pending['optOutRequests']['nodes']> {
  const nodes: Pending['optOutRequests']['nodes'][number][] = [];
  for (let after: string | null = null; ;) {
    const { optOutRequests }: Pending = await ask<Pending>(PENDING, { after });
    nodes.push(...optOutRequests.nodes);
    if (!optOutRequests.pageInfo.hasNextPage) return nodes;
    after = optOutRequests.pageInfo.endCursor;
  }
}
