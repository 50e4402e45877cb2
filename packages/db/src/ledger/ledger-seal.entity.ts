import { defineEntity, p } from '@mikro-orm/postgresql';

export const LedgerSealEntity = defineEntity({
  name: 'LedgerSeal',
  tableName: 'ledger_seal',
  uniques: [
    { name: 'ledger_seal_floor_id_to_tx_to_id_key', properties: ['floorId', 'toTx', 'toId'] },
  ],
  checks: [
    { name: 'ledger_seal_check', expression: 'length(leaf_hashes) = (32 * count)' },
    { name: 'ledger_seal_count_check', expression: 'count >= 1' },
    { name: 'ledger_seal_merkle_root_check', expression: 'length(merkle_root) = 32' },
    { name: 'ledger_seal_previous_hash_check', expression: 'length(previous_hash) = 32' },
    { name: 'ledger_seal_seal_hash_check', expression: 'length(seal_hash) = 32' },
    { name: 'ledger_seal_sequence_check', expression: 'sequence >= 1' },
  ],
  properties: {
    sequence: p.integer().primary().autoincrement(false),
    floorId: p
      .bigint('string')
      .defaultRaw('0')
      .comment(
        'Only events above this id. A dump restored into another cluster counts transactions anew: then a new order begins there',
      ),
    maxId: p.bigint('string'),
    fromTx: p.text().columnType('xid8'),
    fromId: p.bigint('string'),
    toTx: p.text().columnType('xid8'),
    toId: p.bigint('string'),
    count: p.integer(),
    merkleRoot: p.blob(),
    previousHash: p.blob(),
    sealHash: p.blob(),
    leafHashes: p
      .blob()
      .comment(
        'The leaves of the tree, 32 bytes each, in order: they tell which event was changed, and make inclusion proofs',
      ),
    sealedAt: p.datetime(),
  },
});
