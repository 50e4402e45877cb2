import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Body, Html, Text } from 'react-email';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeFor } from './merge.ts';
import { If, Partial } from './react.tsx';
import { renderBody } from './render.ts';
import { templateFile } from './template.ts';

describe('a body', () => {
  it.each([
    ['<mjml><mj-body></mj-body></mjml>', 'mjml'],
    ['\uFEFF\n  <mjml lang="sv"></mjml>', 'mjml'],
    ['<!-- spring\n -->\n<MJML></MJML>', 'mjml'],
    ['<!doctype html><html><body>no <mjml></body></html>', 'html'],
    ['<mjmlish></mjmlish>', 'html'],
    ['', 'html'],
  ])('%j is %s, and sent as it is', async (text, kind) => {
    expect(await renderBody(text)).toEqual({ kind, text });
  });

  it('of react-email becomes HTML in which merge fields stand as they were written', async () => {
    const merge = mergeFor('en');
    const { kind, text } = await renderBody(
      <Html lang="en">
        <Body>
          <Text>Hello {merge.contact('first_name', 'you')},</Text>
          <a href={merge.unsubscribeUrl}>Leave</a>
        </Body>
      </Html>,
    );
    expect(kind).toBe('html');
    expect(text).toMatch(/^<!DOCTYPE html/);
    expect(text).toContain('href="{{ unsubscribe_url }}"');
    expect(text).toContain('contact.first_name | default:');
  });

  it('of react-email has its own condition and partials', async () => {
    const { text } = await renderBody(
      <Html>
        <If field="city" otherwise={<b>anywhere</b>}>
          <i>there</i>
        </If>
        <If field="first name">
          <Partial name="when" />
        </If>
      </Html>,
    );
    const liquid = text.replaceAll('<!-- -->', '');
    expect(liquid).toContain(
      '{% if contact.city %}<i>there</i>{% else %}<b>anywhere</b>{% endif %}',
    );
    expect(liquid).toMatch(
      /\{% if contact\[.+first name.+\] %\}\{% render .+when.+ %\}\{% endif %\}/,
    );
  });
});

describe('a body in a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'adieu-sdk-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is read anew each time', async () => {
    const file = join(folder, 'spring.mjml');
    const body = templateFile(pathToFileURL(file));
    await writeFile(file, '<mjml>1</mjml>');
    expect(await renderBody(body)).toEqual({ kind: 'mjml', text: '<mjml>1</mjml>' });
    await writeFile(file, '<p>2</p>');
    expect(await renderBody(body)).toEqual({ kind: 'html', text: '<p>2</p>' });
  });

  it('that is not there is named by its path', async () => {
    const missing = join(folder, 'autumn.mjml');
    await expect(renderBody(templateFile(pathToFileURL(missing)))).rejects.toMatchObject({
      code: 'NO_FILE',
      message: `There is no template ${missing}.`,
    });
  });
});
