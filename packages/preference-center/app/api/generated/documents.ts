/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AskForDataInput = {
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail: sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** Of the link in any message. */
  readonly token: string;
};

export type Channel =
  | 'EMAIL'
  | 'SMS';

export type ConfirmDoubleOptInInput = {
  readonly idempotencyKey?: string | null | undefined;
  /** IP address of the visitor; part of the proof. */
  readonly origin?: string | null | undefined;
  readonly token: string;
  readonly userAgent?: string | null | undefined;
};

export type EraseMeInput = {
  readonly idempotencyKey?: string | null | undefined;
  /** Of the link that was mailed to the address itself. */
  readonly token: string;
};

/** At most one message in a day, a week, 30 days; EVERY sets no limit. */
export type Frequency =
  | 'DAILY'
  | 'EVERY'
  | 'MONTHLY'
  | 'WEEKLY';

/** Why somebody left: one of the reasons shown, words of his own, or both. */
export type GiveReasonInput = {
  readonly idempotencyKey?: string | null | undefined;
  /** That the page was in. */
  readonly language?: string | null | undefined;
  /** Of `PreferenceView.reasons`. */
  readonly reasonId?: string | null | undefined;
  /** At most 1000 characters; plain text. */
  readonly text?: string | null | undefined;
  readonly token: string;
};

/** All marketing of the link's account, or what the link itself is about: its topic, or else its book. */
export type LeaveChoice =
  | 'ALL_MARKETING'
  | 'THIS_SCOPE';

export type LeaveInput = {
  /** Also for the addresses on other channels that a contact links to this one. */
  readonly allChannels?: boolean;
  /** Null where topics alone are switched off. */
  readonly choice?: LeaveChoice | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** IP address of the visitor. */
  readonly origin?: string | null | undefined;
  readonly token: string;
  readonly topicIdsOff?: ReadonlyArray<string>;
  readonly userAgent?: string | null | undefined;
};

/** How a wish came in. */
export type OptOutMethod =
  | 'API'
  | 'FILTER'
  | 'IMPORT'
  | 'LINK'
  | 'MAILTO'
  | 'MAIL_REPLY'
  | 'MANUAL'
  | 'ONE_CLICK'
  | 'PROVIDER'
  | 'SMS_KEYWORD'
  | 'SMS_LINK'
  | 'SPAM_REPORT';

export type OptOutRequestState =
  | 'CONFIRMED'
  | 'DECLINED'
  | 'LIFTED'
  | 'PENDING'
  | 'REVERTED'
  | 'WITHDRAWN';

export type Purpose =
  | 'MARKETING'
  | 'SERVICE'
  | 'TRANSACTIONAL';

export type ScopeInput = {
  /** Not needed for ORGANISATION: it is the key’s own. */
  readonly id?: string | null | undefined;
  readonly kind: ScopeKind;
};

export type ScopeKind =
  | 'ACCOUNT'
  | 'BOOK'
  | 'ORGANISATION'
  | 'TOPIC';

/** By a link’s token alone, or by a key with address and scope. */
export type StartDoubleOptInInput = {
  readonly address?: string | null | undefined;
  /** EMAIL if not given. */
  readonly channel?: Channel | null | undefined;
  /** The page where it was asked for; part of the proof. */
  readonly formUrl?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail: sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** IP address of the visitor; part of the proof. */
  readonly origin?: string | null | undefined;
  readonly scope?: ScopeInput | null | undefined;
  readonly token?: string | null | undefined;
  /** With a token: the topic to come back to; else the widest that was left. */
  readonly topicId?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
};

/** What the end of a review does where nobody decided. */
export type TimeoutOutcome =
  | 'OPT_OUT'
  | 'REVERT';

