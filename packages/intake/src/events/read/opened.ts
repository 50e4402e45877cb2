import type { OpenedEvents } from '../event-ingress.ts';
import { NotAsPromised } from './said.ts';

/** What `read` gives; what can not be read is a value. `beside` is known of it all the same. */
export function opened(
  read: () => OpenedEvents,
  beside: { readonly token?: string } = {},
): OpenedEvents {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotAsPromised) return { unreadable: error.message, ...beside };
    throw error;
  }
}
