import type { Purpose } from './channels.ts';

export const POLICY_MODES = ['AT_ONCE', 'REVIEW'] as const;
export type PolicyMode = (typeof POLICY_MODES)[number];

/** What has a policy: nobody leaves transactional mail. */
export const POLICY_PURPOSES = ['MARKETING', 'SERVICE'] as const satisfies readonly Purpose[];

export const TIMEOUT_OUTCOMES = ['OPT_OUT', 'REVERT'] as const;
export type TimeoutOutcome = (typeof TIMEOUT_OUTCOMES)[number];

/** Who may bring somebody back who left: they themselves by a double opt-in, or for a service book also its controller (B1). */
export const REACTIVATIONS = ['RECIPIENT', 'CONTROLLER'] as const;
export type Reactivation = (typeof REACTIVATIONS)[number];

/** Whose policy it is; each follows the next where it has none of its own. */
export const POLICY_OWNERS = ['BOOK', 'ACCOUNT', 'ORGANISATION', 'INSTALLATION'] as const;
export type PolicyOwnerKind = (typeof POLICY_OWNERS)[number];
