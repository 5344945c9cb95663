import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyAdapter, RouteConfig } from '@nestjs/platform-fastify';
import { DomainError } from '@wheelhouse/kernel';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

/** A file that is the body of a request, and its media type without parameters. */
export interface RawFileBody {
  bytes: Buffer;
  type: string;
}

interface RawFileRules {
  types: readonly string[];
  maxBytes: number;
  /** Codes of the refusals: of another type, and of a file that is too large (with `limit` in MB). */
  refusals: { type: string; size: string };
}
type RequestWithFile = FastifyRequest & { rawFile?: RawFileBody };

const RULES = 'wheelhouse:raw-file';

/**
 * Lets bodies of these media types through unread to the routes that take a file, and refuses them elsewhere: nothing
 * is kept in memory for whoever is not signed in.
 */
export function passRawFiles(adapter: FastifyAdapter, types: readonly string[]): void {
  for (const type of types) {
    adapter.getInstance().addContentTypeParser(type, (request, payload, done) => {
      if ((request.routeOptions.config as { rawFile?: boolean }).rawFile) done(null, payload);
      else done(new DomainError('REQUEST.UNSUPPORTED_TYPE'));
    });
  }
}

/** Reads the file of a `@TakesRawFile` route, after the caller was let in and before a transaction is begun for it. */
@Injectable()
class ReadsRawFile implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { types, maxBytes, refusals } = this.reflector.get<RawFileRules>(RULES, context.getHandler());
    const request = context.switchToHttp().getRequest<RequestWithFile>();
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!types.includes(type)) throw new DomainError(refusals.type);
    const tooLarge = () => new DomainError(refusals.size, { limit: maxBytes / 1024 / 1024 });
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request.body as Readable) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
    request.rawFile = { bytes: Buffer.concat(chunks), type };
    return true;
  }
}

/** The media types of the file that a handler takes, where it takes one. */
export const takesRawFile = (handler: object): readonly string[] | undefined =>
  (Reflect.getMetadata(RULES, handler) as RawFileRules | undefined)?.types;

/** The body of this route is a file of one of these types, read once the caller is let in and given by `@RawFile()`. */
export const TakesRawFile = (rules: RawFileRules) =>
  applyDecorators(SetMetadata(RULES, rules), RouteConfig({ rawFile: true }), UseGuards(ReadsRawFile));

/** The file that came with the request. */
export const RawFile = createParamDecorator((_: unknown, execution: ExecutionContext): RawFileBody => {
  const { rawFile } = execution.switchToHttp().getRequest<RequestWithFile>();
  if (!rawFile) throw new Error('A route with @RawFile() needs @TakesRawFile');
  return rawFile;
});
