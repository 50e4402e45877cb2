import { Field, ObjectType } from 'type-graphql';
import { ApiKeyType } from './api-key.type.ts';

@ObjectType()
export class ApiKeyCreated {
  @Field(() => ApiKeyType)
  readonly apiKey!: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself, this once: only its hash is kept. Null where an idempotency key gives the first answer again.',
  })
  readonly secret!: string | null;
}
