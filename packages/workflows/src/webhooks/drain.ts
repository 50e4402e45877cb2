import {
  type AttemptOutcome,
  bodyTriedBefore,
  moveWebhookPlace,
  recordWebhookAttempt,
  toldEventsAfter,
  type WebhookPlace,
  type WebhookTarget,
  webhookTarget,
} from '@adieu/db';
import { webhookBody, webhookRetryAt } from '@adieu/domain';
import type { WebhookResult } from '@adieu/gateways';
import { webhookEventId } from '@adieu/keys';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { attemptWebhook } from './attempt-webhook.ts';
import { webhooksFor, type WebhookToDeliver } from './events-for.ts';

/** `until`: ISO 8601. */
export type Drained =
  | { readonly next: 'idle' | 'more' | 'disabled' }
  | { readonly next: 'wait'; readonly until: string };

/** Events that are looked at in one go. */
const PAGE = 500;
/** Then others of the queue have their turn. */
const LONGEST_MS = 30_000;

/**
 * Delivers what happened since the endpoint's place, one after the other, until there is no more, its time is over or a delivery
 * fails. Each success moves the place in the same statement as the log, so that a crash repeats one delivery at most, under
 * the same id; whoever finds the place moved by somebody else stops.
 */
export function createDrain(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'outbound' | 'clock' | 'log'>,
  /** Told after each delivery; gives whether there may be another. */
  mayGoOn: () => boolean,
): (endpointId: string) => Promise<Drained> {
  const { db, ring, clock, log } = deps;

  const deliver = async (
    target: WebhookTarget,
    { placed, type, next }: WebhookToDeliver,
  ): Promise<Drained | WebhookPlace> => {
    const { event } = placed;
    const eventId = webhookEventId(ring, event.source, placed.id, type);
    const triedBefore =
      target.failures > 0 ? await bodyTriedBefore(db.sql, target.id, eventId) : null;
    const body = triedBefore ?? JSON.stringify(webhookBody(type, event, target.content));
    const { result, tried } = await attemptWebhook(deps, target, { eventId, body });
    const outcome = outcomeOf(target, result, next, clock());
    const { at, recipientId } = event;
    const attempt = { eventId, type, at, recipientId, position: placed, body, tried };
    const state = await recordWebhookAttempt(db.sql, target, attempt, outcome);
    if (!mayGoOn()) return { next: 'more' };
    if (state === null) return { next: 'more' };
    if (outcome.delivered) return state === 'ACTIVE' ? outcome.next : { next: 'idle' };
    if (state === 'DISABLED') {
      log.warn(
        { endpointId: target.id, because: outcome.disabled },
        'a webhook endpoint is disabled',
      );
      return { next: 'disabled' };
    }
    return state === 'ACTIVE' && outcome.retryAt !== null
      ? { next: 'wait', until: outcome.retryAt.toISOString() }
      : { next: 'idle' };
  };

  return async (endpointId: string): Promise<Drained> => {
    const end = performance.now() + LONGEST_MS;
    while (performance.now() < end) {
      const target = await webhookTarget(db.sql, endpointId, clock());
      if (target === null || target.state === 'PAUSED') return { next: 'idle' };
      if (target.state === 'DISABLED') return { next: 'disabled' };
      if (target.retryAt !== null && target.retryAt > clock())
        return { next: 'wait', until: target.retryAt.toISOString() };
      const { events, position, more } = await toldEventsAfter(db.sql, target, target.place, PAGE);
      let { place } = target;
      let { failures, failingSince } = target;
      for (const each of webhooksFor(target, events)) {
        const done = await deliver({ ...target, failures, failingSince, place }, each);
        if ('next' in done) return done;
        place = done;
        // It took one: what failed before it is over, and must not disable it at its next failure.
        [failures, failingSince] = [0, null];
        if (performance.now() > end) return { next: 'more' };
      }
      const reached = { ...position, part: 0 };
      const isThere = reached.tx === place.tx && reached.id === place.id && place.part === 0;
      if (!isThere && !(await moveWebhookPlace(db.sql, { id: endpointId, place }, reached)))
        return { next: 'more' };
      if (!more) return { next: 'idle' };
    }
    return { next: 'more' };
  };
}

function outcomeOf(
  { failures, failingSince }: WebhookTarget,
  { verdict, retryAfterMs, isSlowedDown }: WebhookResult,
  next: WebhookPlace,
  now: Date,
): AttemptOutcome {
  if (verdict === 'DELIVERED') return { delivered: true, next };
  const failure = {
    failures: failures + 1,
    failingSince: failingSince ?? now,
    retryAfterMs,
    isSlowedDown,
  };
  const retryAt = verdict === 'GONE' ? null : webhookRetryAt(failure, now, Math.random());
  const disabled = verdict === 'GONE' ? 'GONE' : retryAt === null ? 'FAILING' : null;
  return { delivered: false, failingSince: failure.failingSince, retryAt, disabled };
}
