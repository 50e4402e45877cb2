import type { ScopeKind } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ScopeKindEnum } from '../shared/enums.ts';
import { readScopeId } from '../shared/read-id.ts';

@InputType()
export class ScopeInput {
  @Field(() => ScopeKindEnum)
  readonly kind!: ScopeKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Not needed for ORGANISATION: it is the key’s own.',
  })
  readonly id?: string | null;
}

/** A scope by its public id. Whether it exists is the transaction's to see. */
export function readScope(
  { kind, id }: ScopeInput,
  organisationId: string,
): { kind: ScopeKind; id: string } {
  if (kind === 'ORGANISATION' && (id === null || id === undefined))
    return { kind, id: organisationId };
  return { kind, id: readScopeId(kind, id ?? '', 'scope.id') };
}
