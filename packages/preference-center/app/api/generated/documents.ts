/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActorKind =
  | 'KEY'
  | 'MEMBER'
  | 'RECIPIENT'
  | 'SYSTEM'
  | 'TIMER';

export type AskForDataInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail: sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** Of the link in any message. */
  readonly token: string;
};

export type AskToSignInInput = {
  /** Of the member. */
  readonly email: string;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** IP address of the visitor. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
};

/** What a book is for, and how it is left. MARKETING and SERVICE: at once. SERVICE_REVIEW: somebody looks first, for a week; whom nobody answered is out. SERVICE_REVIEW_OR_STAY: the same, but they stay. */
export type BookRule =
  | 'MARKETING'
  | 'SERVICE'
  | 'SERVICE_REVIEW'
  | 'SERVICE_REVIEW_OR_STAY';

/** SCHEDULED: it waits for its hour, with its messages queued. */
export type CampaignState =
  | 'CANCELLED'
  | 'DRAFT'
  | 'PAUSED'
  | 'SCHEDULED'
  | 'SENDING'
  | 'SENT';

export type Channel =
  | 'EMAIL'
  | 'SMS';

export type CloseReviewInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the review. */
  readonly token: string;
};

export type ConfirmDoubleOptInInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** IP address of the visitor, part of the proof. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
  readonly token: string;
  readonly userAgent?: string | null | undefined;
};

export type DecideByReviewInput = {
  readonly decision: Decision;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** At most 1000; those that are nobody’s or somebody else’s are left out. */
  readonly ids: ReadonlyArray<string>;
  /** Needed to decline: the recipient will read it. */
  readonly reason?: string | null | undefined;
  /** Of the review’s link. */
  readonly token: string;
};

export type Decision =
  | 'CONFIRM'
  | 'DECLINE';

export type DeferByReviewInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** At most 1000; those that are nobody’s or somebody else’s are left out. */
  readonly ids: ReadonlyArray<string>;
  /** Of the review’s link. */
  readonly token: string;
};

/** LEFT_AGAIN: confirmed, and left or paused again since. SUPERSEDED: not confirmed before a later wish to stop. */
export type DoubleOptInState =
  | 'ARCHIVED'
  | 'CONFIRMED'
  | 'ENDED'
  | 'LEFT_AGAIN'
  | 'OPEN'
  | 'SUPERSEDED';

export type EndSessionsInput = {
  /** One of the member’s own; not given: all but the one that asks. */
  readonly id?: string | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
};

export type EraseMeInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Stops all marketing of the organisation too, on all channels. Who had left anything does so in any case. */
  readonly leaveAllMarketing?: boolean;
  /** Of the link that was mailed to the address itself. */
  readonly token: string;
};

/** At most one message in a day, a week, 30 days; EVERY sets no limit. */
export type Frequency =
  | 'DAILY'
  | 'EVERY'
  | 'MONTHLY'
  | 'WEEKLY';

/** Why somebody left: one of the reasons shown, words of their own, or both. */
export type GiveReasonInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** That the page was in. */
  readonly language?: string | null | undefined;
  /** Of `PreferenceView.reasons`. */
  readonly reasonId?: string | null | undefined;
  /** At most 1000 characters; plain text. */
  readonly text?: string | null | undefined;
  readonly token: string;
};

/** All marketing of the link's account; what the link itself is about: its topic, or else its book; or its book. */
export type LeaveChoice =
  | 'ALL_MARKETING'
  | 'THIS_BOOK'
  | 'THIS_SCOPE';

export type LeaveInput = {
  /** Also for the addresses on other channels that a contact links to this one. All marketing always is left on all of them. */
  readonly allChannels?: boolean;
  /** Null where topics alone are switched off. */
  readonly choice?: LeaveChoice | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** IP address of the visitor. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
  readonly token: string;
  /** Topics to leave, at most 1000. */
  readonly topicIdsOff?: ReadonlyArray<string>;
  readonly userAgent?: string | null | undefined;
};

export type MemberRole =
  | 'ADMIN'
  | 'AUDITOR'
  | 'CAMPAIGNER'
  | 'REVIEWER';

export type OpenReviewInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
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

/** Why a campaign was paused by itself. COMPLAINT_RATE: 0.3 % of the recipients complained. SENDER_DOMAIN: the organisation lost the domain that it is sent from; prove it again, or cancel. SMS_SENDER: it lost the number, text or short code; ask for it again, or cancel. */
export type PauseReason =
  | 'COMPLAINT_RATE'
  | 'SENDER_DOMAIN'
  | 'SMS_SENDER';

/** What became of a planned decision. */
export type PlanState =
  | 'CARRIED_OUT'
  | 'PLANNED'
  | 'UNDONE';

