import { cpuUsage } from 'node:process';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';

describe('the normal form of what somebody wrote (SM-2)', () => {
  it.each([
    ['”STOPP”', 'stopp'],
    ['„STOP“', 'stop'],
    ["'Stop'", 'stop'],
    ['«stop»', 'stop'],
    ['Avanmäl.', 'avanmal'],
    ['AVANMA\u0308L', 'avanmal'],
    ['STOP!!', 'stop'],
    ['stop all', 'stop all'],
    ['OPT  OUT', 'opt out'],
    ['OPT-OUT', 'opt out'],
    ['\u200bSTO\u200dP\ufeff', 'stop'],
    ['ST\u00adOP', 'stop'],
    ['STOP 🛑🙏🏽', 'stop'],
    ['👩‍💻stop', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['𝗦𝗧𝗢𝗣', 'stop'],
    ['\r\n stop\t\n', 'stop'],
    ['STOP\u0000', 'stop'],
    ['ST\ud800OP', 'st op'],
    ['HJÆLP', 'hjaelp'],
    ['hjælp', 'hjaelp'],
    ['ODHLÁSIT', 'odhlasit'],
    ['Straße', 'strasse'],
    ['İPTAL', 'iptal'],
    ['søg', 'sog'],
    ['', ''],
    ['🙂', ''],
    ['...', ''],
  ])('%j is %j', (text, form) => {
    expect(normalForm(text)).toBe(form);
  });

  it.each([
    ['line breaks', '\n'],
    ['dashes', '-'],
    ['combining marks of one class', '\u0301'],
    ['combining marks of two classes', '\u0301\u0323'],
    ['the widest compatibility form', '\ufdfa'],
    ['halves of pairs', '\ud800'],
    ['joiners', '\u200d'],
    ['blanks', ' '],
  ])('takes no time for 32 kB of %s', (_what, piece) => {
    const text = `a${piece.repeat(32_768 / piece.length)}`;
    const started = cpuUsage();
    for (let i = 0; i < 20; i++) normalForm(text);
    expect(cpuUsage(started).user / 1_000).toBeLessThan(1_000);
  });
});
