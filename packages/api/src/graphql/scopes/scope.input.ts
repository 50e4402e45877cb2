import type { ScopeKind } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ScopeKindEnum } from '../shared/enums.ts';
import { fromScopeId } from '../shared/ids.ts';

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

/** A scope by its public id; null where that is none of this kind. Whether it exists is the transaction's to see. */
export function readScope(
  { kind, id }: ScopeInput,
  organisationId: string,
): { kind: ScopeKind; id: string } | null {
  if (kind === 'ORGANISATION' && (id === null || id === undefined))
    return { kind, id: organisationId };
  const uuid = fromScopeId(kind, id ?? '');
  return uuid === null ? null : { kind, id: uuid };
}
