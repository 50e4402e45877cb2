import type { AcceptedFinding } from '@adieu/db';
import type { Finding } from '@adieu/templates';
import { createHash } from 'node:crypto';

/** A finding with its name within its campaign, and what somebody said of it. */
export interface KnownFinding extends Finding {
  readonly id: string;
  readonly accepted: AcceptedFinding | null;
}

/**
 * Findings by names that stay the same as long as they say the same: not their line, as what stands above may change, but how
 * many people it is about.
 */
export function knownFindings(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
): KnownFinding[] {
  const byId = new Map(accepted.map((each) => [each.finding, each]));
  return findings.map((finding) => {
    const { code, language, place, message } = finding;
    const said = JSON.stringify([code, language, place.part, place.element, message]);
    const id = createHash('sha256').update(said).digest('base64url').slice(0, 22);
    return { ...finding, id, accepted: byId.get(id) ?? null };
  });
}
