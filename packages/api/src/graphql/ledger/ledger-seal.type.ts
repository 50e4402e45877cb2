import { connectionOf } from '../shared/connection.ts';
import type { StoredSeal } from '@adieu/db';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('LedgerSeal', {
  description:
    'One link of the chain over the ledger of this installation. Hashes are SHA-256 as hex.',
})
export class LedgerSealType {
  readonly seal: StoredSeal;

  constructor(seal: StoredSeal) {
    this.seal = seal;
  }

  @Field(() => Int, { description: '1, 2, 3 … without a gap.' })
  sequence(): number {
    return this.seal.sequence;
  }

  @Field(() => Int, { description: 'Events in it.' })
  count(): number {
    return this.seal.count;
  }

  @Field(() => String)
  merkleRoot(): string {
    return this.seal.merkleRoot;
  }

  @Field(() => String, { description: 'The `sealHash` of the one before; zeros for the first.' })
  previousHash(): string {
    return this.seal.previousHash;
  }

  @Field(() => String, {
    description: 'Kept outside Adieu, it proves that no seal up to this one was exchanged.',
  })
  sealHash(): string {
    return this.seal.sealHash;
  }

  @Field(() => Date)
  sealedAt(): Date {
    return new Date(this.seal.sealedAt);
  }
}

export const LedgerSealConnection = connectionOf('LedgerSeal', LedgerSealType);
export type LedgerSealConnection = InstanceType<typeof LedgerSealConnection>;
