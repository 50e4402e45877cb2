/** Says that this process serves; whether the API does is the API's to say. */
export function loader(): Response {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
