import { expect, it } from 'vitest';
import { refuseName } from './person-name.ts';

it.each(['Eva', 'Åsa Öberg', 'José-María O’Neill', '李小龙', 'محمد', '👩‍💻'])(
  '%j is a name',
  (name) => {
    expect(refuseName(name)).toBeNull();
  },
);

it.each([
  '',
  'x'.repeat(201),
  'Eva\r\nBcc: all@example.test',
  'Eva\n',
  'Eva\u202Eave',
  'E\u0000a',
  'E\u200Bva',
])('%j is none', (name) => {
  expect(refuseName(name)).not.toBeNull();
});
