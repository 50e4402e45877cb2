/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who decided. What is not given does not matter. */
export type ActorFilter = {
  readonly kind?: ActorKind | null | undefined;
  /** The name of an admin’s key, as it is. */
  readonly name?: string | null | undefined;
};

export type ActorKind =
  | 'KEY'
  | 'MEMBER'
  | 'RECIPIENT'
  | 'SYSTEM'
  | 'TIMER';

/** What must hold of a contact. */
export type AudienceConditionInput = {
  /** A field of the book’s contacts, as in first_name. */
  readonly field: string;
  readonly is: AudienceTest;
  /** Not with EXISTS and MISSING. To be compared: a number (12.5) or a day (2026-01-31). */
  readonly value?: string | null | undefined;
};

/** How a field is looked at. EXISTS: it has a value that is not blank. CONTAINS takes upper and lower case for the same; all others do not. GREATER, AT_LEAST, LESS, AT_MOST: as numbers or days; other values are neither. */
export type AudienceTest =
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'CONTAINS'
  | 'EQUALS'
  | 'EXISTS'
  | 'GREATER'
  | 'LESS'
  | 'MISSING'
  | 'NOT_EQUALS';

/** Which part of a book. What is not given narrows nothing. */
export type CampaignAudienceInput = {
  /** At least one of these must hold. */
  readonly anyOf?: ReadonlyArray<AudienceConditionInput> | null | undefined;
  /** Not these e-mail addresses, at most 1000; also where they are imported later. */
  readonly exceptAddresses?: ReadonlyArray<string> | null | undefined;
  /** Not the contacts of these books of the same account; at most 50. */
  readonly exceptBooks?: ReadonlyArray<string> | null | undefined;
  /** Not who got one of these campaigns of the same account, or will; at most 50. */
  readonly exceptCampaigns?: ReadonlyArray<string> | null | undefined;
  /** Who gets mails in one of these: sv, cs, de, da or en. The account’s counts for contacts that have none. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** Only these e-mail addresses, at most 1000, as far as they are contacts of the book. */
  readonly onlyAddresses?: ReadonlyArray<string> | null | undefined;
  /** Who hears about one of these topics, at most 50: left it not. */
  readonly topics?: ReadonlyArray<string> | null | undefined;
  /** All must hold. With `anyOf` at most 50. */
  readonly where?: ReadonlyArray<AudienceConditionInput> | null | undefined;
};

/** What the sender says of themselves, as the law wants it. */
export type CampaignIdentityInput = {
  /** The mark that it is advertising. */
  readonly marking?: string | null | undefined;
  /** As in: on behalf of Nordlys AB. */
  readonly onBehalfOf?: string | null | undefined;
  readonly postalAddress?: string | null | undefined;
};

/** A piece of text that {% render "name" %} puts in. */
export type CampaignPartialInput = {
  readonly name: string;
  /** The default language stands in for others. */
  readonly texts: ReadonlyArray<LocalisedTextInput>;
};

/** SCHEDULED: it waits for its hour, with its messages queued. */
export type CampaignState =
  | 'CANCELLED'
  | 'DRAFT'
  | 'PAUSED'
  | 'SCHEDULED'
  | 'SENDING'
  | 'SENT';

export type ChangeCampaignInput = {
  readonly id: string;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
};

export type Channel =
  | 'EMAIL'
  | 'SMS';

export type CreateCampaignInput = {
  /** Instead of a book: the account for which `recipients` are written to. */
  readonly accountId?: string | null | undefined;
  /** To whom: the contacts of this book. */
  readonly addressBookId?: string | null | undefined;
  /** Which part of the book; all of it if not given. */
  readonly audience?: CampaignAudienceInput | null | undefined;
  /** EMAIL if not given. A campaign of the channel SMS has a text alone. */
  readonly channel?: Channel | null | undefined;
  /** If not given: where {{ unsubscribe }} stands, else at the top. */
  readonly header?: WayOutHeader | null | undefined;
  /** Ready HTML with merge fields, for languages without MJML. */
  readonly html?: ReadonlyArray<LocalisedTextInput> | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  readonly identity?: CampaignIdentityInput | null | undefined;
  /** MJML with merge fields, in the languages of the subject. */
  readonly mjml?: ReadonlyArray<LocalisedTextInput> | null | undefined;
  readonly name: string;
  readonly partials?: ReadonlyArray<CampaignPartialInput> | null | undefined;
  /** Of a campaign by hand: MARKETING if not given, or TRANSACTIONAL. */
  readonly purpose?: Purpose | null | undefined;
  /** Addresses of its channel, at most 1000. A stop of one of them is a request against the account. */
  readonly recipients?: ReadonlyArray<string> | null | undefined;
  /** With merge fields, as in {{ contact.first_name }}. */
  readonly subject?: ReadonlyArray<LocalisedTextInput> | null | undefined;
  /** The text part, made from the HTML for languages that have none; of the channel SMS all that is said. */
  readonly text?: ReadonlyArray<LocalisedTextInput> | null | undefined;
  /** What one click leaves; if not given: the book. */
  readonly topicId?: string | null | undefined;
};

