import type { StoredEvidence } from '@adieu/db';
import type { EvidenceKind } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { EvidenceKindEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('EvidenceHeader')
export class EvidenceHeaderType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly value!: string;
}

@ObjectType('Evidence', {
  description: 'What speaks for a wish. Kept apart from its request, and gone after its retention.',
})
export class EvidenceType {
  readonly row: StoredEvidence;

  constructor(row: StoredEvidence) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('evidence', this.row.id);
  }

  @Field(() => EvidenceKindEnum)
  kind(): EvidenceKind {
    return this.row.kind;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.at;
  }

  @Field(() => [EvidenceHeaderType], { description: 'User-Agent, Date, Message-ID, From-domain.' })
  headers(): EvidenceHeaderType[] {
    return Object.entries(this.row.headers).map(([name, value]) => ({ name, value }));
  }

  @Field(() => String, { nullable: true, description: 'The page, with the token left out.' })
  path(): string | null {
    return this.row.path;
  }

  @Field(() => String, {
    nullable: true,
    description: 'IP address; null where none is kept, or any more.',
  })
  origin(): string | null {
    return this.row.origin;
  }

  @Field(() => String, { nullable: true })
  note(): string | null {
    return this.row.note;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Hex SHA-256 of what came in: kept headers and body.',
  })
  sha256(): string | null {
    return this.row.sha256 === null ? null : Buffer.from(this.row.sha256).toString('hex');
  }

  @Field(() => Date)
  keepUntil(): Date {
    return this.row.keepUntil;
  }
}
