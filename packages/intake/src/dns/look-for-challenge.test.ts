import DNS from 'dns2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createResolveTxt, lookForChallenge } from './look-for-challenge.ts';

const CHALLENGE = `adieu-${'x'.repeat(300)}`;
const RECORDS: Readonly<Record<string, string[]>> = {
  '_adieu-challenge.nordlys.se': [CHALLENGE.slice(0, 255), CHALLENGE.slice(255)],
  '_adieu-challenge.other.se': ['adieu-of-somebody-else'],
  'apex.se': [CHALLENGE],
};

describe('the challenge of a domain, asked of a name server (Q-8)', () => {
  let server: ReturnType<typeof DNS.createUDPServer>;
  let at: string;
  beforeAll(async () => {
    server = DNS.createUDPServer((request, send) => {
      const answer = DNS.Packet.createResponseFromRequest(request);
      const { name } = request.questions[0]!;
      const data = RECORDS[name];
      if (data !== undefined)
        answer.answers.push({
          name,
          type: DNS.Packet.TYPE.TXT,
          class: DNS.Packet.CLASS.IN,
          ttl: 1,
          data,
        } as never);
      else if (name.endsWith('missing.se')) answer.header.rcode = 3;
      else if (name.endsWith('broken.se')) answer.header.rcode = 2;
      void send(answer);
    });
    await server.listen(0, '127.0.0.1');
    at = `127.0.0.1:${server.address().port}`;
  });
  afterAll(() => server.close());

  it.each([
    ['nordlys.se', 'proven'],
    ['other.se', 'other'],
    ['apex.se', 'absent'],
    ['missing.se', 'absent'],
    ['broken.se', 'silent'],
  ])('%s: %s', async (domain, found) => {
    expect(await lookForChallenge(createResolveTxt([at]), domain, CHALLENGE)).toBe(found);
  });

  it('is silent where nobody answers at all', async () => {
    const nobody = async () => Promise.reject(Object.assign(new Error('x'), { code: 'ETIMEOUT' }));
    expect(await lookForChallenge(nobody, 'nordlys.se', CHALLENGE)).toBe('silent');
  });
});
