import { once } from 'node:events';
import http from 'node:http';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything and remembers it; while `hangs`, it takes connections and says nothing more. */
export async function aMailServer() {
  const mails = [];
  const held = [];
  const target = { hangs: false, mails, url: '', release, close };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => void (target.hangs ? held.push(done) : done()),
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        if (target.hangs) return void held.push(done);
        const head = Buffer.concat(parts).toString('utf8').split('\r\n\r\n')[0];
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, id: /^Message-ID: *(\S+)/im.exec(head)?.[1] ?? '' });
        return void done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  target.url = `smtp://127.0.0.1:${server.server.address().port}`;
  /** What hung stays unanswered; what comes from now on is taken. */
  function release() {
    target.hangs = false;
    held.length = 0;
  }
  function close() {
    server.close();
  }
  return target;
}

/** Takes webhooks and remembers their ids; while `hangs`, it takes requests and answers none. */
export async function aWebhookTarget() {
  const received = new Map();
  const target = { hangs: false, received, url: '', close: () => server.close() };
  const server = http.createServer((request, response) => {
    request.resume();
    if (target.hangs) return;
    const id = String(request.headers['webhook-id']);
    received.set(id, (received.get(id) ?? 0) + 1);
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  target.url = `http://127.0.0.1:${server.address().port}/hook`;
  return target;
}
