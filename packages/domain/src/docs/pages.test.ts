import { describe, expect, it } from 'vitest';
import { outcomesPage } from './outcomes.ts';
import { regimesPage } from './regimes.ts';

describe('a page that is made from the data', () => {
  it('of outcomes is the one that is committed', async () => {
    await expect(outcomesPage()).toMatchFileSnapshot('../../../../docs/outcomes.md');
  });

  it('of regimes is the one that is committed (C6)', async () => {
    await expect(regimesPage()).toMatchFileSnapshot('../../../../docs/regimes.md');
  });
});
