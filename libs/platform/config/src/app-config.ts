import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { AsNumber, AsSwitch, Setting } from './setting.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting of the processes, read once from the environment. docs/operations.md lists them all (a test compares). */
export class AppConfig {
  /** PostgreSQL as the application role, which owns nothing. */
  @Setting({ example: 'postgres://wheelhouse_app:password@127.0.0.1:5432/wheelhouse', secret: true })
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must be an address of PostgreSQL' })
  DATABASE_URL: string;

  /** Connections that one process keeps at most; left out, 16 in an API and 6 in a worker. */
  @Setting({ example: '16' })
  @IsOptional()
  @AsNumber()
  @IsInt()
  @Min(2)
  @Max(500)
  DATABASE_POOL_SIZE?: number;

  /** How long a request waits for a free connection, in milliseconds, before it is answered 503. */
  @Setting({ example: '10000' })
  @AsNumber()
  @IsInt()
  @Min(100)
  @Max(60_000)
  DATABASE_WAIT_MS = 10_000;

  /** How many requests of one process may wait for a free connection; one more is answered 503 at once. */
  @Setting({ example: '256' })
  @AsNumber()
  @IsInt()
  @Min(1)
  @Max(100_000)
  DATABASE_QUEUE = 256;

  /** How long one statement of a request may take, in milliseconds, before it is given up with 503; 0: as long as it wants. */
  @Setting({ example: '60000' })
  @AsNumber()
  @IsInt()
  @Min(0)
  @Max(3_600_000)
  DATABASE_STATEMENT_MS = 60_000;

  /** 0 takes any free port; a parent process with a channel is told the address. */
  @Setting({ example: '3000' })
  @AsNumber()
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** The address that the API listens on. */
  @Setting({ example: '127.0.0.1' })
  @IsString()
  HOST = '127.0.0.1';

  /** Addresses of proxies whose `X-Forwarded-For` is believed: IP addresses, CIDR ranges, or `loopback`, `uniquelocal`. */
  @Setting({ example: '10.0.0.0/8,loopback' })
  @IsOptional()
  @Matches(/^[\w.:/]+(\s*,\s*[\w.:/]+)*$/, { message: 'must be a list of addresses or ranges with commas' })
  TRUST_PROXY?: string;

  @Setting({ example: 'production' })
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** How much is written to the log, one JSON object a line. */
  @Setting({ example: 'info' })
  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** A second port, for operators only: /metrics, /health/live, /health/ready. Without it there is no such listener. */
  @Setting({ example: '9464' })
  @IsOptional()
  @AsNumber()
  @IsInt()
  @Min(0)
  @Max(65535)
  METRICS_PORT?: number;

  /** The address that the second port listens on. */
  @Setting({ example: '127.0.0.1' })
  @IsString()
  METRICS_HOST = '127.0.0.1';

  /** Asked for as a bearer token by /metrics on the second port. */
  @Setting({ example: 'a-long-random-text', secret: true })
  @IsOptional()
  @MinLength(16)
  METRICS_TOKEN?: string;

  /** Where traces go by OTLP over HTTP, without the `/v1/traces` at its end. Left out: nothing is traced. */
  @Setting({ example: 'http://127.0.0.1:4318' })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  /** Headers that the collector asks for, `name=value` with commas between them. */
  @Setting({ example: 'authorization=Bearer%20a-long-random-text', secret: true })
  @IsOptional()
  @Matches(/^[\w-]+=(%[0-9a-fA-F]{2}|[^,%\s])*(,\s*[\w-]+=(%[0-9a-fA-F]{2}|[^,%\s])*)*$/, {
    message: 'must be a list of name=value',
  })
  OTEL_EXPORTER_OTLP_HEADERS?: string;

  /** What the processes are called in traces; left out, `wheelhouse-api` and `wheelhouse-worker`. */
  @Setting({ example: 'wheelhouse' })
  @IsOptional()
  @IsString()
  OTEL_SERVICE_NAME?: string;

  /** The part of all requests and jobs that is traced, 0 to 1; what belongs to a traced request is traced too. */
  @Setting({ example: '0.1' })
  @AsNumber()
  @IsNumber()
  @Min(0)
  @Max(1)
  OTEL_TRACES_SAMPLER_ARG = 1;

  /** After SIGTERM: how long /health/ready answers 503 before the port closes, so that a balancer notices. In seconds. */
  @Setting({ example: '5' })
  @AsNumber()
  @IsInt()
  @Min(0)
  @Max(300)
  SHUTDOWN_DELAY_SECONDS = 0;

  /** How long requests and jobs that run may take to end after that, in seconds; then jobs are handed back. */
  @Setting({ example: '10' })
  @AsNumber()
  @IsInt()
  @Min(1)
  @Max(3600)
  SHUTDOWN_SECONDS = 10;

  /** `smtp://user:password@host:port`. Without it mails stay in the outbox, where an administrator reads them. */
  @Setting({ example: 'smtp://user:password@mail.example.com:587', secret: true })
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must begin with smtp:// or smtps://' })
  SMTP_URL?: string;

  @Setting({ example: 'Wheelhouse <no-reply@example.com>' })
  @IsString()
  MAIL_FROM = 'Wheelhouse <no-reply@wheelhouse.invalid>';

  /** The address that people reach the product under: links in mails begin with it. */
  @Setting({ example: 'https://quality.example.com' })
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;

  /** Folder of the built web app; without it the API serves no pages. */
  @Setting({ example: 'apps/web/dist' })
  @IsOptional()
  @IsString()
  WEB_DIST?: string;

  /** `true` where the demo is loaded: the sign-in page then offers its accounts. */
  @Setting({ example: 'false' })
  @AsSwitch()
  @IsBoolean()
  WHEELHOUSE_DEMO = false;

  /**
   * `true` lets webhooks and sign-in providers be http and on private addresses: only where every tenant may reach what
   * this server reaches.
   */
  @Setting({ example: 'false' })
  @AsSwitch()
  @IsBoolean()
  WHEELHOUSE_ALLOW_PRIVATE_TARGETS = false;

  /** From it the keys are derived that seal secrets at rest: 32 random bytes as text. Without it second factors, sign-in providers and webhooks are refused. */
  @Setting({ example: 'what-openssl-rand-base64-32-prints-one-line-of-44', secret: true })
  @IsOptional()
  @MinLength(40, { message: 'must be 32 random bytes as text' })
  WHEELHOUSE_SECRET_KEY?: string;

  /** The key before, while one changes it: reads what it sealed, seals nothing. */
  @Setting({ example: 'what-was-the-key-until-now-a-line-of-44-signs', secret: true })
  @IsOptional()
  @MinLength(40, { message: 'must be 32 random bytes as text' })
  WHEELHOUSE_SECRET_KEY_OLD?: string;

  /** Variables that look like settings of ours and are none, a line each; for the log. */
  unknown: string[] = [];

  /** Whether cookies are marked Secure: with an https PUBLIC_URL. */
  get secureCookies(): boolean {
    return this.PUBLIC_URL?.startsWith('https://') ?? false;
  }

  /** A cookie's name: over TLS with the prefix that binds it to this host, so that no neighbour can plant one. */
  cookieName(name: string): string {
    return this.secureCookies ? `__Host-${name}` : name;
  }

  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://127.0.0.1:${this.PORT}`).replace(/\/$/, '');
  }

  /** The proxies that are believed, as Fastify takes them. */
  get trustedProxies(): string[] | false {
    return this.TRUST_PROXY?.split(',').map((each) => each.trim()) ?? false;
  }
}