export type ProblemCode =
  | 'ADDRESS_TAKEN'
  | 'ALREADY_ACCEPTED'
  | 'ALREADY_BEGUN'
  | 'ALREADY_CARRIED_OUT'
  | 'ALREADY_CLOSED'
  | 'ALREADY_EXEMPT'
  | 'ALREADY_RELEASED'
  | 'ALREADY_REPLACED'
  | 'ARCHIVED'
  | 'BEYOND_THE_LONGEST_REVIEW'
  | 'BEYOND_THE_LONGEST_SNOOZE'
  | 'BEYOND_THE_LONGEST_WAIT'
  | 'BODY_ERASED'
  | 'CAMPAIGN_CHECK'
  | 'CAMPAIGN_STATE'
  | 'CAMPAIGN_TEXT'
  | 'CHANGED_MEANWHILE'
  | 'CLEAR_MARKETING_CANNOT_BE_DECLINED'
  | 'CONTRAST_TOO_LOW'
  | 'DOMAIN_NOT_PROVEN'
  | 'DOMAIN_TAKEN'
  | 'EMAIL_TAKEN'
  | 'EVIDENCE_PERIOD_OUT_OF_RANGE'
  | 'EXEMPT'
  | 'EXPIRED'
  | 'FIELD_NOT_COMPARABLE'
  | 'FIELD_UNKNOWN'
  | 'FINDING_IS_ERROR'
  | 'FORBIDDEN'
  | 'FOREIGN_DOMAIN'
  | 'FOREIGN_SENDER'
  | 'GUILT_TRIPPING'
  | 'HAS_ANOTHER_ADDRESS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IMPORT_STATE'
  | 'INVALID_INPUT'
  | 'IN_USE'
  | 'IS_DEFAULT'
  | 'KEY_ENDED'
  | 'LAST_ADMIN'
  | 'LEAVING_COLUMN'
  | 'LIMIT_REACHED'
  | 'MACHINE_SIGNAL'
  | 'MARKETING_CANNOT_REVERT'
  | 'MARKETING_CANNOT_REVIEW'
  | 'MARKETING_RETURNS_BY_RECIPIENT'
  | 'MARKETING_STAYS_FILTERED'
  | 'METHOD_NOT_CLAIMABLE'
  | 'NAME_TAKEN'
  | 'NONE_OF_ITS_OWN'
  | 'NOTHING_SINCE'
  | 'NOT_A_PERIOD'
  | 'NOT_CHOSEN'
  | 'NOT_EXEMPT'
  | 'NOT_FOUND'
  | 'NOT_IN_FORCE'
  | 'NOT_LATER'
  | 'NOT_PARKED'
  | 'NOT_YOURS_TO_GIVE'
  | 'ONLY_SERVICE_CAN_BE_EXEMPT'
  | 'ORIGINS_PERIOD_OUT_OF_RANGE'
  | 'OUTLIVES_ITS_MAKER'
  | 'OVERLAP_TOO_LONG'
  | 'PAGE_OUTDATED'
  | 'PROOF_DAYS_OUT_OF_RANGE'
  | 'PURPOSE_TOO_MILD'
  | 'REASON_REQUIRED'
  | 'REASON_TOO_LONG'
  | 'RECIPIENT_ALONE_MAY_RETURN'
  | 'REMINDERS_UNSORTED'
  | 'REMINDER_OUTSIDE_THE_REVIEW'
  | 'REVIEW_PERIOD_OUT_OF_RANGE'
  | 'ROLE_OR_USES'
  | 'SCOPE_NEEDED'
  | 'SENDER_TAKEN'
  | 'STILL_WAITING'
  | 'SUPERSEDED'
  | 'TOO_MANY_COUNTRIES'
  | 'TOO_MANY_REMINDERS'
  | 'TOO_MANY_TOLD'
  | 'TRANSACTIONAL_HAS_NO_OPT_OUT'
  | 'UNTIL_OUT_OF_RANGE'
  | 'UNUSABLE_IMAGE';

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

export type SetUpInput = {
  /** The first account; named like the organisation if not given. */
  readonly account?: string | null | undefined;
  /** Whether to make an admin’s key, too, which may do everything. */
  readonly adminKey?: boolean;
  /** The first address book; Newsletter if not given. */
  readonly book?: string | null | undefined;
  /** ISO 3166-1 alpha-2; picks the rules of law. Those of the EU if not given. */
  readonly country?: string | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether to make a campaigner’s key, too; it is shown this once. */
  readonly key?: boolean;
  /** Of the account and of the first member: sv, cs, de, da or en; en if not given. */
  readonly language?: string | null | undefined;
  readonly memberAddress: string;
  /** The first member, who gets a link by mail. */
  readonly memberName: string;
  /** What recipients know you by. */
  readonly organisation: string;
  /** MARKETING if not given. */
  readonly rule?: BookRule | null | undefined;
  /** What mails are from. */
  readonly senderAddress: string;
  /** What mails show beside the address; the account’s name if not given. */
  readonly senderName?: string | null | undefined;
  /** IANA name; that of the country if not given. It has to be given where the country has several. */
  readonly timeZone?: string | null | undefined;
  /** Of the link that the first start prints. */
  readonly token: string;
};

export type SetWeeklyReportInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the review. */
  readonly token: string;
  readonly wanted: boolean;
};

export type SetupState =
  | 'DONE'
  | 'OPEN';

export type SignInInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the way in, or the invitation, that was mailed. */
  readonly token: string;
  /** Of the browser, by which the member knows the session among others. */
  readonly userAgent?: string | null | undefined;
};

export type SignOutInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
};

/** A post of a form, as its page passes it on. */
export type SignUpInput = {
  readonly address: string;
  readonly formId: string;
  /** The page; part of the proof. */
  readonly formUrl?: string | null | undefined;
  /** Of the field that people do not see: what is in it was written by a program. */
  readonly honeypot?: string | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail: one of the form’s languages. */
  readonly language: string;
  /** IP address of the visitor, part of the proof. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
  /** From the view; none where the form stands in the account’s own page. */
  readonly shown?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
};

/** By a link’s token alone, by the token of a confirmation mail with a scope, or by a key with address and scope. */
export type StartDoubleOptInInput = {
  readonly address?: string | null | undefined;
  /** EMAIL if not given. */
  readonly channel?: Channel | null | undefined;
  /** Of a confirmation mail’s link, in any state: asks once more, for the scope that is named. */
  readonly confirmationToken?: string | null | undefined;
  /** The page where it was asked for; part of the proof. */
  readonly formUrl?: string | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** Of the mail: sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** IP address of the visitor, part of the proof. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
  readonly scope?: ScopeInput | null | undefined;
  readonly token?: string | null | undefined;
  /** With a token: the topic to come back to; else the widest that was left. */
  readonly topicId?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
};

