import { DomainError } from '@wheelhouse/kernel';
import { poolOf } from '@wheelhouse/platform-db';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { refuse } from './problem.filter.js';

/**
 * Refuses requests at the door, before anything of them is done, while `most` others wait for a connection to the
 * database: an answer that comes after its reader has left helps nobody, and whatever waits takes memory.
 */
export function shedLoad(fastify: FastifyInstance, source: DataSource, most: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (poolOf(source).waitingCount < most || !request.url.startsWith('/api/')) return done();
    refuse(new DomainError('SERVER.UNAVAILABLE'), request, reply);
  });
}
