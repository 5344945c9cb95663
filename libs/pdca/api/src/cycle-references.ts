import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';

/** Whether what a request names by id is there. */
@Injectable()
export class CycleReferences {
  constructor(
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
  ) {}

  /** @throws REQUEST.INVALID on `orgUnitId` */
  orgUnit(ctx: Ctx, id: string): Promise<void> {
    return this.existing('orgUnitId', this.org.orgUnit(ctx, id));
  }

  /** @throws REQUEST.INVALID on `standardVersionId` */
  standardVersion(ctx: Ctx, id: string): Promise<void> {
    return this.existing('standardVersionId', this.standards.version(ctx, id));
  }

  /** A reference that leads nowhere is the fault of its field, not of the address. */
  async existing(field: string, lookup: Promise<unknown>): Promise<void> {
    await lookup.catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
      throw new DomainError('REQUEST.INVALID', {}, [{ field, code: 'FIELD.NOT_FOUND' }]);
    });
  }
}
