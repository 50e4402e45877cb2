import type { GateAnswer, GateReason } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { GateReasonEnum } from '../enums.ts';
import { toId } from '../ids.ts';

const EXPLANATIONS = {
  NO_OBJECTION: 'Nobody objected: the message may go.',
  TRANSACTIONAL: 'Transactional messages (receipts, codes) have no opt-out.',
  UNKNOWN_ADDRESS: 'This is not an address that anything can be sent to.',
} as const;

@ObjectType('GateAnswer', { description: 'Whether a message may go to an address now, and why.' })
export class GateAnswerType {
  readonly answer: GateAnswer | { readonly allowed: false; readonly because: 'UNKNOWN_ADDRESS' };

  constructor(answer: GateAnswerType['answer']) {
    this.answer = answer;
  }

  @Field(() => Boolean)
  allowed(): boolean {
    return this.answer.allowed;
  }

  @Field(() => GateReasonEnum)
  because(): GateReason {
    return this.answer.because;
  }

  @Field(() => Date, { nullable: true })
  since(): Date | null {
    return 'decisive' in this.answer ? this.answer.decisive.since : null;
  }

  @Field(() => String, { description: 'For people, in English.' })
  explanation(): string {
    if (!('decisive' in this.answer)) return EXPLANATIONS[this.answer.because];
    const { state, scopeKind, since, requestId } = this.answer.decisive;
    const what = state === 'PAUSED' ? 'Paused while a wish to leave is reviewed' : 'Opted out';
    const by = requestId === null ? '' : `, by request ${toId('optout', requestId)}`;
    return `${what}, for ${ABOUT[scopeKind]}, since ${since.toISOString()}${by}.`;
  }
}

const ABOUT = {
  TOPIC: 'this topic',
  BOOK: 'this address book',
  ACCOUNT: 'all marketing of this account',
  ORGANISATION: 'all marketing of this organisation',
} as const;
