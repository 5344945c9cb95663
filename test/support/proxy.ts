import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between the application and its database, so that a test can cut the line. */
export class Proxy {
  private readonly lines = new Set<net.Socket>();
  private server: net.Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async before(databaseUrl: string): Promise<Proxy> {
    const proxy = new Proxy(new URL(databaseUrl));
    await proxy.open();
    return proxy;
  }

  /** The database's address through this proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Lets connections through, on the same port as before. */
  async open(): Promise<void> {
    this.server = net.createServer((near) => {
      const far = net.connect(Number(this.target.port), this.target.hostname);
      for (const line of [near, far]) {
        this.lines.add(line);
        line.on('error', () => undefined);
        line.on('close', () => this.lines.delete(line));
      }
      near.pipe(far).pipe(near);
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Breaks every line in the middle of whatever goes over it. */
  drop(): void {
    for (const line of this.lines) line.destroy();
  }

  /** Breaks every line and takes no new one. */
  async cut(): Promise<void> {
    this.server?.close();
    this.drop();
    if (this.server) await once(this.server, 'close');
    this.server = undefined;
  }
}
