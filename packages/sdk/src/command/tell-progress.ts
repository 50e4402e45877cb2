import type { Campaign } from '../campaign/define-campaign.ts';
import type { Progress } from '../campaign/progress.ts';

/** Prints each change until the campaign is sent or cancelled. */
export async function tellProgress(campaign: Campaign): Promise<void> {
  for await (const progress of campaign.watch()) console.log(progressLine(progress));
}

/** `SENDING   120 sent, 80 waiting, 3 stopped (2 OPTED_OUT, 1 PAUSED)` */
export function progressLine({ state, progress }: Progress): string {
  const { sent, queued, handingOver, held, stopped, stoppedBecause, failed, unknown } = progress;
  const reasons = stoppedBecause.map(({ reason, count }) => `${count} ${reason}`).join(', ');
  const parts = [
    `${sent} sent`,
    queued + handingOver > 0 && `${queued + handingOver} waiting`,
    held > 0 && `${held} held`,
    stopped > 0 && `${stopped} stopped (${reasons})`,
    failed > 0 && `${failed} failed`,
    unknown > 0 && `${unknown} unknown`,
  ];
  return `${state.padEnd(9)} ${parts.filter(Boolean).join(', ')}`;
}
