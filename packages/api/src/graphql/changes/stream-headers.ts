import { RETRY_AFTER_SECONDS } from './stream-errors.ts';

/** Of a stream that can not begin or go on here. */
export const RETRY_LATER = { 'retry-after': String(RETRY_AFTER_SECONDS) };
/** Of one that begins. */
export const KEEP_OPEN = {
  'cache-control': 'no-store',
  'content-type': 'text/event-stream; charset=utf-8',
  // Proxies that gather answers would hold the events back.
  'x-accel-buffering': 'no',
};
