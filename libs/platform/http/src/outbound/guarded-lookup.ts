import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { OutboundError } from './outbound-error.js';

/** Resolves a name to all of its addresses; `dns.lookup` unless a test says otherwise. */
export type Resolve = (host: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

const bySystem: Resolve = (host, done) =>
  systemLookup(host, { all: true }, (error, addresses) => done(error, addresses));

/**
 * A `lookup` for sockets that hands out public addresses only. The socket connects to exactly what was checked here, so
 * a name that answers differently the second time (DNS rebinding) gains nothing. One refused address refuses the name.
 */
export function guardedLookup(resolve: Resolve = bySystem): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      const done = callback as (error: Error | null, address?: string | LookupAddress[], family?: number) => void;
      if (error) return done(error);
      const [first] = addresses;
      if (!first) return done(new OutboundError('unreachable', `${host} has no address`));
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return done(new OutboundError('refused_address', `${host} leads to an address that is not public`));
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
