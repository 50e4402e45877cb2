import type { EventOutcome, EventReply } from './event-ingress.ts';

const COME_AGAIN_SECONDS = 30;

/** What these answers share; `forGood`: by what the provider is told that coming again makes nothing better. */
export function answers(forGood = 400): (outcome: EventOutcome) => EventReply {
  const all: Readonly<Record<EventOutcome, EventReply>> = {
    taken: { status: 200, retryAfterSeconds: null },
    later: { status: 503, retryAfterSeconds: COME_AGAIN_SECONDS },
    unreadable: { status: forGood, retryAfterSeconds: null },
    refused: { status: 401, retryAfterSeconds: null },
  };
  return (outcome) => all[outcome];
}
