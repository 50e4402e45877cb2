import type { PlacedEvent, WebhookPlace, WebhookTarget } from '@adieu/db';
import { type WebhookEventType, webhookTypesOf } from '@adieu/domain';

/** One thing to deliver, and where the endpoint stands once it is. */
export interface WebhookToDeliver {
  readonly placed: PlacedEvent;
  readonly type: WebhookEventType;
  readonly next: WebhookPlace;
}

/**
 * What an endpoint is to be told of events, in order. What is told of an event is counted whether the endpoint wants it or not,
 * so that a place means the same when its wishes change.
 */
export function webhooksFor(
  { types, place }: Pick<WebhookTarget, 'types' | 'place'>,
  events: readonly PlacedEvent[],
): WebhookToDeliver[] {
  return events.flatMap((placed) => {
    const { tx, id, event } = placed;
    // The place of one that was told in part is just before it.
    const before = (BigInt(id) - 1n).toString();
    const done = place.tx === tx && place.id === before ? place.part : 0;
    const wanted = webhookTypesOf(event)
      .map((type, part) => ({ type, part }))
      .filter(({ type, part }) => part >= done && (types.length === 0 || types.includes(type)));
    return wanted.map(({ type, part }, i) => {
      const isLast = i === wanted.length - 1;
      return {
        placed,
        type,
        next: isLast ? { tx, id, part: 0 } : { tx, id: before, part: part + 1 },
      };
    });
  });
}