export type FindingCode =
  | 'ADDRESSES_NOT_IN_BOOK'
  | 'ALT_MISSING'
  | 'AUDIENCE_ALL_STOPPED'
  | 'AUDIENCE_CROSSES_PURPOSES'
  | 'AUDIENCE_EMPTY'
  | 'CAMPAIGN_NOT_FOUND'
  | 'CHANNEL_NOT_SERVED'
  | 'CONTRAST_LOW'
  | 'DKIM_LEFT_TO_MAIL_SERVER'
  | 'FIELD_MISSING'
  | 'FIELD_UNKNOWN'
  | 'FREQUENCY_CONFLICT'
  | 'FROM_FOREIGN'
  | 'FROM_NOT_ALIGNED'
  | 'GUILT_TRIPPING'
  | 'IDENTITY_MISSING'
  | 'IDENTITY_PLACEHOLDER'
  | 'IMAGES_ONLY'
  | 'IMAGE_NOT_BY_URL'
  | 'IMAGE_TOO_LARGE'
  | 'LANGUAGE_MISSING'
  | 'LINK_EMPTY'
  | 'LINK_NOT_HTTPS'
  | 'LINK_NOT_PUBLIC'
  | 'LINK_TEXT_SAYS_NOTHING'
  | 'LINK_UNREADABLE'
  | 'PURPOSE_MISMATCH'
  | 'SENDER_MISSING'
  | 'SENDER_NOT_ALLOWED'
  | 'SEND_AT_REFUSED'
  | 'SENT_AT_NIGHT'
  | 'SMS_TOO_LONG'
  | 'SUBJECT_EMPTY'
  | 'SUBJECT_SHOUTS'
  | 'SUBJECT_TOO_LONG'
  | 'TABLE_ROLE_MISSING'
  | 'TEXT_REFUSED'
  | 'TITLE_MISSING'
  | 'TOO_LARGE'
  | 'TRANSACTIONAL_LOOKS_LIKE_MARKETING'
  | 'WAY_OUT_MISSING'
  | 'WAY_OUT_REPLACED';

/** An ERROR stops the send. */
export type FindingLevel =
  | 'ERROR'
  | 'WARNING';

export type GateReason =
  | 'ARCHIVED'
  | 'CONTACT_REMOVED'
  | 'FREQUENCY_CAP'
  | 'NO_OBJECTION'
  | 'OPTED_OUT'
  | 'PAUSED'
  | 'SENDER_BLOCKED'
  | 'SIGN_UP_UNCONFIRMED'
  | 'SNOOZED'
  | 'TRANSACTIONAL'
  | 'UNDELIVERABLE'
  | 'UNKNOWN_ADDRESS';

export type LocalisedTextInput = {
  /** sv, cs, de, da or en. */
  readonly language: string;
  readonly text: string;
};

