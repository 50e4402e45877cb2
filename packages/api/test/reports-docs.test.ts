import { afterAll, beforeAll, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from './doc-examples.ts';
import { type House, openHouse, seedMails } from './house.ts';

const { examples } = docExamples('reports.md');
let house: House;
let campaign: string;

beforeAll(async () => {
  house = await openHouse();
  await seedMails(house, { count: 1 });
  const [row] = await house.test.db.sql.rows<{ id: string }>('SELECT id FROM campaign');
  campaign = toId('campaign', row!.id);
});
afterAll(() => house?.close());

it.each(examples)('docs/reports.md: $name works as it stands', async ({ query, variables }) => {
  const filled = variables ? (JSON.parse(fillIn(variables, { campaign })) as object) : {};
  const { data, errors } = await house.ask<Record<string, unknown>>(query, filled);
  expect(errors).toBeUndefined();
  expect(Object.values(data)[0]).toBeTruthy();
});
