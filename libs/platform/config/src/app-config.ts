import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

/** Every setting of the processes, read once from the environment. */
export class AppConfig {
  /** PostgreSQL as the application role, which owns nothing. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL: string;

  /** 0 takes any free port; a parent process with a channel is told the address. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** The address that the API listens on. */
  @IsString()
  HOST = '127.0.0.1';

  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** `smtp://user:password@host:port`. Without it mails stay in the outbox, where an administrator reads them. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must begin with smtp:// or smtps://' })
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM = 'Wheelhouse <no-reply@wheelhouse.invalid>';

  /** The address that people reach the product under: links in mails begin with it. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true })
  PUBLIC_URL?: string;

  /** Folder of the built web app; without it the API serves no pages. */
  @IsOptional()
  @IsString()
  WEB_DIST?: string;

  /** `true` where the demo is loaded: the sign-in page then offers its accounts. */
  @Transform(({ value }) => value === true || value === 'true')
  WHEELHOUSE_DEMO = false;

  /**
   * `true` lets webhooks and sign-in providers be http and on private addresses: only where every tenant may reach what
   * this server reaches.
   */
  @Transform(({ value }) => value === true || value === 'true')
  WHEELHOUSE_ALLOW_PRIVATE_TARGETS = false;

  /** Whether cookies are marked Secure: with an https PUBLIC_URL. */
  get secureCookies(): boolean {
    return this.PUBLIC_URL?.startsWith('https://') ?? false;
  }

  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://127.0.0.1:${this.PORT}`).replace(/\/$/, '');
  }
}

/** Reads and checks the settings; throws one error that lists everything that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): AppConfig {
  const known = [
    'DATABASE_URL',
    'PORT',
    'HOST',
    'NODE_ENV',
    'SMTP_URL',
    'MAIL_FROM',
    'PUBLIC_URL',
    'WEB_DIST',
    'WHEELHOUSE_DEMO',
    'WHEELHOUSE_ALLOW_PRIVATE_TARGETS',
  ] as const;
  const given = Object.fromEntries(
    known.filter((key) => env[key] !== undefined && env[key] !== '').map((key) => [key, env[key]]),
  );
  const config = plainToInstance(AppConfig, given, { exposeDefaultValues: true });
  const errors = validateSync(config);
  if (errors.length > 0) {
    throw new Error(`Settings: ${errors.flatMap((e) => Object.values(e.constraints ?? {})).join('; ')}`);
  }
  return config;
}
