import { describe, expect, it } from 'vitest';
import { outcomesPage } from './outcomes.ts';
import { regimesPage } from './regimes.ts';
import { smsWordsPage } from './sms-words.ts';

describe('a page that is made from the data', () => {
  it('of outcomes is the one that is committed', async () => {
    await expect(outcomesPage()).toMatchFileSnapshot('../../../../docs/outcomes.md');
  });

  it('of words and senders of SMS is the one that is committed (SM-1, SM-15)', async () => {
    await expect(smsWordsPage()).toMatchFileSnapshot('../../../../docs/sms-words.md');
  });

  it('of regimes is the one that is committed (C6)', async () => {
    await expect(regimesPage()).toMatchFileSnapshot('../../../../docs/regimes.md');
  });
});
