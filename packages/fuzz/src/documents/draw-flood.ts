import type { Dice } from '../dice.ts';

const MOST = 4_000;

const some = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join(' ');

/** A document that is small to write and meant to be much to do. */
export function drawFlood(dice: Dice, root: string): string {
  const count = dice.few(MOST);
  const few = Math.min(count, 300);
  const queries: (() => string)[] = [
    () => `{ ${some(count, (i) => `a${i}: viewer { name }`)} }`,
    () => `{ ${some(count, () => 'viewer { name }')} }`,
    () => `{ viewer ${'{ name '.repeat(count)}${'}'.repeat(count)} }`,
    () => `{ viewer { name ${'@skip(if: false) '.repeat(count)} } }`,
    () => `{ viewer { name ${some(count, (i) => `@x${i}`)} } }`,
    () => `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
    () =>
      `{ ...f0 } ${some(few, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f${few} on Query { viewer { name } }`,
    () =>
      `{ ${some(few, (i) => `...f${i}`)} } ${some(few, (i) => `fragment f${i} on Query { viewer { name } }`)}`,
    () => `{ __schema { types { ${'fields { type { '.repeat(few)}name${' } }'.repeat(few)} } } }`,
    () =>
      `{ ${some(few, (i) => `s${i}: __schema { types { name fields { name args { name } } } }`)} }`,
    () => `{ preferences(token: """${'\n \\u0000"x'.repeat(count)}""") { __typename } }`,
    () => `{ preferences(token: "${'\\u0061'.repeat(count)}") { __typename } }`,
    () => `query (${some(count, (i) => `$v${i}: ID = "x"`)}) { viewer { name } }`,
    () => `query ($v: ${'['.repeat(count)}ID${']'.repeat(count)}) { viewer { name } }`,
    () => `{ addressBooks(first: ${'9'.repeat(count)}) { nodes { id } } }`,
    () =>
      `{ accounts { nodes { addressBooks { nodes { account { addressBooks { nodes { account { name } } } } } } } } }`,
    () => `${'#'.repeat(count)}${'\n'.repeat(count)}{ viewer { name } }`,
    () => `${'\ufeff'.repeat(count)}{ viewer { name } }`,
    () => some(count, (i) => `query q${i} { viewer { name } }`),
    () => some(count, (i) => `{ optOutReques${i} }`),
    () => '{'.repeat(count),
  ];
  const mutations: (() => string)[] = [
    () => `mutation { ${some(few, (i) => `l${i}: leave(input: { token: "x" }) { __typename }`)} }`,
    () =>
      `mutation { leave(input: { token: ${'['.repeat(count)}"x"${']'.repeat(count)} }) { __typename } }`,
    () => `mutation { leave(input: { ${some(count, (i) => `k${i}: 1`)} }) { __typename } }`,
  ];
  return dice.one(root === 'mutation' ? mutations : queries)();
}
