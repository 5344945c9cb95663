import { AppModule } from '@wheelhouse/api/app';
import { readConfig } from '@wheelhouse/platform-config';
import { Clock } from '@wheelhouse/platform-db';
import { createHttpApp } from '@wheelhouse/platform-http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const PASSWORD = 'wheelhouse-demo';

/** A clock that the demo moves through half a year. */
export class DemoClock extends Clock {
  private at = new Date();

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = at;
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';

/** The real application, without a port: what people did in the demo was done through its API at the time. */
export class Installation {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: DemoClock,
  ) {}

  static async open(appUrl: string): Promise<Installation> {
    const clock = new DemoClock();
    const config = readConfig({ DATABASE_URL: appUrl, NODE_ENV: 'development' });
    const app = await createHttpApp(AppModule.api(config, clock), false);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Installation(app, clock);
  }

  /** A function that calls the API as the person, at whatever time the clock shows. */
  async as(email: string): Promise<<T>(method: Method, path: string, body?: object) => Promise<T>> {
    const { accessToken } = await this.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
      email,
      password: PASSWORD,
    });
    return (method, path, body) => this.call(method, path, body, accessToken);
  }

  private async call<T>(method: Method, url: string, payload?: object, token?: string): Promise<T> {
    const response = await this.app.inject({
      method,
      url,
      headers: { 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(payload ? { payload } : {}),
    });
    if (response.statusCode >= 400)
      throw new Error(`Demo: ${method} ${url} answered ${response.statusCode} ${response.body}`);
    return (response.body ? JSON.parse(response.body) : undefined) as T;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
