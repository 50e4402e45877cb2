import type { EvidenceFile } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('EvidenceFile', { description: 'A file that speaks for a consent.' })
export class EvidenceFileType {
  readonly row: EvidenceFile & { readonly content: Buffer | null };

  constructor(row: EvidenceFile & { readonly content: Buffer | null }) {
    this.row = row;
  }

  @Field(() => ID, { description: 'SHA-256 of its bytes, hex.' })
  id(): string {
    return this.row.sha256;
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => String)
  mediaType(): string {
    return this.row.mediaType;
  }

  @Field(() => Int, { description: 'Bytes.' })
  size(): number {
    return this.row.size;
  }

  @Field(() => Date)
  uploadedAt(): Date {
    return this.row.uploadedAt;
  }

  @Field(() => String)
  uploadedBy(): string {
    return this.row.uploadedBy;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The bytes as base64; never a page. Null after erasure.',
  })
  content(): string | null {
    return this.row.content?.toString('base64') ?? null;
  }
}
