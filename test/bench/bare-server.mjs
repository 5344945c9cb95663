import fastify from 'fastify';

/** The floor of the framework: reads a request as the product does, and answers always the same bytes. */
const app = fastify({ bodyLimit: 2 * 1024 * 1024 });
const answer = Buffer.from(process.env.BARE_ANSWER ?? '{}');
for (const method of ['GET', 'POST'])
  app.route({
    ...{ method, url: '/*' },
    handler: (_request, reply) => reply.type('application/json; charset=utf-8').send(answer),
  });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ address });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