/** Why a wish may be a robot’s. BURST: many of one mail domain left within seconds of delivery. */
export type Suspicion =
  | 'BURST';

/** What the end of a review does where nobody decided. */
export type TimeoutOutcome =
  | 'OPT_OUT'
  | 'REVERT';

export type UndoReviewInput = {
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  readonly plannedId: string;
  /** Of the review’s link. */
  readonly token: string;
};

/** What is left out stays as it was. */
export type UpdatePreferencesInput = {
  /** Ends a pause now. */
  readonly endPause?: boolean | null | undefined;
  readonly frequency?: Frequency | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** sv, cs, de, da or en. */
  readonly language?: string | null | undefined;
  /** IP address of the visitor. Of our own pages; for all others it is the address that they come from. */
  readonly origin?: string | null | undefined;
  /** No marketing before this instant, at most 365 days from now. */
  readonly pausedUntil?: string | null | undefined;
  readonly token: string;
  /** Topics to leave, at most 1000. One comes back by a double opt-in only: see startDoubleOptIn. */
  readonly topicIdsOff?: ReadonlyArray<string> | null | undefined;
  readonly userAgent?: string | null | undefined;
};

/** Why what somebody wrote, or a report of theirs, does not count by itself. OTHER_ADDRESS: it came from another address than the mail went to. NOT_VOUCHED_FOR: nothing says that they wrote it. REPORT_NOT_VOUCHED_FOR: nothing says that their mailbox provider wrote the report. */
export type WishDoubt =
  | 'NOT_VOUCHED_FOR'
  | 'OTHER_ADDRESS'
  | 'REPORT_NOT_VOUCHED_FOR';

export type BrandFragment = { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> };

export type PaletteFragment = { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string };

export type BrandImageQueryVariables = Exact<{
  id: string;
}>;


export type BrandImageQuery = { readonly brandImage: { readonly mediaType: string, readonly content: string } | null };

export type DoubleOptInQueryVariables = Exact<{
  token: string;
}>;


export type DoubleOptInQuery = { readonly doubleOptIn: { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly channels: ReadonlyArray<Channel>, readonly language: string | null, readonly timeZone: string | null, readonly accountTimeZone: string, readonly declaration: string, readonly state: DoubleOptInState, readonly expiresAt: string, readonly confirmedAt: string | null, readonly leftAgainAt: string | null, readonly pausedUntil: string | null, readonly brand: { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> } | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly stillLeft: ReadonlyArray<{ readonly since: string, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } }> } | null };

export type ConfirmDoubleOptInMutationVariables = Exact<{
  input: ConfirmDoubleOptInInput;
}>;


export type ConfirmDoubleOptInMutation = { readonly confirmDoubleOptIn:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'DoubleOptInConfirmed' }
    | { readonly __typename: 'Expired' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'Superseded' }
   };

export type SignInWaysQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInWaysQuery = { readonly signInProvider: string | null, readonly me: { readonly name: string } | null };

export type SignInLinkQueryVariables = Exact<{
  token: string;
}>;


export type SignInLinkQuery = { readonly signInLink: { readonly memberName: string, readonly organisationName: string, readonly language: string, readonly expiresAt: string } | null };

export type AskToSignInMutationVariables = Exact<{
  input: AskToSignInInput;
}>;


export type AskToSignInMutation = { readonly askToSignIn:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'LimitReached' }
    | { readonly __typename: 'SignInAsked' }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'SignedIn', readonly session: string }
   };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { readonly invitation: { readonly memberName: string, readonly organisationName: string, readonly invitedBy: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: SignInInput;
}>;


export type AcceptInvitationMutation = { readonly acceptInvitation:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'SignedIn', readonly session: string }
   };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly name: string, readonly email: string, readonly language: string, readonly organisationName: string, readonly accountTimeZone: string, readonly waiting: number | null, readonly roles: ReadonlyArray<{ readonly role: MemberRole, readonly accountName: string | null }>, readonly sessions: ReadonlyArray<{ readonly id: string, readonly userAgent: string | null, readonly createdAt: string, readonly seenAt: string, readonly expiresAt: string, readonly isThis: boolean }> } | null };

export type OpenReviewMutationVariables = Exact<{
  input: OpenReviewInput;
}>;


export type OpenReviewMutation = { readonly openReview:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'ReviewOpened', readonly token: string }
   };

export type EndSessionsMutationVariables = Exact<{
  input: EndSessionsInput;
}>;


export type EndSessionsMutation = { readonly endSessions:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'SessionsEnded' }
   };

export type SignOutMutationVariables = Exact<{
  input: SignOutInput;
}>;


export type SignOutMutation = { readonly signOut:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'SignedOut' }
   };

export type PersonalDataQueryVariables = Exact<{
  token: string;
}>;


export type PersonalDataQuery = { readonly personalData: { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly language: string, readonly addressBooks: number, readonly messages: number, readonly requests: number, readonly consents: number, readonly leftSomething: boolean, readonly brand: { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> } | null } | null };

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
    | { readonly __typename: 'Erased', readonly allMarketingLeft: boolean }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
   };

export type PreferencesQueryVariables = Exact<{
  token: string;
}>;


