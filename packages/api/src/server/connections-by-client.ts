import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientOfOrigin } from '@adieu/keys';

interface Connection {
  readonly socket: Socket;
  readonly client: string;
  /** How many requests have come by it, and how many of them are not answered yet. */
  heard: number;
  answering: number;
}

/**
 * Keeps one client address (of IPv6: one /64) from having all the connections there are. Sockets are counted before anything
 * is read of them, as a silent one costs its place too. At the limit an idle one of the same address gives way: a whole
 * company behind one address that follows the links of a campaign must not wait for the end of its own idle connections.
 */
export class ConnectionsByClient {
  readonly #most: number;
  readonly #isProxy: (address: string) => boolean;
  readonly #clients = new Map<string, Set<Connection>>();
  /** By the two ends: what a request comes by may be the TLS on a socket. */
  readonly #byPeer = new Map<string, Connection>();
  /** How many were closed at once, by which limit. */
  readonly refused = { client: 0, all: 0 };

  /** `isProxy`: who is not limited, as they speak for many. */
  constructor(most: number, isProxy: (address: string) => boolean) {
    this.#most = most;
    this.#isProxy = isProxy;
  }

  /** Whether it may stay; it is counted until it closes. */
  admits(socket: Socket): boolean {
    const { remoteAddress: address } = socket;
    // It is gone already.
    if (address === undefined) return false;
    if (this.#isProxy(address)) return true;
    const client = clientOfOrigin(address);
    const own = this.#clients.get(client) ?? new Set();
    if (own.size >= this.#most && !this.#makeRoom(own)) {
      this.refused.client += 1;
      return false;
    }
    const connection: Connection = { socket, client, heard: 0, answering: 0 };
    const peer = peerOf(socket);
    this.#clients.set(client, own.add(connection));
    this.#byPeer.set(peer, connection);
    socket.once('close', () => {
      this.#uncount(connection);
      if (this.#byPeer.get(peer) === connection) this.#byPeer.delete(peer);
    });
    return true;
  }

  /** A request has come by one of them. */
  hears({ socket }: IncomingMessage, response: ServerResponse): void {
    const connection = this.#byPeer.get(peerOf(socket));
    if (connection === undefined) return;
    connection.heard += 1;
    connection.answering += 1;
    response.once('close', () => {
      connection.answering -= 1;
    });
  }

  /** It is that of our own pages, which ask for all their visitors: it counts no more. */
  release(socket: Socket): void {
    const connection = this.#byPeer.get(peerOf(socket));
    if (connection !== undefined) this.#uncount(connection);
  }

  #makeRoom(own: Set<Connection>): boolean {
    for (const each of own) {
      if (each.heard === 0 || each.answering > 0) continue;
      this.#uncount(each);
      each.socket.destroy();
      return true;
    }
    return false;
  }

  #uncount(connection: Connection): void {
    const own = this.#clients.get(connection.client);
    if (own?.delete(connection) === true && own.size === 0) this.#clients.delete(connection.client);
  }
}

const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
