import {
  listedButNotOut,
  noteListsCompared,
  outForSenders,
  recordOptOut,
  smsSenderAddresses,
} from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import { addressKey, numberOfWriter } from '@adieu/keys';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';

const PAGE = 1_000;

/** What a comparison found, of all gateways together. */
export interface ListsCompared {
  /** On a gateway's list, and not out here: they are now. */
  taken: number;
  /** Out here, and not on a gateway's list: they are now, where it takes them. */
  given: number;
  /** Lists that could not be read or written. */
  failed: number;
}

type Deps = Pick<ActivityDeps, 'db' | 'ring' | 'sms' | 'log' | 'clock'>;

/**
 * Compares the gateways' own lists of those who opted out with ours, both ways (SM-12): an opt-out wins wherever it stands.
 * Repeated at any time it finds nothing to do.
 */
export function createCompareOptOutLists(deps: Deps) {
  return async (): Promise<ListsCompared> => {
    const sum: ListsCompared = { taken: 0, given: 0, failed: 0 };
    const addresses = await smsSenderAddresses(deps.db.sql);
    for (const gateway of deps.sms.all) {
      if (gateway.features.optOutList === 'none') continue;
      const carried = addresses.filter((address) => deps.sms.gatewayFor(address) === gateway);
      const before = { ...sum };
      try {
        const listed = await take(deps, gateway, carried, sum);
        if (gateway.features.optOutList === 'both') await give(deps, gateway, carried, listed, sum);
        const [taken, given] = [sum.taken - before.taken, sum.given - before.given];
        await noteListsCompared(deps.db.sql, gateway.name, { taken, given }, deps.clock());
      } catch (error) {
        sum.failed += 1;
        deps.log.warn({ err: error, gateway: gateway.name }, 'a list of opt-outs was not compared');
        await noteListsCompared(deps.db.sql, gateway.name, null, deps.clock());
      }
    }
    if (sum.taken + sum.given + sum.failed > 0) deps.log.info(sum, 'lists of opt-outs compared');
    return sum;
  };
}

/** Takes over what stands there alone; gives all that stands there, by sender and key. */
async function take(
  { db, ring, clock }: Deps,
  gateway: SmsGateway,
  carried: readonly string[],
  sum: ListsCompared,
): Promise<ReadonlySet<string>> {
  const listed = new Set<string>();
  for (
    let cursor: string | null = null, isFirst = true;
    isFirst || cursor !== null;
    isFirst = false
  ) {
    const page = await gateway.listOptOuts!(cursor);
    cursor = page.next;
    for (const { number, sender } of page.optOuts) {
      const listedNumber = numberOfWriter(number);
      if (listedNumber === null) continue;
      const key = addressKey(ring, 'SMS', listedNumber);
      const senders = sender === null ? carried : [sender];
      for (const each of senders) listed.add(entry(each, key));
      for (const found of await listedButNotOut(db.sql, [key], senders)) {
        const { organisationId, recipientId, accountId } = found;
        await recordOptOut(db.sql, {
          target: { organisationId, recipientId, scope: { kind: 'ACCOUNT', id: accountId } },
          signal: 'CLEAR',
          method: 'PROVIDER',
          actor: { kind: 'SYSTEM', name: gateway.name },
          evidence: { because: `They stand on the list of the SMS gateway ${gateway.name}` },
          now: clock(),
        });
        sum.taken += 1;
      }
    }
    Context.current().heartbeat();
  }
  return listed;
}

async function give(
  { db }: Deps,
  gateway: SmsGateway,
  senders: readonly string[],
  listed: ReadonlySet<string>,
  sum: ListsCompared,
): Promise<void> {
  for (let after: Buffer | null = null, more = true; more;) {
    const page = await outForSenders(db.sql, { senders, after, limit: PAGE });
    for (const { addressKey: key, number, sender } of page) {
      if (listed.has(entry(sender, key))) continue;
      await gateway.addOptOut!(number, sender);
      sum.given += 1;
      Context.current().heartbeat();
    }
    more = page.length === PAGE;
    after = page.at(-1)?.addressKey ?? null;
  }
}

function entry(sender: string, key: Buffer): string {
  return `${sender} ${key.toString('base64url', 0, 16)}`;
}
