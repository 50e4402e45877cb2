import { openSmsGateways, readSmsGateways, type SmsGateway } from '@adieu/gateways';
import { openSmsIngresses, type SmsEvent } from '@adieu/intake';
import { smsSender } from '@adieu/testkit';
import { until } from '@adieu/testkit/until';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { kannelGateway } from './kannel-config.ts';
import { type Kannel, missingKannel, type Smsc, startKannel } from './start-kannel.ts';

const OURS = '+46700000009';
const [OUT, IN] = [1_000, 300];
const missing = missingKannel();
if (missing !== null)
  console.warn(
    `SKIPPED: SMS by a real gateway, as ${missing} is not there: apt-get install kannel kannel-extras`,
  );

/** Kannel's bearerbox and smsbox, with the SMSC of its own tests, speak to our real route. */
describe.skipIf(missing !== null)(
  'a real gateway (skipped where Debian’s kannel is absent)',
  () => {
    let house: House;
    let kannel: Kannel;
    let gateway: SmsGateway;
    const heard: SmsEvent[] = [];

    beforeAll(async () => {
      let ingresses = openSmsIngresses([]);
      house = await openHouse({
        smsIngresses: {
          ingressOf(name) {
            const ingress = ingresses.ingressOf(name);
            if (ingress === null) return null;
            return {
              ...ingress,
              read(request) {
                const reading = ingress.read(request);
                if ('events' in reading) heard.push(...reading.events);
                return reading;
              },
            };
          },
        },
      });
      await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: OURS });
      kannel = await startKannel(house.url);
      const settings = readSmsGateways(JSON.stringify([kannelGateway(kannel.ports.sendsms)]));
      ingresses = openSmsIngresses(settings);
      gateway = openSmsGateways(settings).gatewayFor(OURS)!;
    });
    afterAll(async () => {
      await gateway?.close();
      await kannel?.stop();
      await house?.close();
    });

    const send = (id: string, text: string, encoding: 'GSM-7' | 'UCS-2' = 'GSM-7') =>
      gateway.send({
        id,
        from: OURS,
        to: '+46701740605',
        text,
        encoding,
        parts: 1,
        expiresAt: null,
        statusUrl: `${house.url}/sms/kannel/status`,
      });

    it(`carries ${OUT} messages out, each once, and tells what became of each`, async () => {
      const smsc = smscOf(['1 2 text unused'], 0);
      const ids = Array.from({ length: OUT }, (_, i) => `msg_${i}`);
      const waiting = [...ids];
      const said: unknown[] = [];
      const work = async (): Promise<void> => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
          said.push(await send(id, `Nummer ${id}`));
      };
      await Promise.all(Array.from({ length: gateway.atOnce }, work));
      expect(said).toEqual(ids.map(() => ({ sent: null })));
      await until(() => smsc.got.length >= OUT);
      expect(smsc.got.toSorted()).toEqual(
        ids.map((id) => `${OURS} +46701740605 text Nummer ${id}`).toSorted(),
      );
      const delivered = (): SmsEvent[] =>
        heard.filter((event) => event.kind === 'status' && event.state === 'DELIVERED');
      await until(() => delivered().length >= OUT);
      expect(
        delivered()
          .map((event) => ('ourId' in event ? String(event.ourId) : ''))
          .toSorted(),
      ).toEqual(ids.toSorted());
    });

    it('carries characters beyond GSM-7, and those of it', async () => {
      const smsc = smscOf(['1 2 text unused'], 0);
      await send('ucs', 'Skål ☺ č', 'UCS-2');
      await send('gsm', 'Skål & välkommen', 'GSM-7');
      await until(() => smsc.got.length >= 2);
      expect(smsc.got.map(readable).toSorted()).toEqual([
        `${OURS} +46701740605 text Skål & välkommen`,
        `${OURS} +46701740605 ucs-2 Skål ☺ č`,
      ]);
    });

    it(`brings ${IN} STOPs in, each once, and each is an opt-out when it is answered`, async () => {
      heard.length = 0;
      // Numbers of a land that has them in every length: what is drawn is appended.
      smscOf([`+491 ${OURS} text STOPP`], IN, ['-z', '1']);
      const received = (): SmsEvent[] => heard.filter((event) => event.kind === 'received');
      await until(() => received().length >= IN);
      const numbers = new Set(received().map((event) => 'from' in event && event.from));
      await until(async () => (await optOuts()) >= numbers.size);
      // On a busy machine it asks again before it was answered; what it brought twice is kept once.
      expect(received().length).toBeGreaterThanOrEqual(IN);
      expect(new Set(received().map((event) => 'text' in event && event.text))).toEqual(
        new Set(['STOPP']),
      );
      expect(await stored()).toBe(IN);
      expect(await optOuts()).toBe(numbers.size);
    });

    it('a wrong password is a fault of the settings, and loses no message', async () => {
      const settings = JSON.stringify([kannelGateway(kannel.ports.sendsms)]).replace(
        /&password=[^&]*/,
        '&password=another',
      );
      const stranger = openSmsGateways(readSmsGateways(settings)).gatewayFor(OURS)!;
      const said = await stranger.send({
        id: 'x',
        from: OURS,
        to: '+46701740605',
        text: 'Hej',
        encoding: 'GSM-7',
        parts: 1,
        expiresAt: null,
        statusUrl: null,
      });
      expect(said).toEqual({ refused: 'fault', code: '403', retryAt: expect.any(Date) });
      await stranger.close();
    });

    /** One at a time connects to bearerbox. */
    function smscOf(messages: readonly string[], most: number, more: readonly string[] = []): Smsc {
      const smsc = kannel.smsc(messages, most, more);
      onTestFinished(() => smsc.stop());
      return smsc;
    }

    const optOuts = (): Promise<number> =>
      countOf(house, 'opt_out_request', `method = 'SMS_KEYWORD'`);
    const stored = (): Promise<number> => countOf(house, 'inbound_message', `source = 'kannel'`);
  },
);

/** UCS-2 is told percent-encoded, high byte first. */
function readable(got: string): string {
  const [, before, encoded] = /^(.* ucs-2 )(.*)$/.exec(got) ?? [];
  if (encoded === undefined) return got;
  const bytes = encoded
    .replaceAll('+', ' ')
    .replaceAll(/%([\dA-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return before + Buffer.from(bytes, 'latin1').swap16().toString('utf16le');
}
