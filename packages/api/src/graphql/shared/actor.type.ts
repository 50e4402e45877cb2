import type { ActorKind } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { ActorKindEnum } from './caller-enums.ts';

@ObjectType('Actor', { description: 'Who did something.' })
export class ActorType {
  @Field(() => ActorKindEnum)
  readonly kind: ActorKind;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the API key or of the member; null for recipients and timers.',
  })
  readonly name: string | null;

  constructor(kind: ActorKind, name: string | null) {
    this.kind = kind;
    this.name = name;
  }
}
