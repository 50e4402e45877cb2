import { ask } from '@adieu/testkit/parts';
import { inject } from 'vitest';
import type { Endpoints } from './endpoints.ts';

const STARTED_WITHIN_MS = 290_000;

/**
 * The product that the tests of a run share which neither stop nor configure it, and have people of their own. Who does
 * otherwise starts one (`startProduct`).
 */
export async function sharedProduct(): Promise<Endpoints> {
  const url = `${inject('products')}/product/shared`;
  return JSON.parse(await ask(url, STARTED_WITHIN_MS)) as Endpoints;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** http://host:port that starts the shared product and tells its endpoints. */
    products: string;
  }
}
