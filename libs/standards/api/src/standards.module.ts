import { Module } from '@nestjs/common';
import { IdentityModule, TrailNames } from '@wheelhouse/identity-api';
import { CopyStandardVersionCommand } from './copy-standard-version.command.js';
import { DraftLock } from './draft-lock.js';
import { ImportStandardCommand } from './import-standard.command.js';
import { PublishStandardVersionCommand } from './publish-standard-version.command.js';
import { RetireStandardVersionCommand } from './retire-standard-version.command.js';
import { StandardEntity } from './standard.entity.js';
import { StandardVersionEntity } from './standard-version.entity.js';
import { StandardVersionsController } from './standard-versions.controller.js';
import { StandardVersionsRepository } from './standard-versions.repository.js';
import { StandardVersionsService } from './standard-versions.service.js';
import { StandardsController } from './standards.controller.js';
import { StandardsFacade } from './standards.facade.js';
import { StandardsRepository } from './standards.repository.js';
import { StandardsService } from './standards.service.js';

/** For the data source of the composition root. */
export const STANDARDS_ENTITIES = [StandardEntity, StandardVersionEntity];

/** Standards (服务标准): versions, publication, import and export. */
@Module({
  imports: [IdentityModule],
  controllers: [StandardsController, StandardVersionsController],
  providers: [
    StandardsRepository,
    StandardVersionsRepository,
    DraftLock,
    StandardVersionsService,
    StandardsService,
    ImportStandardCommand,
    PublishStandardVersionCommand,
    CopyStandardVersionCommand,
    RetireStandardVersionCommand,
    StandardsFacade,
  ],
  exports: [StandardsFacade],
})
export class StandardsModule {
  constructor(names: TrailNames) {
    names.know('standards');
  }
}
