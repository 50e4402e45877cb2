const MOST_BYTES = 64 * 1024;

/**
 * The fields of a posted form, whatever content type it bears: none, or `text/plain`, is what a gateway between may have
 * made of it. Null where there is no body, or one that is larger than any of ours (64 KiB) or broken.
 */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (request.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    return new URLSearchParams(body.toString('utf8').trim());
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  return form && new URLSearchParams([...form].filter(isText));
}

function isText(field: [string, FormDataEntryValue]): field is [string, string] {
  return typeof field[1] === 'string';
}
