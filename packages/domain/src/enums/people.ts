/** OPERATOR looks after the installation: exempts books, and reads nobody's address. */
export const ROLES = ['ADMIN', 'CAMPAIGNER', 'OPERATOR'] as const;
export type Role = (typeof ROLES)[number];

/** Who did something: the recipient, an admin by name of key, the timer, or the system (relay, import). */
export const ACTOR_KINDS = ['RECIPIENT', 'ADMIN', 'TIMER', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
export interface Actor {
  readonly kind: ActorKind;
  readonly name: string | null;
}

/** Where a contact stands with its book, as the gate sees it (A5, F9). */
export const CONTACT_STATES = ['SUBSCRIBED', 'PAUSED', 'OPTED_OUT'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
