import { describe, expect, it } from 'vitest';
import { choosePorts } from './ports.ts';

function chooser(...taken: number[]) {
  const said: string[] = [];
  const claim = async (port: number): Promise<boolean> =>
    !taken.includes(port) && taken.push(port) > 0;
  return { said, claim, say: (text: string) => void said.push(text) };
}

describe('the choice of ports', () => {
  it('takes the preferred ones where they are free, and says nothing', async () => {
    const { said, ...choice } = chooser();
    expect(await choosePorts(['api', 'temporal'], choice)).toEqual({ api: 4000, temporal: 7233 });
    expect(said).toEqual([]);
  });

  it('takes the next free one, and says so in a line', async () => {
    const { said, ...choice } = chooser(4000, 4001);
    expect(await choosePorts(['api'], choice)).toEqual({ api: 4002 });
    expect(said).toEqual(['port 4000 is taken: the API gets 4002']);
  });

  it('keeps the port of the last start, so that links in old mails stay good', async () => {
    const { said, ...choice } = chooser(4000);
    expect(await choosePorts(['api'], { ...choice, before: { api: 4007 } })).toEqual({ api: 4007 });
    expect(said).toEqual([]);
  });

  it('says that links in old mails lead nowhere where the port of the last start is lost', async () => {
    const { said, ...choice } = chooser(4007);
    const before = { api: 4007, mailIn: 2525 };
    const chosen = await choosePorts(['api', 'mailIn'], { ...choice, before, hasStarted: true });
    expect(chosen).toEqual({ api: 4000, mailIn: 2525 });
    expect(said).toEqual([
      expect.stringMatching(/^port 4007 is taken.*Links in mails .* lead to 4007/),
    ]);
  });

  it('speaks of no links where a first start begins again: nothing was sent yet', async () => {
    const { said, ...choice } = chooser(4007);
    await choosePorts(['api'], { ...choice, before: { api: 4007 } });
    expect(said).toEqual(['port 4007 is taken: the API gets 4000']);
  });

  it('gives no two parts the same port', async () => {
    const choice = chooser(1080);
    const before = { mailbox: 1080, smtp: 1081 };
    expect(await choosePorts(['mailbox', 'smtp'], { ...choice, before })).toEqual({
      mailbox: 1081,
      smtp: 1025,
    });
  });

  it('does not move a port that was asked for by name', async () => {
    const choice = chooser(4321);
    await expect(choosePorts(['api'], { ...choice, demanded: { api: 4321 } })).rejects.toThrow(
      'port 4321, which the environment asks for the API, is taken',
    );
  });
});
