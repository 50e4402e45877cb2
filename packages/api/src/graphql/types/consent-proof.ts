import type { DoubleOptInProof } from '@adieu/db';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../ids.ts';
import { ScopeType } from './scope.ts';

@ObjectType('ConsentProof', {
  description: 'What was agreed to, when, and from where it was asked for and confirmed (D-2).',
})
export class ConsentProofType {
  readonly row: DoubleOptInProof;

  constructor(row: DoubleOptInProof) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('proof', this.row.id);
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => String, { description: 'The address that confirmed.' })
  address(): string {
    return this.row.address;
  }

  @Field(() => String, { description: 'The full text, as it was shown.' })
  declaration(): string {
    return this.row.declaration;
  }

  @Field(() => String)
  declarationVersion(): string {
    return this.row.declarationVersion;
  }

  @Field(() => String)
  language(): string {
    return this.row.language;
  }

  @Field(() => String, { nullable: true })
  formUrl(): string | null {
    return this.row.formUrl ?? null;
  }

  @Field(() => String, { description: 'Message-ID of the confirmation mail.' })
  mailMessageId(): string {
    return this.row.mailMessageId;
  }

  @Field(() => Date)
  requestedAt(): Date {
    return this.row.requestedAt;
  }

  @Field(() => String, { nullable: true, description: 'IP address of the request.' })
  requestedOrigin(): string | null {
    return this.row.requestedOrigin ?? null;
  }

  @Field(() => String, { nullable: true })
  requestedUserAgent(): string | null {
    return this.row.requestedUserAgent ?? null;
  }

  @Field(() => Date)
  confirmedAt(): Date {
    return this.row.confirmedAt;
  }

  @Field(() => String, { nullable: true, description: 'IP address of the confirmation.' })
  confirmedOrigin(): string | null {
    return this.row.confirmedOrigin ?? null;
  }

  @Field(() => String, { nullable: true })
  confirmedUserAgent(): string | null {
    return this.row.confirmedUserAgent ?? null;
  }
}