/** What is left out stays as it was. */
export type UpdatePreferencesInput = {
  /** Ends a pause now. */
  readonly endPause?: boolean | null | undefined;
  readonly frequency?: Frequency | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** IP address of the visitor. */
  readonly origin?: string | null | undefined;
  /** No marketing before this instant, at most 365 days from now. */
  readonly pausedUntil?: string | null | undefined;
  readonly token: string;
  /** Topics to leave. One comes back by a double opt-in only: see startDoubleOptIn. */
  readonly topicIdsOff?: ReadonlyArray<string> | null | undefined;
  readonly userAgent?: string | null | undefined;
};

export type DoubleOptInQueryVariables = Exact<{
  token: string;
}>;


export type DoubleOptInQuery = { readonly doubleOptIn: { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly language: string | null, readonly declaration: string, readonly scopeName: string, readonly expiresAt: string } | null };

export type ConfirmDoubleOptInMutationVariables = Exact<{
  input: ConfirmDoubleOptInInput;
}>;


export type ConfirmDoubleOptInMutation = { readonly confirmDoubleOptIn:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'DoubleOptInConfirmed', readonly confirmedAt: string, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } }
    | { readonly __typename: 'Expired' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'Superseded' }
   };

export type PersonalDataQueryVariables = Exact<{
  token: string;
}>;


export type PersonalDataQuery = { readonly personalData: { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly language: string, readonly addressBooks: number, readonly messages: number, readonly requests: number, readonly consents: number } | null };

export type PersonalDataFileQueryVariables = Exact<{
  token: string;
}>;


export type PersonalDataFileQuery = { readonly personalData: { readonly json: string } | null };

export type AskForDataMutationVariables = Exact<{
  input: AskForDataInput;
}>;


export type AskForDataMutation = { readonly askForData:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'DataLinkAsked' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
   };

export type EraseMeMutationVariables = Exact<{
  input: EraseMeInput;
}>;


export type EraseMeMutation = { readonly eraseMe:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'Erased' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
   };

export type PreferencesQueryVariables = Exact<{
  token: string;
}>;


export type PreferencesQuery = { readonly preferences:
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'PreferenceView', readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly language: string | null, readonly purpose: Purpose, readonly exempt: boolean, readonly addressBookName: string | null, readonly mayReturn: boolean, readonly frequency: Frequency, readonly pausedUntil: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly optOut: { readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly allMarketing: { readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly on: boolean, readonly since: string | null }>, readonly inFlight: ReadonlyArray<{ readonly campaignName: string, readonly until: string }>, readonly reasons: ReadonlyArray<{ readonly id: string, readonly text: string | null }> }
   };

export type ViewFragment = { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly language: string | null, readonly purpose: Purpose, readonly exempt: boolean, readonly addressBookName: string | null, readonly mayReturn: boolean, readonly frequency: Frequency, readonly pausedUntil: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly optOut: { readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly allMarketing: { readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly on: boolean, readonly since: string | null }>, readonly inFlight: ReadonlyArray<{ readonly campaignName: string, readonly until: string }>, readonly reasons: ReadonlyArray<{ readonly id: string, readonly text: string | null }> };

export type StandingFragment = { readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } };

export type ScopeNameFragment = { readonly kind: ScopeKind, readonly id: string | null, readonly name: string };

export type LeaveMutationVariables = Exact<{
  input: LeaveInput;
}>;


export type LeaveMutation = { readonly leave:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'Left' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'OptOutExempt' }
   };

export type StartDoubleOptInMutationVariables = Exact<{
  input: StartDoubleOptInInput;
}>;


export type StartDoubleOptInMutation = { readonly startDoubleOptIn:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'DoubleOptInStarted' }
    | { readonly __typename: 'Forbidden' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
   };

export type UpdatePreferencesMutationVariables = Exact<{
  input: UpdatePreferencesInput;
}>;


export type UpdatePreferencesMutation = { readonly updatePreferences:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'PreferencesUpdated' }
   };

export type GiveReasonMutationVariables = Exact<{
  input: GiveReasonInput;
}>;


