import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { automaticMark } from '../read/automatic-mark.ts';
import { parseParts } from '../read/parse-parts.ts';
import { cutReply } from './cut-reply.ts';

const FOOTER = 'Do you want no more? Unsubscribe here: https://news.example.test/u/1';
const marked = (text: string): string => text.replaceAll(/^/gm, '> ');

/** How clients introduce what they quote in plain text: with marks below, or without. */
const INTRODUCED = [
  ['Gmail, en', 'On Mon, Sep 22, 2025 at 6:15 AM Garden Post <news@garden.example> wrote:'],
  [
    'Gmail, en, broken',
    'On Mon, Sep 22, 2025 at 6:15 AM Garden Post <\nnews@garden.example> wrote:',
  ],
  ['Gmail, sv', 'Den mån 22 sep. 2025 kl 06:15 skrev Lampan <nyheter@lampan.example>:'],
  ['Apple, sv', '22 sep. 2025 kl. 06:15 skrev Lampan <nyheter@lampan.example>:'],
  ['Thunderbird, sv', 'Den 2025-09-22 kl. 06:15, skrev Lampan:'],
  ['Gmail, da', 'Den ons. 1. okt. 2025 kl. 09.45 skrev Havnebladet <post@havn.example>:'],
  ['Gmail, de', 'Am Mo., 22. Sept. 2025 um 06:15 Uhr schrieb Post <post@garten.example>:'],
  ['Thunderbird, de', 'Am 22.09.25 um 06:15 schrieb Gartenpost:'],
  ['Gmail, cs', 'po 22. 9. 2025 v 6:15 odesílatel Noviny <redakce@noviny.example> napsal:'],
  ['Thunderbird, cs', 'Dne 22. 09. 25 v 6:15 Noviny napsal(a):'],
  ['iPhone, cs', '3. 10. 2025 v 7:10, Noviny <redakce@noviny.example>:'],
  [
    'Outlook, sv',
    'Från: Lampan <nyheter@lampan.example>\nSkickat: den 6 oktober 2025 06:05\nÄmne: Vecka',
  ],
  ['Outlook, da', 'Fra: Havn <post@havn.example>\nSendt: 6. oktober 2025 06:05\nEmne: Uge'],
  [
    'Outlook, de',
    'Von: Post <post@garten.example>\nGesendet: Montag, 6. Oktober 2025\nBetreff: Woche',
  ],
  ['Outlook, cs', 'Od: Noviny <redakce@noviny.example>\nOdesláno: 6. října 2025\nPředmět: Týden'],
  ['Outlook, en', '*From:* Garden <news@garden.example>\n*Sent:* Monday\n*Subject:* Week'],
  [
    'Outlook, fr',
    '________________________________\nDe : Poste <poste@jardin.example>\nEnvoyé : lundi',
  ],
  [
    'Seznam',
    '---------- Původní e-mail ----------\nOd: Noviny <redakce@noviny.example>\nKomu: ja@cz.example',
  ],
  ['forwarded', '---------- Forwarded message ---------\nFrom: Garden <news@garden.example>'],
  ['old Outlook, de', '-----Ursprüngliche Nachricht-----\nVon: Post'],
  ['Gmail, fr', 'Le lun. 22 sept. 2025 à 06:15, Poste <poste@jardin.example> a écrit :'],
  ['Gmail, it', 'Il giorno lun 22 set 2025 alle ore 06:15 Posta <posta@orto.example> ha scritto:'],
] as const;

describe('what is answered is cut from plain text, and so is what introduces it (B4, M-2)', () => {
  it.each(INTRODUCED)('%s, with marks, below', (_, introduction) => {
    const text = `stopp\r\n\r\n${introduction}\n${marked(`News!\n\n${FOOTER}`)}\n`;
    expect(cutReply({ html: null, text })).toEqual({ firstLine: 'stopp', text: 'stopp' });
  });

  it.each(INTRODUCED.filter(([client]) => client !== 'Outlook, fr'))(
    '%s, with marks, above',
    (_, introduction) => {
      const text = `${introduction}\n${marked(`News!\n\n${FOOTER}`)}\n\nstopp\n`;
      expect(cutReply({ html: null, text })?.firstLine).toBe('stopp');
    },
  );

  it.each(INTRODUCED)('%s, without marks', (_, introduction) => {
    const text = `stopp\n\n${introduction}\n\nNews!\n\n${FOOTER}\n`;
    expect(cutReply({ html: null, text })).toEqual({ firstLine: 'stopp', text: 'stopp' });
  });

  it('a long quote hides no answer below it', () => {
    const text = `Dne 22. 09. 25 v 6:15 Noviny napsal(a):\n${'> řádek\n'.repeat(5_000)}\nodhlásit`;
    expect(cutReply({ html: null, text })?.firstLine).toBe('odhlásit');
  });

  it('answers between the lines are kept, the lines are not', () => {
    const text = `> Hello\nhi\n> ${FOOTER}\nplease do not\n`;
    expect(cutReply({ html: null, text })?.text).toBe('hi\nplease do not');
  });

  it.each([
    'My wife wrote: stop sending this',
    'Fra: nu af vil jeg ikke have flere',
    'I asked you on Monday: remove me',
    'Od: pondělí nic neposílejte',
    'Jag skrev till er: sluta',
    'To: whoever reads this',
  ])('%j is the writer’s', (text) => {
    expect(cutReply({ html: null, text: `${text}\nagain` })?.text).toBe(`${text}\nagain`);
  });
});

