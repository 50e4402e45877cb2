import type {
  BrandFragment,
  DoubleOptInQuery,
  InvitationQuery,
  MeQuery,
  PersonalDataQuery,
  PlannedFragment,
  ReviewedFragment,
  ReviewQuery,
  SignUpFormViewQuery,
  ScopeNameFragment,
  StandingFragment,
  ViewFragment,
} from './generated/documents.ts';

/** The parts of the API's answers by the names that the pages call them. Instants are ISO 8601 UTC. */
/** How an account's pages look; null where it has no brand. */
export type Brand = BrandFragment;
export type PreferenceView = ViewFragment;
/** An opt-out request as its recipient may see it. */
export type CurrentOptOut = StandingFragment;
export type Scope = ScopeNameFragment;
export type TopicChoice = PreferenceView['topics'][number];
/** A message whose hand-over had begun when its recipient left: it may still arrive. */
export type InFlightMessage = PreferenceView['inFlight'][number];
export type DoubleOptInView = NonNullable<DoubleOptInQuery['doubleOptIn']>;
export type PersonalDataView = NonNullable<PersonalDataQuery['personalData']>;
/** A form of an account by which people ask for a book. */
export type SignUpFormView = NonNullable<SignUpFormViewQuery['signUpFormView']>;
/** A member as they see themselves. */
export type MeView = NonNullable<MeQuery['me']>;
export type InvitationView = NonNullable<InvitationQuery['invitation']>;
export type ReviewView = NonNullable<ReviewQuery['review']>;
export type ReviewedRequest = ReviewedFragment;
export type PlannedDecision = PlannedFragment;
