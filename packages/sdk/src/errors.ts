import type { Finding } from './campaign/finding.ts';

// why not instanceof: a campaign's file may have loaded a copy of this package of its own.
const BRAND = Symbol.for('@adieu/sdk/error');

/** Whether it was this package that threw, so that its message is meant for people. */
export function isAdieuError(error: unknown): error is AdieuError {
  return error instanceof Error && BRAND in error;
}

/** Why something did not happen. `message` is for people and says what to do; `code` is for programs. */
export class AdieuError extends Error {
  override name = 'AdieuError';
  readonly code: string;
  readonly [BRAND] = true;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Adieu looked at the campaign and said no. Nothing was sent by this call; `findings` say where and why. */
export class CampaignRefused extends AdieuError {
  override name = 'CampaignRefused';
  readonly findings: readonly Finding[];

  constructor(code: string, message: string, findings: readonly Finding[] = []) {
    super(code, [message, ...findings.map(describe)].join('\n'));
    this.findings = findings;
  }
}

/**
 * One line: `error en, mjml line 12: what is wrong. What to do.`; of one that was accepted, who and why instead of what to do.
 */
export function describe({ level, language, place, message, fix, accepted }: Finding): string {
  const where = [place.part, ...(place.line === null ? [] : [`line ${place.line}`])].join(' ');
  const whole = [language, where].filter(Boolean).join(', ');
  const then = accepted ? `Accepted by ${accepted.by}: ${accepted.reason}` : fix;
  const kind = accepted ? 'noted' : level.toLowerCase();
  return `${kind.padEnd(7)} ${whole}: ${[message, then].filter(Boolean).map(sentence).join(' ')}`;
}

function sentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}
