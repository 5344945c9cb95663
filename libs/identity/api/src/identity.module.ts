import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { RepeatsRepository } from '@wheelhouse/platform-http';
import { GuardedHttp } from '@wheelhouse/platform-http/outbound';
import { AcceptInvitationCommand } from './accept-invitation.command.js';
import { AccessGuard } from './access.guard.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { CreateTenantCommand } from './create-tenant.command.js';
import { EventsRepository } from './events/events.repository.js';
import { EventsService } from './events/events.service.js';
import { ForgetRepeatsJob } from './forget-repeats.job.js';
import { GrantCheck } from './grant-check.js';
import { GrantsRepository } from './grants.repository.js';
import { IdentityFacade } from './identity.facade.js';
import { InvitationEntity } from './invitation.entity.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { MailEntity } from './mail.entity.js';
import { MemberEntity } from './member.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { OperatorEntriesRepository } from './operator-entries.repository.js';
import { OperatorEntryEntity } from './operator-entry.entity.js';
import { MemberSessionsController } from './others-sessions/member-sessions.controller.js';
import { MemberSessionsService } from './others-sessions/member-sessions.service.js';
import { OperatorsController } from './others-sessions/operators.controller.js';
import { OperatorsService } from './others-sessions/operators.service.js';
import { NewPasswords } from './new-passwords.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { PasswordLinkJob } from './password-link.job.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { PasswordResetsController } from './password-resets.controller.js';
import { PasswordResetsRepository } from './password-resets.repository.js';
import { PasswordResetsService } from './password-resets.service.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { PersonEntity } from './person.entity.js';
import { PlanLimitsService } from './plan-limits.service.js';
import { OwnPassword } from './proof/own-password.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofService } from './proof/proof.service.js';
import { RoleGrantEntity } from './role-grant.entity.js';
import { SavedViewEntity } from './saved-view.entity.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SavedViewsService } from './saved-views.service.js';
import { RecoveryCodeEntity } from './second-factor/recovery-code.entity.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorEntity } from './second-factor/second-factor.entity.js';
import { SecondFactorsRepository } from './second-factor/second-factors.repository.js';
import { SecondFactorsService } from './second-factor/second-factors.service.js';
import { SealAnewJob } from './seal-anew.job.js';
import { SealedRowsRepository } from './sealed-rows.repository.js';
import { SecretBox } from './secret-box.js';
import { SecurityNotice } from './security-notice.js';
import { SendMailJob } from './send-mail.job.js';
import { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { RefreshService } from './sign-in/refresh.service.js';
import { RefreshTokenEntity } from './sign-in/refresh-token.entity.js';
import { RefreshTokensRepository } from './sign-in/refresh-tokens.repository.js';
import { SignInRulesController } from './sign-in/sign-in-rules.controller.js';
import { SignInRulesRepository } from './sign-in/sign-in-rules.repository.js';
import { SignInRulesService } from './sign-in/sign-in-rules.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInStepEntity } from './sign-in/sign-in-step.entity.js';
import { SignInStepsController } from './sign-in/sign-in-steps.controller.js';
import { SignInStepsRepository } from './sign-in/sign-in-steps.repository.js';
import { ExternalIdentityEntity } from './single-sign-on/external-identity.entity.js';
import { OidcProviderClient } from './single-sign-on/oidc-client.js';
import { SignInDomainEntity } from './single-sign-on/sign-in-domain.entity.js';
import { SignInProviderController } from './single-sign-on/sign-in-provider.controller.js';
import { SignInProviderEntity } from './single-sign-on/sign-in-provider.entity.js';
import { SignInProviderService } from './single-sign-on/sign-in-provider.service.js';
import { SsoAttemptEntity } from './single-sign-on/sso-attempt.entity.js';
import { SsoController } from './single-sign-on/sso.controller.js';
import { SsoRepository } from './single-sign-on/sso.repository.js';
import { SsoService } from './single-sign-on/sso.service.js';
import { TaskEntity } from './task.entity.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';
import { TenantHooks } from './tenant-hooks.js';
import { TenantRecord } from './tenant.entity.js';
import { TenantsController } from './tenants.controller.js';
import { TenantsRepository } from './tenants.repository.js';
import { TenantsService } from './tenants.service.js';
import { SignInRefusalJob } from './sign-in-refusal.job.js';
import { SignInRefusals } from './sign-in-refusals.js';
import { AccessTokenEntity } from './tokens/access-token.entity.js';
import { AccessTokensController } from './tokens/access-tokens.controller.js';
import { AccessTokensRepository } from './tokens/access-tokens.repository.js';
import { AccessTokensService } from './tokens/access-tokens.service.js';
import { OwnTokensController } from './tokens/own-tokens.controller.js';
import { ServiceAccountsController } from './tokens/service-accounts.controller.js';
import { ServiceAccountsRepository } from './tokens/service-accounts.repository.js';
import { ServiceAccountsService } from './tokens/service-accounts.service.js';
import { Throttle } from './throttle.js';
import { ThrottleRepository } from './throttle.repository.js';
import { TrailEntryEntity } from './trail-entry.entity.js';
import { TrailNames } from './trail-names.js';
import { TrailReader } from './trail-reader.service.js';
import { TrailController } from './trail.controller.js';
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
  AccessTokenEntity,
  OperatorEntryEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  SignInStepEntity,
  RefreshTokenEntity,
  SignInProviderEntity,
  SignInDomainEntity,
  ExternalIdentityEntity,
  SsoAttemptEntity,
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
    InvitationsController,
    PasswordResetsController,
    OwnSessionsController,
    OwnTokensController,
    AccessTokensController,
    ServiceAccountsController,
    SignInStepsController,
    SignInRulesController,
    SecondFactorController,
    SignInProviderController,
    SsoController,
    ProofController,
    MemberSessionsController,
    OperatorsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    SessionsService,
    SessionsRepository,
    Throttle,
    ThrottleRepository,
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
    EventsRepository,
    EventsService,
    TrailService,
    TrailRepository,
    TrailReader,
    TrailNames,
    SignInRefusals,
    OutboxService,
    OutboxRepository,
    TasksService,
    TasksRepository,
    SavedViewsService,
    SavedViewsRepository,
    InvitationsService,
    InvitationsRepository,
    AcceptInvitationCommand,
    PasswordResetsService,
    PasswordResetsRepository,
    SecurityNotice,
    SsoService,
    SsoRepository,
    SignInProviderService,
    OidcProviderClient,
    GuardedHttp,
    NewPasswords,
    SecretBox,
    SignInService,
    SignInStepsRepository,
    SignInRulesService,
    SignInRulesRepository,
    RefreshService,
    RefreshTokensRepository,
    SecondFactorsService,
    SecondFactorsRepository,
    GrantCheck,
    AccessTokensService,
    AccessTokensRepository,
    ServiceAccountsService,
    ServiceAccountsRepository,
    PlanLimitsService,
    OperatorEntriesRepository,
    OwnPassword,
    ProofService,
    MemberSessionsService,
    OperatorsService,
    IdentityFacade,
  ],
  exports: [
    EventsService,
    TenantsRepository,
    PlanLimitsService,
    OperatorEntriesRepository,
    IdentityFacade,
    TrailService,
    TrailNames,
    SignInRefusals,
    OutboxService,
    OutboxRepository,
    PasswordResetsService,
    TasksService,
    TenantHooks,
    CreateTenantCommand,
    SessionsService,
    SessionsRepository,
    SecretBox,
  ],
})
export class IdentityModule {}

/** What the worker does for identity: it sends the outbox's mails and makes the links that people asked for. */
@Module({
  imports: [IdentityModule],
  providers: [
    SendMailJob,
    PasswordLinkJob,
    SignInRefusalJob,
    ForgetRepeatsJob,
    RepeatsRepository,
    SealAnewJob,
    SealedRowsRepository,
  ],
})
export class IdentityWorkerModule {}
