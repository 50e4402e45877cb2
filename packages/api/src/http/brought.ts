import type { SmsHead } from '@adieu/intake';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { originOf } from './client.ts';

/** What stands before the body of what a gateway or provider brings, as its proof is read. */
export function headOf(request: FastifyRequest, publicUrl: string): SmsHead {
  return {
    method: request.method,
    // The address is the one that they were told: a Host that somebody sends proves nothing.
    publicUrl: `${publicUrl}${request.raw.url ?? ''}`,
    headers: request.headers,
    remoteAddress: originOf(request),
  };
}

/** Signatures are of bytes, whatever type they are said to be: the routes of this scope get no more than these. */
export function takeBytesAlone(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

/** The bytes of a body that was taken so; none where there was no body. */
export function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
