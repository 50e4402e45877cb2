import { describe, expect, it } from 'vitest';
import { LINK, RETURN_LINK } from '../samples.ts';
import { buttons, open, post, site } from '../site.ts';

describe('scanners', () => {
  it('change nothing by GET and HEAD, and a POST without our form neither (O-5, O-6)', async () => {
    for (const path of [`/u/${LINK}`, `/u/${LINK}/`, `/p/${LINK}`, `/o/${RETURN_LINK}`]) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await open(path, { method });
        expect([path, method, status]).toEqual([path, method, path.startsWith('/p') ? 303 : 200]);
      }
    }
    const { status, html } = await post(`/u/${LINK}`, [['something', 'else']]);
    expect([status, buttons(html).length]).toEqual([400, 4]);
    const confirm = await post(`/o/${RETURN_LINK}`, []);
    expect([confirm.status, buttons(confirm.html)]).toEqual([400, ['Yes, I agree']]);
    expect(site.api.mutations()).toEqual([]);
  });

  it('get a HEAD answer with the headers of GET and no body', async () => {
    const { response, html } = await open(`/u/${LINK}`, { method: 'HEAD' });
    expect(html).toBe('');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('are told which methods there are', async () => {
    const { response, status } = await open(`/u/${LINK}`, { method: 'DELETE' });
    expect([status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