export type PreferencesQuery = { readonly preferences:
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'PreferenceView', readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly undeliverableSince: string | null, readonly channels: ReadonlyArray<Channel>, readonly language: string | null, readonly timeZone: string | null, readonly accountTimeZone: string, readonly purpose: Purpose, readonly exempt: boolean, readonly addressBookName: string | null, readonly topicsCome: boolean, readonly mayReturn: boolean, readonly startTo: string | null, readonly frequency: Frequency, readonly pausedUntil: string | null, readonly brand: { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> } | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly optOut: { readonly channels: ReadonlyArray<Channel>, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly subject: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly allMarketing: { readonly channels: ReadonlyArray<Channel>, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly subject: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly on: boolean, readonly since: string | null }>, readonly inFlight: ReadonlyArray<{ readonly subject: string | null, readonly until: string }>, readonly reasons: ReadonlyArray<{ readonly id: string, readonly text: string | null, readonly language: string | null }> }
   };

export type ViewFragment = { readonly organisationName: string, readonly accountName: string, readonly maskedAddress: string, readonly undeliverableSince: string | null, readonly channels: ReadonlyArray<Channel>, readonly language: string | null, readonly timeZone: string | null, readonly accountTimeZone: string, readonly purpose: Purpose, readonly exempt: boolean, readonly addressBookName: string | null, readonly topicsCome: boolean, readonly mayReturn: boolean, readonly startTo: string | null, readonly frequency: Frequency, readonly pausedUntil: string | null, readonly brand: { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> } | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly optOut: { readonly channels: ReadonlyArray<Channel>, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly subject: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly allMarketing: { readonly channels: ReadonlyArray<Channel>, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly subject: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } } | null, readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string, readonly on: boolean, readonly since: string | null }>, readonly inFlight: ReadonlyArray<{ readonly subject: string | null, readonly until: string }>, readonly reasons: ReadonlyArray<{ readonly id: string, readonly text: string | null, readonly language: string | null }> };

export type StandingFragment = { readonly channels: ReadonlyArray<Channel>, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly since: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly subject: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string } };

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
    | { readonly __typename: 'ReasonGiven', readonly kept: boolean }
   };

export type ReviewHeadFragment = { readonly memberName: string, readonly organisationName: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string };

export type ReviewedFragment = { readonly id: string, readonly name: string | null, readonly maskedAddress: string | null, readonly accountName: string | null, readonly addressBookName: string | null, readonly joinedAt: string | null, readonly method: OptOutMethod, readonly receivedAt: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly deferredTo: string | null, readonly mayDecline: boolean, readonly suspicion: Suspicion | null, readonly words: string | null, readonly readAs: ReadonlyArray<string>, readonly doubt: WishDoubt | null, readonly givenReason: string | null, readonly state: OptOutRequestState, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly decidedBy: { readonly kind: ActorKind, readonly name: string | null } | null };

export type PlannedFragment = { readonly id: string, readonly decision: Decision, readonly reason: string | null, readonly state: PlanState, readonly dueAt: string, readonly endedAt: string | null, readonly total: number, readonly carriedOut: number, readonly refused: number, readonly refusals: ReadonlyArray<{ readonly request: { readonly id: string, readonly name: string | null, readonly maskedAddress: string | null, readonly accountName: string | null, readonly addressBookName: string | null, readonly joinedAt: string | null, readonly method: OptOutMethod, readonly receivedAt: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly deferredTo: string | null, readonly mayDecline: boolean, readonly suspicion: Suspicion | null, readonly words: string | null, readonly readAs: ReadonlyArray<string>, readonly doubt: WishDoubt | null, readonly givenReason: string | null, readonly state: OptOutRequestState, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly decidedBy: { readonly kind: ActorKind, readonly name: string | null } | null }, readonly problem:
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
      | { readonly code: ProblemCode }
     }> };

export type ReviewQueryVariables = Exact<{
  token: string;
  first: number;
  after?: string | null | undefined;
  addressBookId?: string | null | undefined;
  also?: string | null | undefined;
}>;


export type ReviewQuery = { readonly review: { readonly memberName: string, readonly organisationName: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string, readonly books: ReadonlyArray<{ readonly id: string | null, readonly name: string | null, readonly count: number }>, readonly quarantines: ReadonlyArray<{ readonly id: string, readonly domain: string, readonly campaignName: string, readonly count: number, readonly firstAt: string, readonly lastAt: string, readonly deadline: string, readonly onTimeout: TimeoutOutcome }>, readonly waiting: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly maskedAddress: string | null, readonly accountName: string | null, readonly addressBookName: string | null, readonly joinedAt: string | null, readonly method: OptOutMethod, readonly receivedAt: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly deferredTo: string | null, readonly mayDecline: boolean, readonly suspicion: Suspicion | null, readonly words: string | null, readonly readAs: ReadonlyArray<string>, readonly doubt: WishDoubt | null, readonly givenReason: string | null, readonly state: OptOutRequestState, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly decidedBy: { readonly kind: ActorKind, readonly name: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly planned: ReadonlyArray<{ readonly id: string, readonly decision: Decision, readonly reason: string | null, readonly state: PlanState, readonly dueAt: string, readonly endedAt: string | null, readonly total: number, readonly carriedOut: number, readonly refused: number, readonly refusals: ReadonlyArray<{ readonly request: { readonly id: string, readonly name: string | null, readonly maskedAddress: string | null, readonly accountName: string | null, readonly addressBookName: string | null, readonly joinedAt: string | null, readonly method: OptOutMethod, readonly receivedAt: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly deferredTo: string | null, readonly mayDecline: boolean, readonly suspicion: Suspicion | null, readonly words: string | null, readonly readAs: ReadonlyArray<string>, readonly doubt: WishDoubt | null, readonly givenReason: string | null, readonly state: OptOutRequestState, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly decidedBy: { readonly kind: ActorKind, readonly name: string | null } | null }, readonly problem:
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
          | { readonly code: ProblemCode }
         }> }>, readonly recentlyDecided: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly maskedAddress: string | null, readonly accountName: string | null, readonly addressBookName: string | null, readonly joinedAt: string | null, readonly method: OptOutMethod, readonly receivedAt: string, readonly deadline: string | null, readonly onTimeout: TimeoutOutcome | null, readonly deferredTo: string | null, readonly mayDecline: boolean, readonly suspicion: Suspicion | null, readonly words: string | null, readonly readAs: ReadonlyArray<string>, readonly doubt: WishDoubt | null, readonly givenReason: string | null, readonly state: OptOutRequestState, readonly decidedAt: string | null, readonly decisionReason: string | null, readonly scope: { readonly kind: ScopeKind, readonly id: string | null, readonly name: string }, readonly decidedBy: { readonly kind: ActorKind, readonly name: string | null } | null }> } | null };

