import { connectionOf } from '../shared/connection.ts';
import type { ReviewedRequest } from '@adieu/db';
import {
  decide,
  deferredDeadline,
  type Language,
  maskApart,
  type OptOutMethod,
  type RequestState,
  type Signal,
  type Suspicion,
  type TimeoutOutcome,
  type WishDoubt,
  wordsFor,
} from '@adieu/domain';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import {
  OptOutMethodEnum,
  OptOutRequestStateEnum,
  SignalEnum,
  SuspicionEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
import { WishDoubtEnum } from '../shared/inbound-enums.ts';
import { toId } from '../shared/ids.ts';
import { ActorType } from '../shared/actor.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('ReviewRequest', {
  description: 'A wish to stop, as whoever decides about it by a mailed link sees it.',
})
export class ReviewRequestType implements Pick<
  ReviewedRequest,
  | 'addressBookName'
  | 'accountName'
  | 'joinedAt'
  | 'words'
  | 'readAs'
  | 'doubt'
  | 'givenReason'
  | 'decisionReason'
  | 'method'
> {
  private readonly row: ReviewedRequest;

  @Field(() => String, { nullable: true })
  readonly addressBookName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Null where it is about the whole organisation.',
  })
  readonly accountName: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When they came into the book; null where they are in it no more.',
  })
  readonly joinedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What came with it, then what was said afterwards; plain text, never markup.',
  })
  readonly words: string | null;

  @Field(() => [String], {
    description:
      'The words that made a message of theirs a wish, as they were written; plain text, never markup. None where they pressed something.',
  })
  readonly readAs: readonly string[];

  @Field(() => WishDoubtEnum, {
    nullable: true,
    description: 'Why it waits although it may be clear; null where that is not why.',
  })
  readonly doubt: WishDoubt | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they left: a word of Adieu’s list, or the text of the account’s own reason.',
  })
  readonly givenReason: string | null;

  @Field(() => String, { nullable: true })
  readonly decisionReason: string | null;

  @Field(() => OptOutMethodEnum)
  readonly method: OptOutMethod;

  @Field(() => SignalEnum)
  readonly signal: Signal;

  @Field(() => OptOutRequestStateEnum)
  readonly state: RequestState;

  @Field(() => Date)
  readonly receivedAt: Date;

  @Field(() => Date, { nullable: true })
  readonly deadline: Date | null;

  @Field(() => TimeoutOutcomeEnum, {
    nullable: true,
    description: 'What happens at the deadline where nobody has decided.',
  })
  readonly onTimeout: TimeoutOutcome | null;

  @Field(() => Date, { nullable: true })
  readonly decidedAt: Date | null;

  @Field(() => SuspicionEnum, {
    nullable: true,
    description: 'Why a robot is suspected; null where none is.',
  })
  readonly suspicion: Suspicion | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With one letter more where two of a list would look alike. Null once the person was erased.',
  })
  readonly maskedAddress: string | null;

  /** Use `list`, which masks. `language`: the reader's, for an account's own reason. */
  constructor(row: ReviewedRequest, maskedAddress: string | null, language: Language) {
    this.row = row;
    this.maskedAddress = maskedAddress;
    this.accountName = row.accountName;
    this.joinedAt = row.joinedAt;
    this.addressBookName = row.addressBookName;
    this.words = row.words;
    this.readAs = row.readAs;
    this.doubt = row.doubt;
    const own = row.reasonTexts && wordsFor(row.reasonTexts, language);
    this.givenReason = own?.text ?? row.givenReason;
    this.suspicion = row.suspicion;
    this.decisionReason = row.decisionReason;
    this.method = row.method;
    this.signal = row.signal;
    this.state = row.state;
    this.receivedAt = row.receivedAt;
    this.deadline = row.deadline;
    this.onTimeout = row.onTimeout;
    this.decidedAt = row.decidedAt;
  }

  /** Those that a reader sees together. */
  static list(rows: readonly ReviewedRequest[], language: Language): ReviewRequestType[] {
    const known = rows.flatMap(({ address }) => address ?? []);
    const masks = new Map(maskApart(known).map((mask, i) => [known[i]!, mask]));
    return rows.map((row) => {
      const mask = row.address === null ? null : masks.get(row.address)!;
      return new ReviewRequestType(row, mask, language);
    });
  }

  @Field(() => ID)
  id(): string {
    return toId('optout', this.row.id);
  }

  @Field(() => String, { nullable: true, description: 'As the book has it.' })
  name(): string | null {
    const names = [this.row.firstName, this.row.lastName].map((name) => name?.trim());
    return names.filter(Boolean).join(' ') || null;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => ActorType, { nullable: true })
  decidedBy(): ActorType | null {
    const { decidedByKind, decidedBy } = this.row;
    return decidedByKind ? new ActorType(decidedByKind, decidedBy) : null;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'What its deadline becomes where it is deferred now; null where it can not be.',
  })
  deferredTo(@Ctx() { now }: Context): Date | null {
    return deferredDeadline(this.row, now);
  }

  @Field(() => Boolean, {
    description: 'A clear wish to leave marketing can not be declined (GDPR Art. 21(3)).',
  })
  mayDecline(): boolean {
    return !('refused' in decide({ ...this.row, state: 'PENDING' }, 'DECLINE', 'any'));
  }
}

export const ReviewRequestConnection = connectionOf('ReviewRequest', ReviewRequestType);
export type ReviewRequestConnection = InstanceType<typeof ReviewRequestConnection>;
