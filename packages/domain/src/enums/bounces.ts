/**
 * What a report of a failed delivery says. HARD: there is no such mailbox. SOFT: not now. REFUSED: the mailbox may well be there, but this
 * mail or its sender was not wanted, which says nothing about the address.
 */
export const BOUNCE_KINDS = ['HARD', 'SOFT', 'REFUSED'] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];

/** How each is kept among what machines tell. */
export const SIGNAL_OF_BOUNCE = {
  HARD: 'HARD_BOUNCE',
  SOFT: 'SOFT_BOUNCE',
  REFUSED: 'REFUSAL',
} as const satisfies Record<BounceKind, string>;

/** Who reported it: the mail server at the hand-over, a delivery status notification, or a provider's event. */
export const BOUNCE_SOURCES = ['HAND_OVER', 'DSN', 'PROVIDER'] as const;
export type BounceSource = (typeof BOUNCE_SOURCES)[number];

/** What showed that an address can be written to again: a member says so, its owner confirmed a double opt-in, or wrote to us. */
export const LIFTED_BY = ['MEMBER', 'DOUBLE_OPT_IN', 'ANSWER'] as const;
export type LiftedBy = (typeof LIFTED_BY)[number];