export type WaitingIdsQueryVariables = Exact<{
  token: string;
  receivedBy: string;
  addressBookId?: string | null | undefined;
}>;


export type WaitingIdsQuery = { readonly review: { readonly waitingIds: ReadonlyArray<string> } | null };

export type QuarantineIdsQueryVariables = Exact<{
  token: string;
  id: string;
  receivedBy: string;
}>;


export type QuarantineIdsQuery = { readonly review: { readonly quarantineIds: ReadonlyArray<string> } | null };

export type FiguresQueryVariables = Exact<{
  token: string;
  timeZone: string;
}>;


export type FiguresQuery = { readonly review: { readonly memberName: string, readonly organisationName: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string, readonly figures: { readonly medianSeconds: number | null, readonly p90Seconds: number | null, readonly requestsByDay: ReadonlyArray<{ readonly day: string, readonly count: number }>, readonly stoppedByDay: ReadonlyArray<{ readonly day: string, readonly count: number }>, readonly byMethod: ReadonlyArray<{ readonly method: OptOutMethod, readonly count: number }>, readonly byReason: ReadonlyArray<{ readonly reason: string | null, readonly count: number }>, readonly timeToDecision: ReadonlyArray<{ readonly withinSeconds: number | null, readonly count: number }> } } | null };

export type ReportsQueryVariables = Exact<{
  token: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { readonly review: { readonly weeklyReport: boolean, readonly memberName: string, readonly organisationName: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string, readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly accountName: string, readonly state: CampaignState, readonly releasedAt: string, readonly pausedBecause: PauseReason | null, readonly sent: number, readonly optOuts: number, readonly complaints: number, readonly countedAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly accounts: ReadonlyArray<{ readonly id: string, readonly name: string, readonly trend: { readonly averageOptOutRate: number | null, readonly periods: ReadonlyArray<{ readonly from: string, readonly campaigns: number, readonly sent: number, readonly optOutRate: number, readonly complaintRate: number, readonly countedAt: string | null }> } }> } | null };

export type ReportQueryVariables = Exact<{
  token: string;
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportQuery = { readonly review: { readonly memberName: string, readonly organisationName: string, readonly language: string, readonly accountTimeZone: string, readonly expiresAt: string, readonly campaign: { readonly id: string, readonly name: string, readonly accountName: string, readonly state: CampaignState, readonly releasedAt: string, readonly pausedBecause: PauseReason | null, readonly report: { readonly audience: number, readonly sent: number, readonly held: number, readonly stopped: number, readonly failed: number, readonly bounced: number, readonly hardBounces: number, readonly softBounces: number, readonly optOuts: number, readonly complaints: number, readonly optOutRate: number, readonly complaintRate: number, readonly stoppedBecause: ReadonlyArray<{ readonly reason: string, readonly count: number }>, readonly sms: { readonly delivered: number, readonly undelivered: number, readonly unheard: number, readonly parts: number, readonly optedOut: number, readonly failures: ReadonlyArray<{ readonly code: string | null, readonly count: number }> } | null, readonly optOutsByMethod: ReadonlyArray<{ readonly method: OptOutMethod, readonly count: number }>, readonly optOutsByScope: ReadonlyArray<{ readonly scopeKind: ScopeKind, readonly count: number }>, readonly optOutsByReason: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly texts: ReadonlyArray<{ readonly language: string, readonly text: string }> }>, readonly byHour: ReadonlyArray<{ readonly from: string, readonly sent: number, readonly optOuts: number, readonly complaints: number }>, readonly byDay: ReadonlyArray<{ readonly from: string, readonly sent: number, readonly optOuts: number, readonly complaints: number }> }, readonly freeTexts: { readonly nodes: ReadonlyArray<{ readonly reason: string | null, readonly text: string | null, readonly givenAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type CloseReviewMutationVariables = Exact<{
  input: CloseReviewInput;
}>;


export type CloseReviewMutation = { readonly closeReview:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'ReviewClosed' }
   };

export type DecideByReviewMutationVariables = Exact<{
  input: DecideByReviewInput;
}>;


export type DecideByReviewMutation = { readonly decideByReview:
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'DecisionPlanned', readonly planned: { readonly id: string } }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'LimitReached', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null }
   };

export type DeferByReviewMutationVariables = Exact<{
  input: DeferByReviewInput;
}>;


export type DeferByReviewMutation = { readonly deferByReview:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'LimitReached' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'ReviewDeferred', readonly deferred: number, readonly refused: number }
   };

export type UndoReviewMutationVariables = Exact<{
  input: UndoReviewInput;
}>;


export type UndoReviewMutation = { readonly undoReview:
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'DecisionUndone' }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null }
   };

