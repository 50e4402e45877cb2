import type { KeyUse, Role } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { KeyUseEnum, RoleEnum } from '../shared/caller-enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class CreateApiKeyInput extends IdempotentInput {
  @Field(() => String, { description: 'What histories call its holder.' })
  readonly name!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'Either a role, or uses.' })
  readonly role?: Role | null;

  @Field(() => [KeyUseEnum], { defaultValue: [] })
  readonly uses!: readonly KeyUse[];

  @Field(() => ID, {
    nullable: true,
    description: 'The one account that it opens; all if not given.',
  })
  readonly accountId?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it stops; never if not given.' })
  readonly expiresAt?: Date | null;
}
