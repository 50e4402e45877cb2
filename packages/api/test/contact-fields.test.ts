import { afterAll, beforeAll, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

it.each([
  ['first_name', 'Åsa', 'ContactAdded'],
  ['x'.repeat(100), 'y'.repeat(2_000), 'ContactAdded'],
  ['', 'Åsa', 'InvalidInput'],
  ['x'.repeat(101), 'Åsa', 'InvalidInput'],
  ['first_name', 'y'.repeat(2_001), 'InvalidInput'],
])('a contact’s field has a name and a value of bounded length', async (name, value, answered) => {
  const { data } = await house.ask<{ addContact: { __typename: string } }>(
    'mutation ($input: AddContactInput!) { addContact(input: $input) { __typename ... on Problem { field } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        email: 'asa@example.test',
        fields: [{ name, value }],
      },
    },
  );
  expect(data.addContact).toEqual({
    __typename: answered,
    ...(answered === 'InvalidInput' && { field: 'fields' }),
  });
});