export type SetWeeklyReportMutationVariables = Exact<{
  input: SetWeeklyReportInput;
}>;


export type SetWeeklyReportMutation = { readonly setWeeklyReport:
    | { readonly __typename: 'Conflict' }
    | { readonly __typename: 'InvalidInput' }
    | { readonly __typename: 'NotFound' }
    | { readonly __typename: 'WeeklyReportSet' }
   };

export type SetupQueryVariables = Exact<{
  token: string;
}>;


export type SetupQuery = { readonly setup: SetupState | null };

export type SetUpMutationVariables = Exact<{
  input: SetUpInput;
}>;


export type SetUpMutation = { readonly setUp:
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'SetUpDone', readonly addressBookId: string, readonly apiKey: string | null, readonly adminApiKey: string | null }
    | { readonly __typename: 'WrongFields', readonly code: ProblemCode, readonly field: string | null, readonly fields: ReadonlyArray<string> }
   };

export type SignUpFormViewQueryVariables = Exact<{
  id: string;
}>;


export type SignUpFormViewQuery = { readonly signUpFormView: { readonly organisationName: string, readonly accountName: string, readonly title: string, readonly declaration: string, readonly languages: ReadonlyArray<string>, readonly origins: ReadonlyArray<string>, readonly redirectUrl: string | null, readonly shown: string, readonly brand: { readonly displayName: string | null, readonly light: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly dark: { readonly ground: string, readonly surface: string, readonly text: string, readonly accent: string, readonly onAccent: string } | null, readonly logo: { readonly id: string, readonly width: number, readonly height: number, readonly alt: string } | null, readonly imprint: { readonly postalAddress: string | null, readonly contact: string | null, readonly imprintUrl: string | null, readonly privacyUrl: string | null }, readonly texts: ReadonlyArray<{ readonly language: string, readonly intro: string | null, readonly farewell: string | null }> } | null } | null };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { readonly signUp:
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null }
    | { readonly __typename: 'SignUpAsked' }
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
export const PaletteFragmentDoc = new TypedDocumentString(`
    fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}
    `, {"fragmentName":"Palette"}) as unknown as TypedDocumentString<PaletteFragment, unknown>;
export const BrandFragmentDoc = new TypedDocumentString(`
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
    fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}`, {"fragmentName":"Brand"}) as unknown as TypedDocumentString<BrandFragment, unknown>;
export const ScopeNameFragmentDoc = new TypedDocumentString(`
    fragment ScopeName on Scope {
  kind
  id
  name
}
    `, {"fragmentName":"ScopeName"}) as unknown as TypedDocumentString<ScopeNameFragment, unknown>;
export const StandingFragmentDoc = new TypedDocumentString(`
    fragment Standing on CurrentOptOut {
  channels
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
  subject
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
  brand {
    ...Brand
  }
  maskedAddress
  undeliverableSince
  channels
  language
  timeZone
  accountTimeZone
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
  topicsCome
  inFlight {
    subject
    until
  }
  mayReturn
  startTo
  frequency
  pausedUntil
  reasons {
    id
    text
    language
  }
}
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}
fragment Standing on CurrentOptOut {
  channels
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
  subject
}
fragment ScopeName on Scope {
  kind
  id
  name
}`, {"fragmentName":"View"}) as unknown as TypedDocumentString<ViewFragment, unknown>;
export const ReviewHeadFragmentDoc = new TypedDocumentString(`
    fragment ReviewHead on ReviewView {
  memberName
  organisationName
  language
  accountTimeZone
  expiresAt
}
    `, {"fragmentName":"ReviewHead"}) as unknown as TypedDocumentString<ReviewHeadFragment, unknown>;
export const ReviewedFragmentDoc = new TypedDocumentString(`
    fragment Reviewed on ReviewRequest {
  id
  name
  maskedAddress
  accountName
  addressBookName
  joinedAt
  scope {
    kind
    id
    name
  }
  method
  receivedAt
  deadline
  onTimeout
  deferredTo
  mayDecline
  suspicion
  words
  readAs
  doubt
  givenReason
  state
  decidedAt
  decidedBy {
    kind
    name
  }
  decisionReason
}
    `, {"fragmentName":"Reviewed"}) as unknown as TypedDocumentString<ReviewedFragment, unknown>;
export const PlannedFragmentDoc = new TypedDocumentString(`
    fragment Planned on PlannedDecision {
  id
  decision
  reason
  state
  dueAt
  endedAt
  total
  carriedOut
  refused
  refusals {
    request {
      ...Reviewed
    }
    problem {
      code
    }
  }
}
    fragment Reviewed on ReviewRequest {
  id
  name
  maskedAddress
  accountName
  addressBookName
  joinedAt
  scope {
    kind
    id
    name
  }
  method
  receivedAt
  deadline
  onTimeout
  deferredTo
  mayDecline
  suspicion
  words
  readAs
  doubt
  givenReason
  state
  decidedAt
  decidedBy {
    kind
    name
  }
  decisionReason
}`, {"fragmentName":"Planned"}) as unknown as TypedDocumentString<PlannedFragment, unknown>;
export const BrandImageDocument = new TypedDocumentString(`
    query BrandImage($id: ID!) {
  brandImage(id: $id) {
    mediaType
    content
  }
}
    `) as unknown as TypedDocumentString<BrandImageQuery, BrandImageQueryVariables>;
