const SENTENCE = 'Hello {{ contact.first_name }}, the light is back in {{ contact.city }}. ';
const FILLER = 'We have put a few things aside that you may like, and the shop is open. ';

/** The sizes that bodies are measured with, in bytes: a short mail and a long one. */
export const BODY_SIZES = [3_000, 40_000] as const;

/** An HTML page of about `size` bytes, with the way out and two merge fields: `first_name`, `city`. */
export function pageOf(size: number): string {
  const open = '<!doctype html><html lang="en"><head><title>Spring</title></head><body>';
  let body = `<p>{{ unsubscribe }}</p>`;
  for (let i = 0; open.length + body.length < size; i++) {
    body += `<p style="font-family:Helvetica,Arial,sans-serif;font-size:16px;">${i % 4 === 0 ? SENTENCE : FILLER}</p>\n`;
  }
  return `${open}${body}</body></html>`;
}
