import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from '@wheelhouse/testing';

export interface Answer {
  statusCode: number;
  headers: Record<string, unknown>;
  payload: string;
}

/** Speaks to an application over lines that stay open: what a test of many requests can afford. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  private constructor(private readonly port: number) {}

  static async of(app: TestApp): Promise<Client> {
    await app.nest.listen(0, '127.0.0.1');
    return new Client((app.server.address() as AddressInfo).port);
  }

  send(method: string, path: string, headers: Record<string, string>, payload: string | undefined): Promise<Answer> {
    const content = payload === undefined ? undefined : Buffer.from(payload);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...{ agent: this.agent, host: '127.0.0.1', port: this.port, method, path },
          headers: { ...headers, ...(content ? { 'content-length': content.length } : {}) },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              statusCode: answer.statusCode ?? 0,
              headers: answer.headers,
              payload: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
