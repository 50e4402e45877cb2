import type { FastifyReply, FastifyRequest } from 'fastify';

/** What became of a request that failed, in words for whoever sent it. */
export interface Failed {
  readonly status: number;
  readonly code: 'UNAVAILABLE' | 'BAD_REQUEST' | 'INTERNAL_SERVER_ERROR';
  readonly message: string;
}

/** How a failure is told: as JSON, as GraphQL has it, as a page. */
export type Teller = (reply: FastifyReply, failed: Failed, request: FastifyRequest) => FastifyReply;

interface Leavable {
  readonly raw: { readonly destroyed: boolean };
  readonly request: {
    readonly raw: { readonly destroyed: boolean; readonly socket: { readonly destroyed: boolean } };
  };
}

/** Whether whoever asked is gone already: what fails then is nobody's fault, and strangers could fill a log with it. */
export function hasLeft({ raw, request }: Leavable): boolean {
  return raw.destroyed || request.raw.destroyed || request.raw.socket.destroyed;
}

/** Seconds after which whoever was told to come again may. */
export const RETRY_AFTER_SECONDS = 30;

/** Of whatever is away: in the language of whoever reads it. */
export const AWAY_PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>One moment</title>
<p lang="en">This page is away for a moment. Nothing is lost: please try again in a minute.</p>
<p lang="sv">Sidan är borta en liten stund. Inget går förlorat: försök igen om en minut.</p>
<p lang="de">Diese Seite ist gerade nicht da. Nichts geht verloren: bitte in einer Minute noch einmal versuchen.</p>
<p lang="da">Siden er væk et øjeblik. Intet går tabt: prøv igen om et minut.</p>
<p lang="cs">Stránka je na chvíli nedostupná. Nic se neztratí: zkuste to prosím za minutu znovu.</p>
`;

/** A page in five languages for a browser that met a database away, JSON for all else. */
export const tellInHttp: Teller = (reply, { status, message }, { headers }) => {
  if (status === 503 && /\btext\/html\b/.test(headers.accept ?? ''))
    return reply.type('text/html; charset=utf-8').send(AWAY_PAGE);
  return reply.type('application/json; charset=utf-8').send({ code: null, message, field: null });
};
