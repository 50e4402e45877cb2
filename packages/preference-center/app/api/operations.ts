import type { OptOutMethod, Purpose, RequestState, ScopeKind, TimeoutOutcome } from '@adieu/domain';

/** A GraphQL document that knows what it takes and what it answers; the shape that codegen's documents have too. */
export interface TypedDocument<Data, Variables> {
  readonly name: string;
  readonly text: string;
  readonly types?: (variables: Variables) => Data;
}

export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string | null;
  readonly name: string;
}

/** An opt-out request as its recipient may see it. Instants are ISO 8601 UTC. */
export interface CurrentOptOut {
  readonly state: RequestState;
  readonly method: OptOutMethod;
  readonly since: string;
  readonly scope: Scope;
  readonly deadline: string | null;
  readonly onTimeout: TimeoutOutcome | null;
}

export interface TopicChoice {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly since: string | null;
}

/** A message whose hand-over had begun when its recipient left: it may still arrive. */
export interface InFlightMessage {
  readonly campaignName: string;
  readonly until: string;
}

export interface PreferenceView {
  readonly organisationName: string;
  readonly accountName: string;
  readonly maskedAddress: string;
  readonly language: string | null;
  readonly purpose: Purpose;
  /** Whether an operator exempted its list from opt-out: then all marketing alone can be left. */
  readonly exempt: boolean;
  /** What the message's own link leaves. */
  readonly scope: Scope;
  readonly addressBookName: string;
  readonly optOut: CurrentOptOut | null;
  readonly allMarketing: CurrentOptOut | null;
  readonly topics: readonly TopicChoice[];
  readonly inFlight: readonly InFlightMessage[];
  readonly mayReturn: boolean;
}

type NotFound = { readonly __typename: 'NotFound' };
type InvalidInput = { readonly __typename: 'InvalidInput' };

export const PreferencesDocument: TypedDocument<
  { preferences: ({ __typename: 'PreferenceView' } & PreferenceView) | NotFound },
  { token: string }
> = {
  name: 'Preferences',
  text: /* GraphQL */ `
    query Preferences($token: String!) {
      preferences(token: $token) {
        __typename
        ... on PreferenceView {
          organisationName
          accountName
          maskedAddress
          language
          purpose
          exempt
          scope {
            kind
            id
            name
          }
          addressBookName
          optOut {
            ...Standing
          }
          allMarketing {
            ...Standing
          }
          topics {
            id
            name
            on
            since
          }
          inFlight {
            campaignName
            until
          }
          mayReturn
        }
      }
    }
    fragment Standing on CurrentOptOut {
      state
      method
      since
      scope {
        kind
        id
        name
      }
      deadline
      onTimeout
    }
  `,
};

export interface LeaveInput {
  readonly token: string;
  /** Null where topics alone are switched off. */
  readonly choice: 'ALL_MARKETING' | 'THIS_SCOPE' | null;
  readonly topicIdsOff: readonly string[];
  readonly origin: string | null;
  readonly userAgent: string | null;
}

export const LeaveDocument: TypedDocument<
  {
    leave:
      | { readonly __typename: 'Left' }
      | { readonly __typename: 'OptOutExempt' }
      | NotFound
      | InvalidInput;
  },
  { input: LeaveInput }
> = {
  name: 'Leave',
  text: /* GraphQL */ `
    mutation Leave($input: LeaveInput!) {
      leave(input: $input) {
        __typename
      }
    }
  `,
};

export interface StartDoubleOptInInput {
  readonly token: string;
  readonly formUrl: string;
  readonly origin: string | null;
  readonly userAgent: string | null;
}

/** Answers alike whether or not a mail went out (D-6). */
export const StartDoubleOptInDocument: TypedDocument<
  { startDoubleOptIn: { readonly __typename: string } },
  { input: StartDoubleOptInInput }
> = {
  name: 'StartDoubleOptIn',
  text: /* GraphQL */ `
    mutation StartDoubleOptIn($input: StartDoubleOptInInput!) {
      startDoubleOptIn(input: $input) {
        __typename
      }
    }
  `,
};

export interface DoubleOptInView {
  readonly organisationName: string;
  readonly accountName: string;
  readonly maskedAddress: string;
  readonly language: string | null;
  readonly declaration: string;
  readonly scopeName: string;
  readonly expiresAt: string;
}

export const DoubleOptInDocument: TypedDocument<
  { doubleOptIn: DoubleOptInView | null },
  { token: string }
> = {
  name: 'DoubleOptIn',
  text: /* GraphQL */ `
    query DoubleOptIn($token: String!) {
      doubleOptIn(token: $token) {
        organisationName
        accountName
        maskedAddress
        language
        declaration
        scopeName
        expiresAt
      }
    }
  `,
};

export type ConfirmDoubleOptInResult =
  | {
      readonly __typename: 'DoubleOptInConfirmed';
      readonly scope: Scope;
      readonly confirmedAt: string;
    }
  | NotFound
  | { readonly __typename: 'Expired' }
  | { readonly __typename: 'Superseded' };

export interface ConfirmDoubleOptInInput {
  readonly token: string;
  readonly origin: string | null;
  readonly userAgent: string | null;
}

/** A link that was confirmed already answers DoubleOptInConfirmed with the instant of the first time. */
export const ConfirmDoubleOptInDocument: TypedDocument<
  { confirmDoubleOptIn: ConfirmDoubleOptInResult },
  { input: ConfirmDoubleOptInInput }
> = {
  name: 'ConfirmDoubleOptIn',
  text: /* GraphQL */ `
    mutation ConfirmDoubleOptIn($input: ConfirmDoubleOptInInput!) {
      confirmDoubleOptIn(input: $input) {
        __typename
        ... on DoubleOptInConfirmed {
          scope {
            kind
            id
            name
          }
          confirmedAt
        }
      }
    }
  `,
};