export type GiveReasonMutation = { readonly giveReason:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'ReasonGiven' }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ScopeNameFragmentDoc = new TypedDocumentString(`
    fragment ScopeName on Scope {
  kind
  id
  name
}
    `, {"fragmentName":"ScopeName"}) as unknown as TypedDocumentString<ScopeNameFragment, unknown>;
export const StandingFragmentDoc = new TypedDocumentString(`
    fragment Standing on CurrentOptOut {
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
}
    fragment ScopeName on Scope {
  kind
  id
  name
}`, {"fragmentName":"Standing"}) as unknown as TypedDocumentString<StandingFragment, unknown>;
export const ViewFragmentDoc = new TypedDocumentString(`
    fragment View on PreferenceView {
  organisationName
  accountName
  maskedAddress
  language
  purpose
  exempt
  scope {
    ...ScopeName
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
  frequency
  pausedUntil
  reasons {
    id
    text
  }
}
    fragment Standing on CurrentOptOut {
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
}
fragment ScopeName on Scope {
  kind
  id
  name
}`, {"fragmentName":"View"}) as unknown as TypedDocumentString<ViewFragment, unknown>;
export const DoubleOptInDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<DoubleOptInQuery, DoubleOptInQueryVariables>;
export const ConfirmDoubleOptInDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ConfirmDoubleOptInMutation, ConfirmDoubleOptInMutationVariables>;
export const PersonalDataDocument = new TypedDocumentString(`
    query PersonalData($token: String!) {
  personalData(token: $token) {
    organisationName
    accountName
    maskedAddress
    language
    addressBooks
    messages
    requests
    consents
  }
}
    `) as unknown as TypedDocumentString<PersonalDataQuery, PersonalDataQueryVariables>;
export const PersonalDataFileDocument = new TypedDocumentString(`
    query PersonalDataFile($token: String!) {
  personalData(token: $token) {
    json
  }
}
    `) as unknown as TypedDocumentString<PersonalDataFileQuery, PersonalDataFileQueryVariables>;
export const AskForDataDocument = new TypedDocumentString(`
    mutation AskForData($input: AskForDataInput!) {
  askForData(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<AskForDataMutation, AskForDataMutationVariables>;
export const EraseMeDocument = new TypedDocumentString(`
    mutation EraseMe($input: EraseMeInput!) {
  eraseMe(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<EraseMeMutation, EraseMeMutationVariables>;
export const PreferencesDocument = new TypedDocumentString(`
    query Preferences($token: String!) {
  preferences(token: $token) {
    __typename
    ... on PreferenceView {
      ...View
    }
  }
}
    fragment View on PreferenceView {
  organisationName
  accountName
  maskedAddress
  language
  purpose
  exempt
  scope {
    ...ScopeName
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
  frequency
  pausedUntil
  reasons {
    id
    text
  }
}
fragment Standing on CurrentOptOut {
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
}
fragment ScopeName on Scope {
  kind
  id
  name
}`) as unknown as TypedDocumentString<PreferencesQuery, PreferencesQueryVariables>;
export const LeaveDocument = new TypedDocumentString(`
    mutation Leave($input: LeaveInput!) {
  leave(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<LeaveMutation, LeaveMutationVariables>;
export const StartDoubleOptInDocument = new TypedDocumentString(`
    mutation StartDoubleOptIn($input: StartDoubleOptInInput!) {
  startDoubleOptIn(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<StartDoubleOptInMutation, StartDoubleOptInMutationVariables>;
export const UpdatePreferencesDocument = new TypedDocumentString(`
    mutation UpdatePreferences($input: UpdatePreferencesInput!) {
  updatePreferences(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;
export const GiveReasonDocument = new TypedDocumentString(`
    mutation GiveReason($input: GiveReasonInput!) {
  giveReason(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<GiveReasonMutation, GiveReasonMutationVariables>;