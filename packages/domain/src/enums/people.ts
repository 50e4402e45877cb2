/** Who did something: the recipient, an API key or a member by name, the timer, or the system (relay, import). */
export const ACTOR_KINDS = ['RECIPIENT', 'KEY', 'MEMBER', 'TIMER', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
export interface Actor {
  readonly kind: ActorKind;
  readonly name: string | null;
}

/** Those who act for an organisation, and answer for it by name. */
export const NAMED_ACTOR_KINDS = ['KEY', 'MEMBER', 'SYSTEM'] as const;
export interface NamedActor extends Actor {
  readonly kind: (typeof NAMED_ACTOR_KINDS)[number];
  readonly name: string;
}

/** Where a contact stands with its book, as the gate sees it (A5, F9). */
export const CONTACT_STATES = ['SUBSCRIBED', 'PAUSED', 'OPTED_OUT'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];
