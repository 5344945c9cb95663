import { once } from 'node:events';
import net from 'node:net';

/** Stands between processes and their database; every byte takes `delay` milliseconds more, in both directions. */
export class SlowLine {
  delay = 0;
  #server;
  #target;

  static async before(databaseUrl) {
    const line = new SlowLine();
    line.#target = new URL(databaseUrl);
    line.#server = net.createServer((near) => line.#join(near));
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get url() {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String(this.#server.address().port);
    return url.href;
  }

  close() {
    this.#server.close();
  }

  #join(near) {
    const far = net.connect(Number(this.#target.port), this.#target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('data', (bytes) => this.#later(() => to.write(bytes)));
      from.on('close', () => this.#later(() => to.destroy()));
    }
  }

  #later(deed) {
    if (this.delay > 0) setTimeout(deed, this.delay);
    else deed();
  }
}
