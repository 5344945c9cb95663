import { afterEach, describe, expect, it } from 'vitest';
import { Controller, Get, Header, Module, Post } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { Public } from '@wheelhouse/platform-http';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';

/** Named as the real one, which is documented to answer `{status: 'ok'}`; this one lies. */
@Controller('health')
class HealthController {
  @Get('live')
  @Public()
  live(): unknown {
    return { status: 'ok', uptime: 3 };
  }

  @Get('ready')
  @Public()
  ready(): unknown {
    throw new DomainError('ORG.CYCLE');
  }

  @Post('text')
  @Public()
  @Header('Content-Type', 'text/plain')
  text(): string {
    return 'hello';
  }
}

@Module({ controllers: [HealthController] })
class LyingModule {}

let app: TestApp;
afterEach(() => app.nest.close().then(() => app.database.drop()));

describe('the check of every answer in tests', () => {
  it.each([
    [
      'GET',
      '/health/live',
      ['GET /health/live → 200: / must NOT have additional properties uptime, in {"status":"ok"'],
    ],
    ['GET', '/health/ready', ['GET /health/ready → 409: this status is not documented (ORG.CYCLE)']],
    ['POST', '/health/text', ['POST /health/text → 201: media type text/plain is not documented']],
    ['GET', '/health/none', []],
  ])('%s %s', async (method, path, deviations) => {
    app = await startApp({ imports: [LyingModule], entities: [] });
    await request(app.server)[method.toLowerCase() as 'get'](path);
    expect(app.answers.deviations).toEqual(
      deviations.map((line) => expect.stringContaining(line) as unknown as string),
    );
    if (deviations.length > 0) expect(() => app.answers.expectNone()).toThrow('OpenAPI document does not describe');
    else app.answers.expectNone();
  });
});
