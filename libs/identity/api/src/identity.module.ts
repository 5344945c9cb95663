import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from './access.guard.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { CreateTenantCommand } from './create-tenant.command.js';
import { GrantsRepository } from './grants.repository.js';
import { IdentityFacade } from './identity.facade.js';
import { InvitationEntity } from './invitation.entity.js';
import { MailEntity } from './mail.entity.js';
import { MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxService } from './outbox.service.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { PersonEntity } from './person.entity.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import { SavedViewEntity } from './saved-view.entity.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SavedViewsService } from './saved-views.service.js';
import { SendMailJob } from './send-mail.job.js';
import { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { TaskEntity } from './task.entity.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';
import { TenantHooks } from './tenant-hooks.js';
import { TenantRecord } from './tenant.entity.js';
import { TenantsController } from './tenants.controller.js';
import { TenantsRepository } from './tenants.repository.js';
import { TenantsService } from './tenants.service.js';
import { TrailController } from './trail.controller.js';
import { TrailEntryEntity } from './trail-entry.entity.js';
import { TrailRepository } from './trail.repository.js';
import { TrailService } from './trail.service.js';

export const IDENTITY_ENTITIES = [
  TenantRecord,
  PersonEntity,
  SessionEntity,
  MemberEntity,
  RoleGrantEntity,
  TrailEntryEntity,
  MailEntity,
  TaskEntity,
  InvitationEntity,
  PasswordResetEntity,
  SavedViewEntity,
];

/** People, sessions, tenants, members and their rights; the audit trail, the mail outbox and watched tasks. */
@Global()
@Module({
  imports: [PassportModule],
  controllers: [
    AuthController,
    TenantsController,
    MembersController,
    TrailController,
    OutboxController,
    TasksController,
    SavedViewsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    SessionsService,
    SessionsRepository,
    SignInThrottle,
    Passwords,
    PeopleRepository,
    AccountService,
    TenantsService,
    TenantsRepository,
    CreateTenantCommand,
    TenantHooks,
    MembersService,
    MembersRepository,
    GrantsRepository,
    TrailService,
    TrailRepository,
    OutboxService,
    TasksService,
    SavedViewsService,
    SavedViewsRepository,
    IdentityFacade,
  ],
  exports: [
    IdentityFacade,
    TrailService,
    OutboxService,
    TasksService,
    TenantHooks,
    CreateTenantCommand,
    SessionsService,
    SessionsRepository,
  ],
})
export class IdentityModule {}

/** What the worker does for identity: it sends the outbox's mails. */
@Module({ imports: [IdentityModule], providers: [SendMailJob] })
export class IdentityWorkerModule {}
