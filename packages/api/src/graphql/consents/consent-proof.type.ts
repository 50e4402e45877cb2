import { type DoubleOptInProof, type PrintedProof, printProof } from '@adieu/db';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('ProofDocument', { description: 'A proof as one page that prints well.' })
export class ProofDocumentType {
  readonly printed: PrintedProof;

  constructor(printed: PrintedProof) {
    this.printed = printed;
  }

  @Field(() => String, { description: 'Save it as it is: a changed byte is another hash.' })
  html(): string {
    return this.printed.html;
  }

  @Field(() => String, { description: 'SHA-256 of `html` as UTF-8, hex.' })
  sha256(): string {
    return this.printed.sha256;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The one that was stored at confirmation and is sealed in the ledger; null for proofs from before such were stored.',
  })
  storedSha256(): string | null {
    return this.printed.storedSha256;
  }

  @Field(() => Boolean, { nullable: true, description: 'Whether the two are the same.' })
  matches(): boolean | null {
    return this.printed.matches;
  }
}

@ObjectType('ConsentProof', {
  description: 'What was agreed to, when, and from where it was asked for and confirmed.',
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

  @Field(() => ProofDocumentType)
  document(): ProofDocumentType {
    return new ProofDocumentType(printProof(this.row));
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
