import { buildSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { accessOf, ADMIN } from '../src/graphql/access/area.ts';
import { guardRootFields } from '../src/graphql/access/guard.ts';
import { ACCESS } from '../src/graphql/areas.ts';
import { ViewerQuery } from '../src/graphql/viewer/viewer.query.ts';
import { createSchema } from '../src/graphql/schema.ts';

const schema = await createSchema();

it('tells its readers of no requirement by its code', () => {
  const code = /\b[A-Z]{1,2}-?\d{1,2}\b/;
  const lines = printSchema(schema).split('\n');
  expect(lines.filter((line) => code.test(line))).toEqual([]);
  expect('A book can be left (A1).').toMatch(code);
});

it('does not start without a row for a field, nor with a row for none, nor with two for one', () => {
  const { viewer: _, ...others } = ACCESS.Query;
  expect(() => guardRootFields(schema, { ...ACCESS, Query: others })).toThrow('Query.viewer');
  const Query = { ...ACCESS.Query, gone: ADMIN };
  expect(() => guardRootFields(schema, { ...ACCESS, Query })).toThrow('Query.gone');
  const area = { resolvers: [ViewerQuery], access: { Query: { viewer: 'link' } } } as const;
  expect(() => accessOf([area, area])).toThrow('Query.viewer');
});

it('does not start with a mutation whose union can not say that it was refused', () => {
  const access = { Query: { a: 'link' }, Mutation: { b: ADMIN }, Subscription: {} } as const;
  const withResult = (result: string) =>
    buildSchema(
      `type Query { a: Int } type Done { a: Int } type InvalidInput { a: Int } type Forbidden { a: Int }
       union Result = ${result} type Mutation { b: Result }`,
    );
  expect(() => guardRootFields(withResult('Done | InvalidInput'), access)).toThrow('no Forbidden');
  expect(() => guardRootFields(withResult('Done | Forbidden'), access)).toThrow('no InvalidInput');
  guardRootFields(withResult('Done | InvalidInput | Forbidden'), access);
});
