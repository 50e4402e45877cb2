import { EVIDENCE_TYPES } from '@adieu/domain';
import { Field, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class UploadEvidenceInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the file, without its folder.' })
  readonly name!: string;

  @Field(() => String, { description: `One of ${EVIDENCE_TYPES.join(', ')}.` })
  readonly mediaType!: string;

  @Field(() => String, { description: 'The bytes as base64: at most 5 MiB of them.' })
  readonly content!: string;
}