describe('signatures are cut (B4, M-2)', () => {
  it.each([
    '-- \nEva Ek\nplease delete this',
    'Sent from my iPhone',
    'Skickat från min iPhone',
    'Sendt fra min iPhone',
    'Von meinem iPhone gesendet',
    'Odesláno z iPhonu',
    'Med vänlig hälsning\n\nGunilla\nTänk på miljön',
    'Venlig hilsen, Karen',
    'Mit freundlichen Grüßen\nElke',
    'S pozdravem\nJana',
    'Kind regards,\nSam',
    'This email is confidential. If you got it in error, delete it and do not contact us again.',
  ])('%j', (signature) => {
    expect(cutReply({ html: null, text: `stopp\n\n${signature}` })?.text).toBe('stopp');
  });

  it('what is added below is the writer’s again', () => {
    const text = 'Tack för bilden!\n\nMvh\nEva\n\nPS ta bort mig från listan';
    expect(cutReply({ html: null, text })?.text).toBe(
      'Tack för bilden!\n\nPS ta bort mig från listan',
    );
  });

  it.each(['Best of all I liked the cat', 'Cheers for that, now stop', 'Hejdå', 'Mvh'])(
    'an answer may begin with %j',
    (text) => {
      expect(cutReply({ html: null, text })?.firstLine).toBe(text);
    },
  );
});

describe('what is answered is cut from HTML by what clients put around it (B4, M-2)', () => {
  it.each([
    [
      'Gmail',
      `<div dir="ltr">stop</div><br><div class="gmail_quote"><div class="gmail_attr">On 1 wrote:</div><blockquote class="gmail_quote">${FOOTER}</blockquote></div>`,
    ],
    [
      'Gmail, above',
      `<div class="gmail_quote"><div class="gmail_attr">On 1</div><blockquote>${FOOTER}</blockquote></div><div>stop</div>`,
    ],
    [
      'Gmail, above, in it',
      `<div class="gmail_quote">On 1<blockquote>${FOOTER}</blockquote><div>stop</div></div>`,
    ],
    [
      'Gmail, forwarded',
      `<div>stop</div><div class="gmail_quote"><div class="gmail_attr">--- Forwarded message</div><p>${FOOTER}</p></div>`,
    ],
    [
      'Thunderbird',
      `<p>stop</p><div class="moz-cite-prefix">On 1</div><blockquote type="cite">${FOOTER}</blockquote><div class="moz-signature">delete me</div>`,
    ],
    [
      'Outlook',
      `<p>stop</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>De : Poste &lt;a@b.example&gt;</p></div></div><p>${FOOTER}</p>`,
    ],
    [
      'Outlook on the web',
      `<div>stop</div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg">From: x</div><div>${FOOTER}</div>`,
    ],
    [
      'Outlook, draft',
      `<div>stop</div><div><div id="x_divRplyFwdMsg">From: x</div></div><div>${FOOTER}</div>`,
    ],
    [
      'Apple',
      `<div>stop</div><div>iPhone</div><blockquote type="cite"><div>On 1</div>${FOOTER}</blockquote>`.replace(
        '<div>iPhone</div>',
        '<div>Sent from my iPhone</div>',
      ),
    ],
    ['GMX', `<div>stop</div><div name="quote" style="border-left:2px">${FOOTER}</div>`],
    ['Yahoo', `<div>stop</div><div class="yahoo_quoted">${FOOTER}</div>`],
    ['never closed', `<p>stop<p><blockquote>${FOOTER}`],
  ])('%s', (_, html) => {
    expect(cutReply({ html, text: 'another text' })).toEqual({ firstLine: 'stop', text: 'stop' });
  });

  it('what somebody moved to the right is their own', () => {
    const html = '<blockquote style="margin:0 0 0 40px;border:none">stop</blockquote>';
    expect(cutReply({ html, text: null })?.text).toBe('stop');
  });

  it.each([
    '<div style="display:none">Unsubscribe</div>',
    '<span style="color:#fff;DISPLAY : none !important">Unsubscribe</span>',
    '<p style="visibility: hidden">Unsubscribe</p>',
    '<span style="font-size:0px;line-height:1px">Unsubscribe</span>',
    '<div style="mso-hide:all">Unsubscribe</div>',
    '<div style="max-height:0;overflow:hidden">Unsubscribe</div>',
    '<div hidden>Unsubscribe</div>',
  ])('what nobody sees are no words of the writer: %s', (hidden) => {
    expect(cutReply({ html: `${hidden}<p>Thank you!</p>`, text: null })?.text).toBe('Thank you!');
  });

  it.each(['font-size:0.9em', 'display:block', 'max-height:0.5em', 'font-size:08pt'])(
    'what is small is seen: %s',
    (style) => {
      const html = `<p style="${style}">Stop</p>`;
      expect(cutReply({ html, text: null })?.text).toBe('Stop');
    },
  );

  it('styles, titles and scripts are no words', () => {
    const html = '<head><title>unsubscribe</title><style>stop{}</style></head><p>hi</p>';
    expect(cutReply({ html, text: null })?.text).toBe('hi');
  });

  it('its text is read where the HTML has nothing of its own', () => {
    const html = `<blockquote>${FOOTER}</blockquote>`;
    expect(cutReply({ html, text: 'stop' })?.firstLine).toBe('stop');
    expect(cutReply({ html, text: null })).toEqual({ firstLine: '', text: '' });
  });

  it('nested without end it is not read: that is not “no words” (M-11)', () => {
    const html = '<div>'.repeat(5_000);
    expect(cutReply({ html, text: null })).toBeNull();
    expect(cutReply({ html, text: 'stop' })?.firstLine).toBe('stop');
  });
});

