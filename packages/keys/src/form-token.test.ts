import { describe, expect, it } from 'vitest';
import { formShownAt, signFormShown } from './form-token.ts';
import { createKeyRing } from './key-ring.ts';

const ring = createKeyRing();
const form = '0199aaaa-0000-7000-8000-000000000001';
const shown = new Date('2026-11-24T10:32:15.000Z');

describe('when a form was shown (D-8)', () => {
  it('is read again to the second, also after a rotation of keys', () => {
    const token = signFormShown(ring, form, new Date(shown.getTime() + 700));
    expect(formShownAt(ring, form, token)).toEqual(shown);
    const rotated = { ...ring, links: [...ring.links, { id: 2, secret: Buffer.alloc(32, 7) }] };
    expect(formShownAt(rotated, form, token)).toEqual(shown);
  });

  it('is not believed of another form, another installation, or with one letter changed', () => {
    const token = signFormShown(ring, form, shown);
    expect(formShownAt(ring, form.replace(/1$/, '2'), token)).toBeNull();
    expect(formShownAt(createKeyRing(), form, token)).toBeNull();
    for (let i = 0; i < token.length; i += 1) {
      const letter = token[i] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, i) + letter + token.slice(i + 1);
      expect(formShownAt(ring, form, changed)).toBeNull();
    }
    for (const text of ['', 'x', token.slice(1), `${token}A`])
      expect(formShownAt(ring, form, text)).toBeNull();
  });
});