export type MayContactInput = {
  readonly accountId?: string | null | undefined;
  readonly address: string;
  readonly addressBookId?: string | null | undefined;
  readonly channel: Channel;
  /** If not given: the book’s, or MARKETING where no book is named. */
  readonly purpose?: Purpose | null | undefined;
  readonly topicId?: string | null | undefined;
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

/** What is not given does not matter; what is given must all be met. */
export type OptOutRequestFilter = {
  readonly accountId?: string | null | undefined;
  /** Whole, or as a mask shows it: `an•••@ex•••.test`, or with `*` for what is hidden. Who sees masks alone may show one letter more, and no further. */
  readonly address?: string | null | undefined;
  readonly addressBookId?: string | null | undefined;
  readonly channel?: Channel | null | undefined;
  /** At this instant or later. */
  readonly deadlineAfter?: string | null | undefined;
  /** Before this instant. */
  readonly deadlineBefore?: string | null | undefined;
  readonly decidedBy?: ActorFilter | null | undefined;
  readonly methods?: ReadonlyArray<OptOutMethod> | null | undefined;
  readonly purposes?: ReadonlyArray<Purpose> | null | undefined;
  /** The requests of one burst. */
  readonly quarantine?: string | null | undefined;
  /** At this instant or later. */
  readonly receivedAfter?: string | null | undefined;
  /** Before this instant. */
  readonly receivedBefore?: string | null | undefined;
  readonly scopeKinds?: ReadonlyArray<ScopeKind> | null | undefined;
  readonly signals?: ReadonlyArray<Signal> | null | undefined;
  readonly states?: ReadonlyArray<OptOutRequestState> | null | undefined;
  /** Part of a note, a reason, or the name of a campaign or scope; 3 to 200 characters. Case and accents do not matter. */
  readonly text?: string | null | undefined;
};

export type OptOutRequestState =
  | 'CONFIRMED'
  | 'DECLINED'
  | 'LIFTED'
  | 'PENDING'
  | 'REVERTED'
  | 'WITHDRAWN';

export type PreviewCampaignInput = {
  readonly campaignId: string;
  /** The contact by their address, in the campaign’s book or another of its account. */
  readonly contactAddress?: string | null | undefined;
  /** As whom it is filled. Without a contact: a made-up reader, who has no fields. */
  readonly contactId?: string | null | undefined;
  /** sv, cs, de, da or en, instead of the contact’s or the campaign’s own. */
  readonly language?: string | null | undefined;
};

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

export type RequestOptOutInput = {
  readonly address: string;
  /** Also for the addresses on other channels that a contact links to this one. */
  readonly allChannels?: boolean;
  /** EMAIL if not given. */
  readonly channel?: Channel | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** API if not given. Refused: ONE_CLICK, LINK, MAILTO, SMS_LINK, IMPORT, which only Adieu itself can have seen. */
  readonly method?: OptOutMethod | null | undefined;
  /** What was said, for whoever decides. Kept as evidence. */
  readonly note?: string | null | undefined;
  readonly scope: ScopeInput;
  /** If not given: UNCLEAR for MANUAL, MAIL_REPLY and FILTER, else CLEAR. */
  readonly signal?: Signal | null | undefined;
};

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

export type SendCampaignInput = {
  readonly id: string;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** With `sendAt`: when clocks where each lives (the contact’s field `time_zone`) show what the account’s show then. */
  readonly inRecipientsZone?: boolean | null | undefined;
  /** Not before; at once if not given. */
  readonly sendAt?: string | null | undefined;
};

export type SendTestMailsInput = {
  readonly campaignId: string;
  /** The contact by their address, in the campaign’s book or another of its account. */
  readonly contactAddress?: string | null | undefined;
  /** As whom they are filled. Without a contact: a made-up reader, who has no fields. */
  readonly contactId?: string | null | undefined;
  /** The same key with the same input gives the first answer again. */
  readonly idempotencyKey?: string | null | undefined;
  /** sv, cs, de, da or en, instead of the contact’s or the campaign’s own. */
  readonly language?: string | null | undefined;
  /** Up to 10 addresses of the campaign’s channel. */
  readonly to: ReadonlyArray<string>;
};

/** How sure a wish is. A machine (link scanner, bounce) wishes nothing. */
export type Signal =
  | 'CLEAR'
  | 'MACHINE'
  | 'UNCLEAR';

/** TOP: a line at the start. PLACED: where {{ unsubscribe }} stands. NONE: the content has a link of its own to {{ unsubscribe_url }}. The last two only where the link can be seen; else the line is put at the start. */
export type WayOutHeader =
  | 'NONE'
  | 'PLACED'
  | 'TOP';

/** What a body says of whom it is about. THIN: ids and the masked address. FULL: the address too. */
export type WebhookContent =
  | 'FULL'
  | 'THIN';

type Refusal_CampaignCheckFailed_Fragment = { readonly __typename: 'CampaignCheckFailed', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_CampaignTextRefused_Fragment = { readonly __typename: 'CampaignTextRefused', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_Conflict_Fragment = { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_ContrastTooLow_Fragment = { readonly __typename: 'ContrastTooLow', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_Expired_Fragment = { readonly __typename: 'Expired', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_Forbidden_Fragment = { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_InvalidInput_Fragment = { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_LeavingColumnsFound_Fragment = { readonly __typename: 'LeavingColumnsFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_LimitReached_Fragment = { readonly __typename: 'LimitReached', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_NotFound_Fragment = { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_OptOutExempt_Fragment = { readonly __typename: 'OptOutExempt', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_PolicyRefused_Fragment = { readonly __typename: 'PolicyRefused', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_Superseded_Fragment = { readonly __typename: 'Superseded', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Refusal_WrongFields_Fragment = { readonly __typename: 'WrongFields', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

export type RefusalFragment =
  | Refusal_CampaignCheckFailed_Fragment
  | Refusal_CampaignTextRefused_Fragment
  | Refusal_Conflict_Fragment
  | Refusal_ContrastTooLow_Fragment
  | Refusal_Expired_Fragment
  | Refusal_Forbidden_Fragment
  | Refusal_InvalidInput_Fragment
  | Refusal_LeavingColumnsFound_Fragment
  | Refusal_LimitReached_Fragment
  | Refusal_NotFound_Fragment
  | Refusal_OptOutExempt_Fragment
  | Refusal_PolicyRefused_Fragment
  | Refusal_Superseded_Fragment
  | Refusal_WrongFields_Fragment
;

export type LookedFragment = { readonly level: FindingLevel, readonly code: FindingCode, readonly language: string | null, readonly message: string, readonly fix: string, readonly place: { readonly part: string, readonly line: number | null, readonly column: number | null, readonly element: string | null }, readonly accepted: { readonly by: string, readonly reason: string } | null };

export type SmsCountFragment = { readonly encoding: string, readonly characters: number, readonly parts: number, readonly forcedBy: string | null, readonly replacement: string | null };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { readonly createCampaign:
    | { readonly __typename: 'CampaignCreated', readonly campaign: { readonly id: string } }
    | { readonly __typename: 'CampaignTextRefused', readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly language: string, readonly part: string, readonly line: number | null, readonly message: string }> }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'LimitReached', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

export type CheckCampaignMutationVariables = Exact<{
  id: string;
}>;


export type CheckCampaignMutation = { readonly checkCampaign: { readonly maySend: boolean, readonly findings: ReadonlyArray<{ readonly level: FindingLevel, readonly code: FindingCode, readonly language: string | null, readonly message: string, readonly fix: string, readonly place: { readonly part: string, readonly line: number | null, readonly column: number | null, readonly element: string | null }, readonly accepted: { readonly by: string, readonly reason: string } | null }>, readonly smsAudience: { readonly recipients: number, readonly isSample: boolean, readonly parts: number, readonly languages: ReadonlyArray<{ readonly language: string, readonly recipients: number, readonly parts: number, readonly median: { readonly count: { readonly encoding: string, readonly characters: number, readonly parts: number, readonly forcedBy: string | null, readonly replacement: string | null } } | null, readonly longest: { readonly count: { readonly encoding: string, readonly characters: number, readonly parts: number, readonly forcedBy: string | null, readonly replacement: string | null } } | null }> } | null } };

export type SendCampaignMutationVariables = Exact<{
  input: SendCampaignInput;
}>;


export type SendCampaignMutation = { readonly sendCampaign:
    | { readonly __typename: 'CampaignCheckFailed', readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly findings: ReadonlyArray<{ readonly level: FindingLevel, readonly code: FindingCode, readonly language: string | null, readonly message: string, readonly fix: string, readonly place: { readonly part: string, readonly line: number | null, readonly column: number | null, readonly element: string | null }, readonly accepted: { readonly by: string, readonly reason: string } | null }> }
    | { readonly __typename: 'CampaignSent', readonly queued: number }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

export type PauseCampaignMutationVariables = Exact<{
  input: ChangeCampaignInput;
}>;


export type PauseCampaignMutation = { readonly pauseCampaign:
    | { readonly __typename: 'CampaignChanged', readonly campaign: { readonly name: string, readonly state: CampaignState } }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

export type ResumeCampaignMutationVariables = Exact<{
  input: ChangeCampaignInput;
}>;


export type ResumeCampaignMutation = { readonly resumeCampaign:
    | { readonly __typename: 'CampaignChanged', readonly campaign: { readonly name: string, readonly state: CampaignState } }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

export type CancelCampaignMutationVariables = Exact<{
  input: ChangeCampaignInput;
}>;


export type CancelCampaignMutation = { readonly cancelCampaign:
    | { readonly __typename: 'CampaignChanged', readonly campaign: { readonly name: string, readonly state: CampaignState } }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

type Changed_CampaignChanged_Fragment = { readonly __typename: 'CampaignChanged', readonly campaign: { readonly name: string, readonly state: CampaignState } };

type Changed_Conflict_Fragment = { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Changed_Forbidden_Fragment = { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Changed_InvalidInput_Fragment = { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

type Changed_NotFound_Fragment = { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string };

export type ChangedFragment =
  | Changed_CampaignChanged_Fragment
  | Changed_Conflict_Fragment
  | Changed_Forbidden_Fragment
  | Changed_InvalidInput_Fragment
  | Changed_NotFound_Fragment
;

export type WatchCampaignQueryVariables = Exact<{
  id: string;
}>;


export type WatchCampaignQuery = { readonly campaign: { readonly state: CampaignState, readonly sendAt: string | null, readonly finishedAt: string | null, readonly progress: { readonly queued: number, readonly handingOver: number, readonly sent: number, readonly held: number, readonly stopped: number, readonly failed: number, readonly unknown: number, readonly stoppedBecause: ReadonlyArray<{ readonly reason: string, readonly count: number }> } } | null };

export type PreviewCampaignQueryVariables = Exact<{
  input: PreviewCampaignInput;
}>;


export type PreviewCampaignQuery = { readonly previewCampaign:
    | { readonly __typename: 'CampaignPreview', readonly language: string, readonly subject: string, readonly html: string, readonly text: string, readonly size: number, readonly missingFields: ReadonlyArray<string>, readonly sms: { readonly encoding: string, readonly characters: number, readonly parts: number, readonly forcedBy: string | null, readonly replacement: string | null } | null, readonly headers: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly findings: ReadonlyArray<{ readonly level: FindingLevel, readonly code: FindingCode, readonly language: string | null, readonly message: string, readonly fix: string, readonly place: { readonly part: string, readonly line: number | null, readonly column: number | null, readonly element: string | null }, readonly accepted: { readonly by: string, readonly reason: string } | null }> }
    | { readonly __typename: 'CampaignTextRefused', readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly language: string, readonly part: string, readonly line: number | null, readonly message: string }> }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
   };

export type SendTestMailsMutationVariables = Exact<{
  input: SendTestMailsInput;
}>;


export type SendTestMailsMutation = { readonly sendTestMails:
    | { readonly __typename: 'CampaignTextRefused', readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly language: string, readonly part: string, readonly line: number | null, readonly message: string }> }
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'LimitReached', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly field: string | null, readonly message: string }
    | { readonly __typename: 'TestMailsQueued', readonly queued: number, readonly stopped: ReadonlyArray<{ readonly address: string, readonly answer: { readonly because: GateReason, readonly explanation: string } }> }
   };

export type AddressBooksQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AddressBooksQuery = { readonly addressBooks: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly account: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type AccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsQuery = { readonly accounts: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type TopicsQueryVariables = Exact<{
  accountId: string;
}>;


export type TopicsQuery = { readonly topics: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type MayContactQueryVariables = Exact<{
  input: MayContactInput;
}>;


export type MayContactQuery = { readonly mayContact: { readonly allowed: boolean, readonly because: GateReason, readonly explanation: string, readonly nextAllowedAt: string | null, readonly since: string | null, readonly requestId: string | null } };

export type OptOutRequestsQueryVariables = Exact<{
  filter?: OptOutRequestFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type OptOutRequestsQuery = { readonly optOutRequests: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly state: OptOutRequestState, readonly method: OptOutMethod, readonly channel: Channel | null, readonly receivedAt: string, readonly deadline: string | null, readonly recipient: { readonly address: string | null }, readonly scope: { readonly kind: ScopeKind, readonly name: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type RequestOptOutMutationVariables = Exact<{
  input: RequestOptOutInput;
}>;


export type RequestOptOutMutation = { readonly requestOptOut:
    | { readonly __typename: 'Conflict', readonly code: ProblemCode, readonly message: string }
    | { readonly __typename: 'Forbidden', readonly code: ProblemCode, readonly message: string }
    | { readonly __typename: 'InvalidInput', readonly code: ProblemCode, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: ProblemCode, readonly message: string }
    | { readonly __typename: 'OptOutExempt', readonly code: ProblemCode, readonly message: string }
    | { readonly __typename: 'OptOutRequested', readonly request: { readonly id: string, readonly state: OptOutRequestState, readonly deadline: string | null } }
    | { readonly __typename: 'PolicyRefused', readonly code: ProblemCode, readonly message: string }
   };

export type WebhookEventsQueryVariables = Exact<{
  accountId?: string | null | undefined;
  after?: string | null | undefined;
  content: WebhookContent;
}>;


export type WebhookEventsQuery = { readonly webhookEvents: { readonly cursor: string, readonly hasMore: boolean, readonly events: ReadonlyArray<{ readonly id: string, readonly type: string, readonly body: string }> } };

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
export const LookedFragmentDoc = new TypedDocumentString(`
    fragment Looked on CampaignFinding {
  level
  code
  language
  message
  fix
  place {
    part
    line
    column
    element
  }
  accepted {
    by
    reason
  }
}
    `, {"fragmentName":"Looked"}) as unknown as TypedDocumentString<LookedFragment, unknown>;
export const SmsCountFragmentDoc = new TypedDocumentString(`
    fragment SmsCount on SmsCount {
  encoding
  characters
  parts
  forcedBy
  replacement
}
    `, {"fragmentName":"SmsCount"}) as unknown as TypedDocumentString<SmsCountFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const ChangedFragmentDoc = new TypedDocumentString(`
    fragment Changed on ChangeCampaignResult {
  __typename
  ... on CampaignChanged {
    campaign {
      name
      state
    }
  }
  ...Refusal
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}`, {"fragmentName":"Changed"}) as unknown as TypedDocumentString<ChangedFragment, unknown>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    __typename
    ... on CampaignCreated {
      campaign {
        id
      }
    }
    ... on CampaignTextRefused {
      problems {
        language
        part
        line
        message
      }
    }
    ...Refusal
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}`) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const CheckCampaignDocument = new TypedDocumentString(`
    mutation CheckCampaign($id: ID!) {
  checkCampaign(id: $id) {
    maySend
    findings {
      ...Looked
    }
    smsAudience {
      recipients
      isSample
      parts
      languages {
        language
        recipients
        parts
        median {
          count {
            ...SmsCount
          }
        }
        longest {
          count {
            ...SmsCount
          }
        }
      }
    }
  }
}
    fragment Looked on CampaignFinding {
  level
  code
  language
  message
  fix
  place {
    part
    line
    column
    element
  }
  accepted {
    by
    reason
  }
}
fragment SmsCount on SmsCount {
  encoding
  characters
  parts
  forcedBy
  replacement
}`) as unknown as TypedDocumentString<CheckCampaignMutation, CheckCampaignMutationVariables>;
export const SendCampaignDocument = new TypedDocumentString(`
    mutation SendCampaign($input: SendCampaignInput!) {
  sendCampaign(input: $input) {
    __typename
    ... on CampaignSent {
      queued
    }
    ... on CampaignCheckFailed {
      findings {
        ...Looked
      }
    }
    ...Refusal
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
fragment Looked on CampaignFinding {
  level
  code
  language
  message
  fix
  place {
    part
    line
    column
    element
  }
  accepted {
    by
    reason
  }
}`) as unknown as TypedDocumentString<SendCampaignMutation, SendCampaignMutationVariables>;
export const PauseCampaignDocument = new TypedDocumentString(`
    mutation PauseCampaign($input: ChangeCampaignInput!) {
  pauseCampaign(input: $input) {
    ...Changed
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
fragment Changed on ChangeCampaignResult {
  __typename
  ... on CampaignChanged {
    campaign {
      name
      state
    }
  }
  ...Refusal
}`) as unknown as TypedDocumentString<PauseCampaignMutation, PauseCampaignMutationVariables>;
export const ResumeCampaignDocument = new TypedDocumentString(`
    mutation ResumeCampaign($input: ChangeCampaignInput!) {
  resumeCampaign(input: $input) {
    ...Changed
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
fragment Changed on ChangeCampaignResult {
  __typename
  ... on CampaignChanged {
    campaign {
      name
      state
    }
  }
  ...Refusal
}`) as unknown as TypedDocumentString<ResumeCampaignMutation, ResumeCampaignMutationVariables>;
export const CancelCampaignDocument = new TypedDocumentString(`
    mutation CancelCampaign($input: ChangeCampaignInput!) {
  cancelCampaign(input: $input) {
    ...Changed
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
fragment Changed on ChangeCampaignResult {
  __typename
  ... on CampaignChanged {
    campaign {
      name
      state
    }
  }
  ...Refusal
}`) as unknown as TypedDocumentString<CancelCampaignMutation, CancelCampaignMutationVariables>;
export const WatchCampaignDocument = new TypedDocumentString(`
    query WatchCampaign($id: ID!) {
  campaign(id: $id) {
    state
    sendAt
    finishedAt
    progress {
      queued
      handingOver
      sent
      held
      stopped
      failed
      unknown
      stoppedBecause {
        reason
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WatchCampaignQuery, WatchCampaignQueryVariables>;
export const PreviewCampaignDocument = new TypedDocumentString(`
    query PreviewCampaign($input: PreviewCampaignInput!) {
  previewCampaign(input: $input) {
    __typename
    ... on CampaignPreview {
      language
      subject
      html
      text
      size
      sms {
        ...SmsCount
      }
      headers {
        name
        value
      }
      missingFields
      findings {
        ...Looked
      }
    }
    ... on CampaignTextRefused {
      problems {
        language
        part
        line
        message
      }
    }
    ...Refusal
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}
fragment Looked on CampaignFinding {
  level
  code
  language
  message
  fix
  place {
    part
    line
    column
    element
  }
  accepted {
    by
    reason
  }
}
fragment SmsCount on SmsCount {
  encoding
  characters
  parts
  forcedBy
  replacement
}`) as unknown as TypedDocumentString<PreviewCampaignQuery, PreviewCampaignQueryVariables>;
export const SendTestMailsDocument = new TypedDocumentString(`
    mutation SendTestMails($input: SendTestMailsInput!) {
  sendTestMails(input: $input) {
    __typename
    ... on TestMailsQueued {
      queued
      stopped {
        address
        answer {
          because
          explanation
        }
      }
    }
    ... on CampaignTextRefused {
      problems {
        language
        part
        line
        message
      }
    }
    ...Refusal
  }
}
    fragment Refusal on Problem {
  __typename
  code
  field
  message
}`) as unknown as TypedDocumentString<SendTestMailsMutation, SendTestMailsMutationVariables>;
export const AddressBooksDocument = new TypedDocumentString(`
    query AddressBooks($after: String) {
  addressBooks(first: 100, after: $after) {
    nodes {
      id
      name
      account {
        id
        name
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<AddressBooksQuery, AddressBooksQueryVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts {
  accounts {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const TopicsDocument = new TypedDocumentString(`
    query Topics($accountId: ID!) {
  topics(filter: {accountId: $accountId}) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<TopicsQuery, TopicsQueryVariables>;
export const MayContactDocument = new TypedDocumentString(`
    query MayContact($input: MayContactInput!) {
  mayContact(input: $input) {
    allowed
    because
    explanation
    nextAllowedAt
    since
    requestId
  }
}
    `) as unknown as TypedDocumentString<MayContactQuery, MayContactQueryVariables>;
export const OptOutRequestsDocument = new TypedDocumentString(`
    query OptOutRequests($filter: OptOutRequestFilter, $after: String) {
  optOutRequests(filter: $filter, orderBy: RECEIVED_AT, first: 100, after: $after) {
    nodes {
      id
      state
      method
      channel
      receivedAt
      deadline
      recipient {
        address
      }
      scope {
        kind
        name
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<OptOutRequestsQuery, OptOutRequestsQueryVariables>;
export const RequestOptOutDocument = new TypedDocumentString(`
    mutation RequestOptOut($input: RequestOptOutInput!) {
  requestOptOut(input: $input) {
    __typename
    ... on OptOutRequested {
      request {
        id
        state
        deadline
      }
    }
    ... on Problem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestOptOutMutation, RequestOptOutMutationVariables>;
export const WebhookEventsDocument = new TypedDocumentString(`
    query WebhookEvents($accountId: ID, $after: String, $content: WebhookContent!) {
  webhookEvents(accountId: $accountId, after: $after, content: $content) {
    events {
      id
      type
      body
    }
    cursor
    hasMore
  }
}
    `) as unknown as TypedDocumentString<WebhookEventsQuery, WebhookEventsQueryVariables>;