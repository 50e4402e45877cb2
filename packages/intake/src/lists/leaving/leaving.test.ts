import { describe, expect, it } from 'vitest';
import { readContacts } from '../judge/read-contacts.ts';
import { fileOfText } from '../list-file.ts';
import { lookAtList } from '../look/look-at-list.ts';
import { explainLeaving, type Explained } from './explain-leaving.ts';

async function explain(csv: string, explained: readonly Explained[]) {
  const file = fileOfText(csv, 'a');
  const shape = await lookAtList(file);
  return 'refused' in shape ? shape : explainLeaving(file, shape, explained);
}

const row = (name: string, said: string): string => `${name}@example.test,${said}\n`;

describe('a list that speaks of people who left (F10)', () => {
  it.each([
    ['status', 'UNSUBSCRIBED'],
    ['status', 'no'],
    ['status', '0'],
    ['status', 'cleaned'],
    ['opt_in', '0'],
    ['unsubscribed_at', '2024-05-04'],
    ['Avregistrerad', 'ja'],
    ['Abgemeldet', 'x'],
    ['odhlášen', 'ano'],
    ['afmeldt', 'ja'],
    ['anything', 'Opted out'],
  ])('says so in a column %s with %s, until somebody says what it means', async (name, said) => {
    const csv = `email,${name}\n${row('anna', said)}${row('bo', '')}`;
    expect(await explain(csv, [])).toEqual({
      unexplained: [{ column: name, rows: 1, cells: [said] }],
    });
    expect(await explain(csv, [{ column: name.toUpperCase(), means: 'IGNORE' }])).toEqual({
      optOuts: [],
    });
  });

  it.each([
    ['status', 'gold'],
    ['opt_in', '1'],
    ['unsubscribed', 'no'],
    ['city', 'no'],
    ['first_name', 'Noah'],
  ])('does not in a column %s with %s', async (name, said) => {
    expect(await explain(`email,${name}\n${row('anna', said)}`, [])).toEqual({
      optOuts: [],
    });
  });

  it('knows each column that is named', async () => {
    const answer = await explain('email\n', [{ column: 'status', means: 'IGNORE' }]);
    expect(answer).toEqual({ missing: 'status' });
  });

  it('gives opt-outs of who left, contacts of who stays, and says of the others that neither is told', async () => {
    const said = ['unsubscribed', 'active', 'cleaned', 'gold', ''];
    const csv = `email,status\n${said.map((each, i) => row(`p${i}`, each)).join('')}`;
    const answer = await explain(csv, [{ column: 'status', means: 'OPT_OUTS' }]);
    const told: string[] = [];
    const optOuts = 'optOuts' in answer ? answer.optOuts : [];
    for await (const each of readContacts(fileOfText(csv, 'a'), { country: null, optOuts }))
      told.push(
        'optsOut' in each ? 'out' : 'message' in each ? `${each.field} rejected` : 'contact',
      );
    expect(told).toEqual(['out', 'contact', 'status rejected', 'status rejected', 'contact']);
  });
});
