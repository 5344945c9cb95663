import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import { RequestRate } from './request-rate.js';

/** Stands behind the guard that knows the caller: a tenant that has had its requests of this minute waits for the next. */
@Injectable()
export class RequestRateGuard implements CanActivate {
  constructor(private readonly rate: RequestRate) {}

  canActivate(context: ExecutionContext): boolean {
    const tenantId = context.switchToHttp().getRequest<RequestWithContext>().caller?.tenantId;
    const seconds = tenantId ? this.rate.take(tenantId) : null;
    if (seconds !== null) throw new DomainError('REQUEST.THROTTLED', { seconds });
    return true;
  }
}