describe('hostile bodies (M-11)', () => {
  const timeOf = (mail: Parameters<typeof cutReply>[0]): number => {
    const before = process.cpuUsage();
    cutReply(mail);
    return process.cpuUsage(before).user / 1_000;
  };
  const texts = [
    '\n',
    '\r',
    '\u2028',
    '-',
    '_',
    ' ',
    '\t',
    '>',
    '> a\n',
    'On ',
    'On a b\n',
    'Am 1 schrieb <\n',
    'Le 1, ',
    'From: a\n',
    'xxx. skrev \n',
    '1/1/1@ ',
    'man. a ',
    '-----Original Message-----\n',
    '\u0301',
    '\u200b',
    '\0',
    '在a\n',
    'a\n',
    '20250101',
  ];

  it.each(texts)('megabytes of %j take little time', (piece) => {
    const text = piece.repeat(2_000_000 / piece.length);
    timeOf({ html: null, text });
    expect(timeOf({ html: null, text })).toBeLessThan(250);
  });

  it.each([
    '<p>a',
    '<br>',
    '<div>',
    '<blockquote>',
    '<blockquote>a</blockquote>',
    '<style>a</style>',
    '<hr tabindex="-1">',
    '<',
    '<!--',
    '<a b=c ',
    '&nbsp;',
    '&',
    '<div class="gmail_quote">',
    '<table><tr><td>',
    '</b>',
    '<div></b>',
    '<div style="border-top:solid">a: b</div>',
    '<![CDATA[',
  ])('a megabyte of %j too', (piece) => {
    const html = piece.repeat(1_000_000 / piece.length);
    timeOf({ html, text: null });
    expect(timeOf({ html, text: null })).toBeLessThan(1_000);
  });
});

const corpus = join(import.meta.dirname, '../../../../../../shared/corpora/inbound-replies');
const isThere = existsSync(corpus);
if (!isThere) console.warn('SKIPPED: the corpus of answers is not there');

interface Expected {
  readonly label: 'stop' | 'unclear' | 'other' | 'auto';
  readonly firstOwnLine: string;
}

describe.skipIf(!isThere)('answers of a corpus, as clients send them (B4, M-3)', () => {
  const mails = isThere
    ? Object.entries(
        JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Record<string, Expected>,
      )
    : [];

  it.each(mails)(
    'of %s the first own line is found, and nothing of the quote',
    async (file, expected) => {
      const { text, html, header } = await parseParts(readFileSync(join(corpus, file)));
      const own = cutReply({ text, html });
      expect(own?.firstLine).toBe(expected.firstOwnLine);
      expect(own?.text).not.toMatch(/news\.example\.test\/u/);
      expect(automaticMark(header) !== null).toBe(expected.label === 'auto');
    },
  );
});
