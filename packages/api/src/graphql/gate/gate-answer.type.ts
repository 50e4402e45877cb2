import type { ExplainedAnswer, GateReason, SuppressionRow } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { GateReasonEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('GateAnswer', { description: 'Whether a message may go to an address now, and why.' })
export class GateAnswerType {
  readonly answer: ExplainedAnswer;

  constructor(answer: ExplainedAnswer) {
    this.answer = answer;
  }

  /** The row that decided, where the answer is a no by one. */
  get decisive(): SuppressionRow | null {
    return 'decisive' in this.answer ? this.answer.decisive : null;
  }

  @Field(() => Boolean)
  allowed(): boolean {
    return this.answer.allowed;
  }

  @Field(() => GateReasonEnum)
  because(): GateReason {
    return this.answer.because;
  }

  @Field(() => Date, {
    nullable: true,
    description:
      'When it may go by what the recipient chose themselves (SNOOZED, FREQUENCY_CAP), as things are now; else null.',
  })
  nextAllowedAt(): Date | null {
    return 'nextAllowedAt' in this.answer ? this.answer.nextAllowedAt : null;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the decisive opt-out stands, or what is sent there comes back.',
  })
  since(): Date | null {
    if ('undeliverableSince' in this.answer) return this.answer.undeliverableSince;
    return this.decisive?.since ?? null;
  }

  @Field(() => ScopeType, { nullable: true, description: 'What the decisive opt-out covers.' })
  scope(): ScopeType | null {
    return this.decisive && new ScopeType(this.decisive.scopeKind, this.decisive.scopeId);
  }

  @Field(() => ID, { nullable: true, description: 'The request behind it, by its id alone.' })
  requestId(): string | null {
    const id = this.decisive?.requestId ?? null;
    return id === null ? null : toId('optout', id);
  }
}

@ObjectType('AddressGateAnswer', { description: 'The answer for one of many addresses.' })
export class AddressGateAnswerType {
  @Field(() => String, { description: 'As it was asked for.' })
  readonly address: string;

  @Field(() => GateAnswerType)
  readonly answer: GateAnswerType;

  constructor(address: string, answer: GateAnswerType) {
    this.address = address;
    this.answer = answer;
  }
}