export const DoubleOptInDocument = new TypedDocumentString(`
    query DoubleOptIn($token: String!) {
  doubleOptIn(token: $token) {
    organisationName
    accountName
    brand {
      ...Brand
    }
    maskedAddress
    channels
    language
    timeZone
    accountTimeZone
    declaration
    scope {
      ...ScopeName
    }
    state
    expiresAt
    confirmedAt
    leftAgainAt
    pausedUntil
    stillLeft {
      since
      scope {
        ...ScopeName
      }
    }
  }
}
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}
fragment ScopeName on Scope {
  kind
  id
  name
}`) as unknown as TypedDocumentString<DoubleOptInQuery, DoubleOptInQueryVariables>;
export const ConfirmDoubleOptInDocument = new TypedDocumentString(`
    mutation ConfirmDoubleOptIn($input: ConfirmDoubleOptInInput!) {
  confirmDoubleOptIn(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<ConfirmDoubleOptInMutation, ConfirmDoubleOptInMutationVariables>;
export const SignInWaysDocument = new TypedDocumentString(`
    query SignInWays {
  signInProvider
  me {
    name
  }
}
    `) as unknown as TypedDocumentString<SignInWaysQuery, SignInWaysQueryVariables>;
export const SignInLinkDocument = new TypedDocumentString(`
    query SignInLink($token: String!) {
  signInLink(token: $token) {
    memberName
    organisationName
    language
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SignInLinkQuery, SignInLinkQueryVariables>;
export const AskToSignInDocument = new TypedDocumentString(`
    mutation AskToSignIn($input: AskToSignInInput!) {
  askToSignIn(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<AskToSignInMutation, AskToSignInMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      session
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitation(token: $token) {
    memberName
    organisationName
    invitedBy
    language
    accountTimeZone
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: SignInInput!) {
  acceptInvitation(input: $input) {
    __typename
    ... on SignedIn {
      session
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    name
    email
    language
    organisationName
    accountTimeZone
    roles {
      role
      accountName
    }
    waiting
    sessions {
      id
      userAgent
      createdAt
      seenAt
      expiresAt
      isThis
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const OpenReviewDocument = new TypedDocumentString(`
    mutation OpenReview($input: OpenReviewInput!) {
  openReview(input: $input) {
    __typename
    ... on ReviewOpened {
      token
    }
  }
}
    `) as unknown as TypedDocumentString<OpenReviewMutation, OpenReviewMutationVariables>;
export const EndSessionsDocument = new TypedDocumentString(`
    mutation EndSessions($input: EndSessionsInput!) {
  endSessions(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<EndSessionsMutation, EndSessionsMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($input: SignOutInput!) {
  signOut(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const PersonalDataDocument = new TypedDocumentString(`
    query PersonalData($token: String!) {
  personalData(token: $token) {
    organisationName
    accountName
    brand {
      ...Brand
    }
    maskedAddress
    language
    addressBooks
    messages
    requests
    consents
    leftSomething
  }
}
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}`) as unknown as TypedDocumentString<PersonalDataQuery, PersonalDataQueryVariables>;
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
    ... on Erased {
      allMarketingLeft
    }
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
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}
fragment View on PreferenceView {
  organisationName
  accountName
  brand {
    ...Brand
  }
  maskedAddress
  undeliverableSince
  channels
  language
  timeZone
  accountTimeZone
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
  topicsCome
  inFlight {
    subject
    until
  }
  mayReturn
  startTo
  frequency
  pausedUntil
  reasons {
    id
    text
    language
  }
}
fragment Standing on CurrentOptOut {
  channels
  state
  method
  since
  scope {
    ...ScopeName
  }
  deadline
  onTimeout
  subject
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
    ... on ReasonGiven {
      kept
    }
  }
}
    `) as unknown as TypedDocumentString<GiveReasonMutation, GiveReasonMutationVariables>;
export const ReviewDocument = new TypedDocumentString(`
    query Review($token: String!, $first: Int!, $after: String, $addressBookId: ID, $also: ID) {
  review(token: $token) {
    ...ReviewHead
    books {
      id
      name
      count
    }
    quarantines {
      id
      domain
      campaignName
      count
      firstAt
      lastAt
      deadline
      onTimeout
    }
    waiting(first: $first, after: $after, addressBookId: $addressBookId) {
      nodes {
        ...Reviewed
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    planned(also: $also) {
      ...Planned
    }
    recentlyDecided(first: 10) {
      ...Reviewed
    }
  }
}
    fragment ReviewHead on ReviewView {
  memberName
  organisationName
  language
  accountTimeZone
  expiresAt
}
fragment Reviewed on ReviewRequest {
  id
  name
  maskedAddress
  accountName
  addressBookName
  joinedAt
  scope {
    kind
    id
    name
  }
  method
  receivedAt
  deadline
  onTimeout
  deferredTo
  mayDecline
  suspicion
  words
  readAs
  doubt
  givenReason
  state
  decidedAt
  decidedBy {
    kind
    name
  }
  decisionReason
}
fragment Planned on PlannedDecision {
  id
  decision
  reason
  state
  dueAt
  endedAt
  total
  carriedOut
  refused
  refusals {
    request {
      ...Reviewed
    }
    problem {
      code
    }
  }
}`) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const WaitingIdsDocument = new TypedDocumentString(`
    query WaitingIds($token: String!, $receivedBy: DateTime!, $addressBookId: ID) {
  review(token: $token) {
    waitingIds(receivedBy: $receivedBy, addressBookId: $addressBookId)
  }
}
    `) as unknown as TypedDocumentString<WaitingIdsQuery, WaitingIdsQueryVariables>;
export const QuarantineIdsDocument = new TypedDocumentString(`
    query QuarantineIds($token: String!, $id: ID!, $receivedBy: DateTime!) {
  review(token: $token) {
    quarantineIds(id: $id, receivedBy: $receivedBy)
  }
}
    `) as unknown as TypedDocumentString<QuarantineIdsQuery, QuarantineIdsQueryVariables>;
export const FiguresDocument = new TypedDocumentString(`
    query Figures($token: String!, $timeZone: String!) {
  review(token: $token) {
    ...ReviewHead
    figures(timeZone: $timeZone) {
      requestsByDay {
        day
        count
      }
      stoppedByDay {
        day
        count
      }
      byMethod {
        method
        count
      }
      byReason {
        reason
        count
      }
      medianSeconds
      p90Seconds
      timeToDecision {
        withinSeconds
        count
      }
    }
  }
}
    fragment ReviewHead on ReviewView {
  memberName
  organisationName
  language
  accountTimeZone
  expiresAt
}`) as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($token: String!, $first: Int!, $after: String) {
  review(token: $token) {
    ...ReviewHead
    weeklyReport
    campaigns(first: $first, after: $after) {
      nodes {
        id
        name
        accountName
        state
        releasedAt
        pausedBecause
        sent
        optOuts
        complaints
        countedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    accounts {
      id
      name
      trend(step: WEEK, last: 26) {
        averageOptOutRate
        periods {
          from
          campaigns
          sent
          optOutRate
          complaintRate
          countedAt
        }
      }
    }
  }
}
    fragment ReviewHead on ReviewView {
  memberName
  organisationName
  language
  accountTimeZone
  expiresAt
}`) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const ReportDocument = new TypedDocumentString(`
    query Report($token: String!, $id: ID!, $first: Int!, $after: String) {
  review(token: $token) {
    ...ReviewHead
    campaign(id: $id) {
      id
      name
      accountName
      state
      releasedAt
      pausedBecause
      report {
        audience
        sent
        held
        stopped
        stoppedBecause {
          reason
          count
        }
        failed
        bounced
        hardBounces
        softBounces
        sms {
          delivered
          undelivered
          unheard
          parts
          optedOut
          failures {
            code
            count
          }
        }
        optOuts
        complaints
        optOutRate
        complaintRate
        optOutsByMethod {
          method
          count
        }
        optOutsByScope {
          scopeKind
          count
        }
        optOutsByReason {
          reason
          texts {
            language
            text
          }
          count
        }
        byHour: overTime(step: HOUR, first: 48) {
          from
          sent
          optOuts
          complaints
        }
        byDay: overTime(step: DAY, first: 90) {
          from
          sent
          optOuts
          complaints
        }
      }
      freeTexts(first: $first, after: $after) {
        nodes {
          reason
          text
          givenAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment ReviewHead on ReviewView {
  memberName
  organisationName
  language
  accountTimeZone
  expiresAt
}`) as unknown as TypedDocumentString<ReportQuery, ReportQueryVariables>;
export const CloseReviewDocument = new TypedDocumentString(`
    mutation CloseReview($input: CloseReviewInput!) {
  closeReview(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<CloseReviewMutation, CloseReviewMutationVariables>;
export const DecideByReviewDocument = new TypedDocumentString(`
    mutation DecideByReview($input: DecideByReviewInput!) {
  decideByReview(input: $input) {
    __typename
    ... on DecisionPlanned {
      planned {
        id
      }
    }
    ... on Problem {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DecideByReviewMutation, DecideByReviewMutationVariables>;
export const DeferByReviewDocument = new TypedDocumentString(`
    mutation DeferByReview($input: DeferByReviewInput!) {
  deferByReview(input: $input) {
    __typename
    ... on ReviewDeferred {
      deferred
      refused
    }
  }
}
    `) as unknown as TypedDocumentString<DeferByReviewMutation, DeferByReviewMutationVariables>;
export const UndoReviewDocument = new TypedDocumentString(`
    mutation UndoReview($input: UndoReviewInput!) {
  undoReview(input: $input) {
    __typename
    ... on Problem {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UndoReviewMutation, UndoReviewMutationVariables>;
export const SetWeeklyReportDocument = new TypedDocumentString(`
    mutation SetWeeklyReport($input: SetWeeklyReportInput!) {
  setWeeklyReport(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SetWeeklyReportMutation, SetWeeklyReportMutationVariables>;
export const SetupDocument = new TypedDocumentString(`
    query Setup($token: String!) {
  setup(token: $token)
}
    `) as unknown as TypedDocumentString<SetupQuery, SetupQueryVariables>;
export const SetUpDocument = new TypedDocumentString(`
    mutation SetUp($input: SetUpInput!) {
  setUp(input: $input) {
    __typename
    ... on SetUpDone {
      addressBookId
      apiKey
      adminApiKey
    }
    ... on Problem {
      code
      field
    }
    ... on WrongFields {
      fields
    }
  }
}
    `) as unknown as TypedDocumentString<SetUpMutation, SetUpMutationVariables>;
export const SignUpFormViewDocument = new TypedDocumentString(`
    query SignUpFormView($id: ID!) {
  signUpFormView(id: $id) {
    organisationName
    accountName
    brand {
      ...Brand
    }
    title
    declaration
    languages
    origins
    redirectUrl
    shown
  }
}
    fragment Brand on Brand {
  displayName
  light {
    ...Palette
  }
  dark {
    ...Palette
  }
  logo {
    id
    width
    height
    alt
  }
  imprint {
    postalAddress
    contact
    imprintUrl
    privacyUrl
  }
  texts {
    language
    intro
    farewell
  }
}
fragment Palette on Palette {
  ground
  surface
  text
  accent
  onAccent
}`) as unknown as TypedDocumentString<SignUpFormViewQuery, SignUpFormViewQueryVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on Problem {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;