import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRepository } from '@adieu/cli';
import { parseSetting, readSetting } from './read-setting.ts';

const LEAST = { campaign: { subject: 'Hello', text: 'Hello' }, population: { size: 10 } };
const parse = (given: object): unknown => parseSetting(JSON.stringify(given), 'campaign.json');

describe('campaign.json of a simulation (N13)', () => {
  it('needs a mail and a size, the rest has a default', () => {
    expect(parse(LEAST)).toMatchObject({
      book: { purpose: 'MARKETING', policy: { mode: 'AT_ONCE', reviewDays: 2 } },
      population: { shares: { oneClick: 0, scanner: 0 }, reactAfterDays: 1 },
      admin: { confirms: 0, declines: 0 },
      mailings: 2,
      time: { secondsPerDay: 2 },
      seed: 1,
    });
  });

  it.each([
    [{ ...LEAST, population: { size: 0 } }, 'population.size: must be 1 or more'],
    [{ ...LEAST, population: {} }, 'population.size: '],
    [
      { ...LEAST, population: { size: 10, shares: { page: 1.5 } } },
      'population.shares.page: must be 1 or less',
    ],
    [
      { ...LEAST, population: { size: 10, shares: { page: 0.6, oneClick: 0.6 } } },
      'population.shares: oneClick, page, reply, answer, away, complaint, forwarder, robot, bounce, returned must add up to 1 or less',
    ],
    [
      { ...LEAST, population: { size: 10, shares: { readers: 0.6 } } },
      'population.shares: Unrecognized key: "readers"',
    ],
    [{ ...LEAST, campaign: { subject: 'x' } }, 'campaign: name one of text, mjml and mjmlFile'],
    [
      { ...LEAST, campaign: { subject: 'x', text: 'y', mjml: 'z' } },
      'campaign: name one of text, mjml and mjmlFile',
    ],
    [
      { ...LEAST, admin: { confirms: 0.6, declines: 0.6 } },
      'admin: confirms and declines must add up to 1 or less',
    ],
    [{ ...LEAST, seeds: 3 }, 'the file: Unrecognized key: "seeds"'],
  ])('%j is refused: %s', (given, message) => {
    expect(() => parse(given)).toThrow(message);
  });

  it('says everything that is wrong at once, and what is no JSON', () => {
    const wrong = { campaign: LEAST.campaign, population: { size: 0.5 }, mailings: 99 };
    expect(() => parse(wrong)).toThrow(/population\.size: [^]*mailings: must be 10 or less/);
    expect(() => parseSetting('{', 'campaign.json')).toThrow('campaign.json is no JSON');
  });

  it('makes a mail of plain text, whatever is in it', async () => {
    await expect(readSetting(join('no', 'such.json'))).rejects.toThrow('cannot be read');
    const read = await readSetting(inRepository('examples', 'simulate', 'staff.json'));
    expect(read.content.match(/<mj-text>/g)).toHaveLength(2);
  });

  it('the examples can be read', async () => {
    const read = await readSetting(inRepository('examples', 'simulate', 'campaign.json'));
    expect(read.content).toContain('<mj-button');
  });
});
