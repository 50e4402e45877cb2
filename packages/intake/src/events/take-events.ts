import { isDatabaseAway, storeInbound, useProviderToken } from '@adieu/db';
import { READ_AGAIN_SECONDS } from '@adieu/domain';
import { OneAtATime } from '../sms/one-at-a-time.ts';
import { settle } from '../mail/settle.ts';
import { actOnEvent, asksForSomething } from './act-on-event.ts';
import type {
  EventIngress,
  EventOutcome,
  EventReply,
  EventRequest,
  OpenedEvents,
  ReadEvent,
} from './event-ingress.ts';
import type { EventsDeps } from './events-deps.ts';
import { inboundOfEvent } from './inbound-of-event.ts';
import { keepUnreadableEvent } from './keep-unreadable-event.ts';

/**
 * Takes what a provider brings, and gives what to answer it. Nobody is heard before they are proven to be the provider. It is told
 * that something is taken when that is committed, with all that it does; what is ours and away makes it come again.
 */
export async function takeEvents(
  deps: EventsDeps,
  ingress: EventIngress,
  request: EventRequest,
): Promise<EventReply> {
  return ingress.answer(await take(deps, ingress, request));
}

/** What one provider brings happens one after the other: a crowd of it must not take every connection that there is. */
const byProvider = new OneAtATime();

async function take(
  deps: EventsDeps,
  ingress: EventIngress,
  request: EventRequest,
): Promise<EventOutcome> {
  const { name } = ingress;
  try {
    const opened = await ingress.open(request, deps.clock());
    if (opened === 'later') return 'later';
    if ('refused' in opened) {
      deps.count.refused(name, opened.refused);
      return 'refused';
    }
    return await byProvider.run(name, () => takeOpened(deps, name, opened, request));
  } catch (error) {
    deps.log.error({ err: error, provider: name }, 'events of a mail provider could not be taken');
    return 'later';
  }
}

async function takeOpened(
  deps: EventsDeps,
  provider: string,
  opened: Exclude<OpenedEvents, 'later' | { readonly refused: unknown }>,
  request: EventRequest,
): Promise<EventOutcome> {
  if (!(await mayUse(deps, provider, opened, request))) {
    deps.count.refused(provider, 'REPLAYED');
    return 'refused';
  }
  if ('unreadable' in opened)
    return keepUnreadableEvent(deps, provider, opened.unreadable, request);
  for (const read of opened.events) {
    deps.count.taken(provider, read.event.kind);
    if (asksForSomething(read.event)) await takeEvent(deps, provider, read);
  }
  if (opened.confirm === undefined) return 'taken';
  return (await confirmOnce(deps, provider, opened.confirm)) ? 'taken' : 'later';
}

/** Whether what proves it was not used for something else. */
async function mayUse(
  { db, clock }: EventsDeps,
  provider: string,
  opened: Extract<OpenedEvents, { readonly token?: string }>,
  { rawBody }: EventRequest,
): Promise<boolean> {
  const { token } = opened;
  if (token === undefined) return true;
  const said =
    'unreadable' in opened
      ? rawBody.toString('base64')
      : JSON.stringify(opened.events.map(({ event }) => event));
  return (await useProviderToken(db.sql, { provider, token, said, now: clock() })) !== 'spent';
}

/** Opens the URL of a subscription, and never the same again. It is forgotten where that failed. */
async function confirmOnce(
  { db, clock, confirm }: EventsDeps,
  provider: string,
  url: string,
): Promise<boolean> {
  const NOT_CONFIRMED = new Error('the subscription could not be confirmed');
  try {
    await db.transaction(async (tx) => {
      const used = { provider, token: url, said: url, now: clock() };
      if ((await useProviderToken(tx, used)) !== 'first') return;
      if (!(await confirm(url))) throw NOT_CONFIRMED;
    });
    return true;
  } catch (error) {
    if (error === NOT_CONFIRMED) return false;
    throw error;
  }
}

async function takeEvent(deps: EventsDeps, provider: string, read: ReadEvent): Promise<void> {
  const now = deps.clock();
  const inbound = inboundOfEvent(deps.ring, provider, read, now);
  const dueAt = new Date(now.getTime() + READ_AGAIN_SECONDS[0] * 1000);
  try {
    await deps.db.transaction(async (tx) => {
      const stored = await storeInbound(tx, inbound, { state: 'RECEIVED', dueAt }, now);
      if (stored === null) return;
      const acted = await actOnEvent(tx, deps, { provider, event: read.event }, now);
      await settle(tx, stored.id, acted, now);
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    // It is stored by itself: whoever looks for what is due reads it again, and parks it in the end.
    deps.log.error({ err: error, provider }, 'an event is stored, and could not be understood');
    await storeInbound(deps.db.sql, inbound, { state: 'RECEIVED', dueAt }, now);
  }
}
