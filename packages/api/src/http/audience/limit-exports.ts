import { MOST_READERS } from '@adieu/db';

const MOST_OF_ONE = 2;

/** How many exports may run at once in this process, in all and of one organisation: each holds a connection. */
export interface ExportLimit {
  /** Null where there are too many; else gives the place back, also when called twice. */
  take(organisationId: string): (() => void) | null;
}

export const MOST_EXPORTS = MOST_READERS;

export function createExportLimit(): ExportLimit {
  const running = new Map<string, number>();
  let total = 0;
  return {
    take(organisationId) {
      const own = running.get(organisationId) ?? 0;
      if (total >= MOST_EXPORTS || own >= MOST_OF_ONE) return null;
      running.set(organisationId, own + 1);
      total += 1;
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        total -= 1;
        const left = running.get(organisationId)! - 1;
        if (left === 0) running.delete(organisationId);
        else running.set(organisationId, left);
      };
    },
  };
}
