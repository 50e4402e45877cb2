import { describe, expect, it } from 'vitest';
import { startBuiltServer } from '../built-server.ts';
import { LINK, newsletter } from '../samples.ts';
import { site } from '../site.ts';

describe('the process', () => {
  it('names every problem of its environment at once, and does not start', async () => {
    const server = await startBuiltServer({ API_URL: 'nowhere', LOG_LEVEL: 'loud' });
    expect(await server.exited).toBe(1);
    expect(server.log()).toMatch(/API_URL: .*\n.*LOG_LEVEL: /);
  });

  it('answers what is under way when it is told to stop, then ends', async () => {
    const server = await startBuiltServer({ API_URL: site.api.url });
    const answer = Promise.withResolvers<unknown>();
    site.api.answers['Preferences'] = answer.promise;
    const page = fetch(`${server.url}/u/${LINK}`);
    await expect.poll(() => site.api.calls.length).toBe(1);
    const stopped = server.stop();
    await expect.poll(() => server.log()).toContain('"msg":"stopping"');
    answer.resolve(newsletter());
    expect(await stopped).toBe(0);
    expect((await page).status).toBe(200);
    expect(server.log()).toContain('"msg":"stopped"');
  });
});
