import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedEvents } from '../../src/events/event-ingress.ts';
import { onlyWhatIsSaid, serveCertificates } from './amazon.ts';
import {
  certificates,
  type CorpusCase,
  corpusOf,
  hasCorpus,
  ingressOf,
  type Kind,
  nowOf,
  requestOf,
} from './corpus.ts';

/** Of the network nothing is asked but the certificates that Amazon's hosts have, however often. */
let end: () => void;
beforeAll(() => {
  end = onlyWhatIsSaid();
  serveCertificates(certificates());
});
afterAll(() => end());

const opened = (kind: Kind, each: CorpusCase): Promise<OpenedEvents> =>
  ingressOf(kind, each).open(requestOf(each), nowOf(each));

/** What is expected of a case in our words. */
function expectedOf({ expect: said }: CorpusCase): object {
  if (said.signature === 'missing') return { refused: 'UNSIGNED' };
  if (said.signature === 'invalid') return { refused: expect.any(String) as string };
  if (said.refused === 'topic') return { refused: 'TOPIC' };
  if (said.refused === 'too old') return { refused: 'TOO_OLD' };
  return {
    ...(said.confirm !== undefined && { confirm: said.confirm }),
    events: said.events.map((event) => expect.objectContaining({ event: like(event) }) as object),
  };
}

function like({
  kind,
  address,
  providerMessageId,
  eventId,
  group,
  suppressedBy,
}: Partial<CorpusCase['expect']['events'][number]>): object {
  return expect.objectContaining({
    kind,
    address,
    providerMessageId: providerMessageId?.replaceAll(/[<>]/g, '') ?? null,
    ...(typeof eventId === 'string' && { eventId }),
    ...(group !== undefined && { group }),
    suppressedBy: suppressedBy ?? null,
  }) as object;
}

for (const kind of ['ses', 'sendgrid', 'mailgun', 'postmark'] as const)
  describe.skipIf(!hasCorpus)(`what ${kind} brings`, () => {
    it.each(corpusOf(kind).map((each) => [each.name, each] as const))('%s', async (_name, each) => {
      const { token: _token, ...rest } = { ...((await opened(kind, each)) as object) } as {
        token?: string;
      };
      expect(rest).toEqual(expectedOf(each));
    });

    it('is judged a stranger’s by its head alone, or not: what is genuine never is', () => {
      const genuine = corpusOf(kind).filter(
        (each) => each.expect.signature === 'valid' && each.expect.refused !== 'topic',
      );
      const strange = genuine.filter((each) => !ingressOf(kind, each).mayBeFrom(requestOf(each)));
      expect(strange.map(({ name }) => name)).toEqual([]);
    });
  });
