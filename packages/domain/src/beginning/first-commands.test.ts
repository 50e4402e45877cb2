import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type CommandPlace, firstCommands } from './first-commands.ts';

const BEGUN = {
  bookId: 'book_1',
  campaignerKey: 'adieu_campaigner_x',
  reader: { name: 'Eva', address: 'eva@example.test' },
};
const USUAL: CommandPlace = { by: 'npm', data: null, graphql: null };

describe('the commands after a beginning', () => {
  it('are short where the commands find what runs', () => {
    expect(firstCommands(USUAL, BEGUN)).toEqual([
      "printf '%s\\n' email,first_name eva@example.test,Eva > contacts.csv",
      'npm run adieu -- import contacts.csv --book book_1',
      'ADIEU_BOOK=book_1 ADIEU_API_KEY=adieu_campaigner_x npm run adieu -- campaign send examples/newsletter/campaigns/first.ts --watch',
    ]);
  });

  it('name the data folder and the API where these are others', () => {
    const place: CommandPlace = {
      by: 'npm',
      data: '/srv/my data',
      graphql: 'http://localhost:4001/graphql',
    };
    const [, take, send] = firstCommands(place, BEGUN);
    expect(take).toMatch(/ --data '\/srv\/my data'$/);
    expect(send).toMatch(/^ADIEU_URL=http:\/\/localhost:4001\/graphql ADIEU_BOOK=book_1 /);
  });

  it('go into the containers of compose', () => {
    const [take, send] = firstCommands({ by: 'compose' }, BEGUN);
    expect(take).toContain(' | docker compose exec -T api sh -c ');
    expect(send).toMatch(/^ADIEU_BOOK=book_1 ADIEU_API_KEY=\S+ docker compose exec -e ADIEU_URL=/);
  });

  it('send nothing without a key', () => {
    expect(firstCommands(USUAL, { ...BEGUN, campaignerKey: null })).toHaveLength(2);
  });

  it.each([
    ["Eva O'Hara", "Eva O'Hara"],
    ['Eva, "Chef"', '"Eva, ""Chef"""'],
    ['$(id)', '$(id)'],
  ])('write the name %s into the list as it is', (name, written) => {
    const reader = { ...BEGUN.reader, name };
    const [list] = firstCommands(USUAL, { ...BEGUN, reader });
    const printed = execFileSync('sh', ['-c', list!.replace(' > contacts.csv', '')]).toString();
    expect(printed).toBe(`email,first_name\neva@example.test,${written}\n`);
  });
});
