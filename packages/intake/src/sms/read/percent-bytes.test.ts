import { LANGUAGES, REGIME_KEYS } from '@adieu/domain';
import { readSmsGateways } from '@adieu/gateways';
import { describe, expect, it } from 'vitest';
import { understandWords } from '../../words/understand-words.ts';
import { openSmsIngresses } from '../open-sms-ingresses.ts';

const ingress = openSmsIngresses(
  readSmsGateways(
    JSON.stringify([
      {
        name: 'gate',
        kind: 'generic',
        senders: ['72080'],
        send: { url: 'http://gateway.example.test/' },
        receive: { from: 'from', text: 'text' },
        proof: { header: { name: 'x-secret', secret: 'a-secret-of-the-tests-alone' } },
      },
    ]),
  ),
).ingressOf('gate')!;

const FORM = 'application/x-www-form-urlencoded';

function textOf(text: string, type = FORM, asQuery = false): unknown {
  const fields = `from=%2B46701740605&text=${text}`;
  const reading = ingress.read({
    method: asQuery ? 'GET' : 'POST',
    publicUrl: `https://adieu.example.test/sms/gate${asQuery ? `?${fields}` : ''}`,
    headers: { 'content-type': type },
    rawBody: Buffer.from(asQuery ? '' : fields),
    remoteAddress: '192.0.2.1',
  });
  return 'events' in reading ? reading.events.map((each) => 'text' in each && each.text) : reading;
}

describe('percent-encoded bytes that are no UTF-8 are Western Latin (SM-2, SM-20)', () => {
  it.each([
    ['AVANM%C4L', 'AVANMÄL', 'OPT_OUT'],
    ['avanm%e4l', 'avanmäl', 'OPT_OUT'],
    ['ODHL%C1SIT', 'ODHLÁSIT', 'OPT_OUT'],
    ['%93STOPP%94', '“STOPP”', 'OPT_OUT'],
    ['jag+vill+inte+f%E5+mer', 'jag vill inte få mer', 'UNCLEAR_OPT_OUT'],
    ['%73%6C%75%74%61%20%73%6B%69%63%6B%61%20%E5%74', 'sluta skicka åt', null],
    ['AVANM%C3%84L', 'AVANMÄL', 'OPT_OUT'],
    ['h%C3%A5+och+h%E5', 'hå och hå', 'NONE'],
    ['100%+%E5t+%zz', '100% åt %zz', 'NONE'],
  ])('%s is %s', (sent, read, act) => {
    expect(textOf(sent)).toEqual([read]);
    expect(textOf(sent, FORM, true)).toEqual([read]);
    const said = understandWords(read, {
      country: 'SE',
      accountCountries: REGIME_KEYS,
      languages: LANGUAGES,
      codewords: [],
      isShortCode: true,
      promptIsOpen: false,
      at: new Date('2026-12-01'),
    });
    if (act !== null) expect(said.act).toBe(act);
  });

  it('but as the request says, where it names an alphabet of single bytes', () => {
    expect(textOf('p%F8esta%F2', `${FORM}; charset=ISO-8859-2`)).toEqual(['přestaň']);
    expect(textOf('p%F8esta%F2', `${FORM}; charset="windows-1250"`)).toEqual(['přestaň']);
    expect(textOf('AVANM%C4L', `${FORM}; charset=iso-8859-1`)).toEqual(['AVANMÄL']);
    for (const wrong of ['utf-8', 'utf-16le', 'windows-9999', 'none'])
      expect(textOf('AVANM%C4L', `${FORM}; charset=${wrong}`)).toEqual(['AVANMÄL']);
  });
});
