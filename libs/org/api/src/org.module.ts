import { Module } from '@nestjs/common';
import { IdentityModule, TrailNames } from '@wheelhouse/identity-api';
import { LogoController } from './logo/logo.controller.js';
import { LogoRepository } from './logo/logo.repository.js';
import { LogoService } from './logo/logo.service.js';
import { ExportController } from './export/export.controller.js';
import { ExportOutletsQuery } from './export/export-outlets.query.js';
import { ApplyImportCommand } from './import/apply-import.command.js';
import { ApplyImportRepository } from './import/apply-import.repository.js';
import { CheckImportCommand } from './import/check-import.command.js';
import { ImportJob, ImportSteps } from './import/import.job.js';
import { KnownNetworkRepository } from './import/known-network.repository.js';
import { OutletImportRowsRepository } from './import/outlet-import-rows.repository.js';
import { OutletImportsController } from './import/outlet-imports.controller.js';
import { OutletImportsRepository } from './import/outlet-imports.repository.js';
import { OutletImportsService } from './import/outlet-imports.service.js';
import { MoveOrgUnitCommand } from './move-org-unit.command.js';
import { MoveOutletCommand } from './move-outlet.command.js';
import { MoveOutletsCommand } from './move-outlets.command.js';
import { NetworkQuery } from './network.query.js';
import { NewTenantHook } from './new-tenant.hook.js';
import { OrgTreeService } from './org-tree.service.js';
import { OrgUnitsController } from './org-units.controller.js';
import { OrgUnitsRepository } from './org-units.repository.js';
import { OrgUnitsService } from './org-units.service.js';
import { OrgFacade } from './org.facade.js';
import { OutletAllowance } from './outlet-allowance.js';
import { OutletPeopleQuery } from './outlet-people.query.js';
import { OutletsController } from './outlets.controller.js';
import { OutletsRepository } from './outlets.repository.js';
import { OutletsService } from './outlets.service.js';
import { PeerGroupsController } from './peer-groups.controller.js';
import { PeerGroupsRepository } from './peer-groups.repository.js';
import { PeerGroupsService } from './peer-groups.service.js';
import { PlacementsRepository } from './placements.repository.js';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';
import { UpdateOutletCommand } from './update-outlet.command.js';

/** The network: org tree, outlets and their history, peer groups, and the tenant's settings. */
@Module({
  imports: [IdentityModule],
  controllers: [
    OrgUnitsController,
    ExportController,
    OutletImportsController,
    OutletsController,
    PeerGroupsController,
    SettingsController,
    LogoController,
  ],
  providers: [
    OrgFacade,
    NetworkQuery,
    OrgTreeService,
    OrgUnitsService,
    OutletsService,
    PeerGroupsService,
    SettingsService,
    LogoService,
    LogoRepository,
    MoveOrgUnitCommand,
    MoveOutletCommand,
    MoveOutletsCommand,
    OutletPeopleQuery,
    OutletAllowance,
    UpdateOutletCommand,
    ExportOutletsQuery,
    OutletImportsService,
    CheckImportCommand,
    ApplyImportCommand,
    ImportSteps,
    NewTenantHook,
    OrgUnitsRepository,
    OutletsRepository,
    PeerGroupsRepository,
    PlacementsRepository,
    SettingsRepository,
    OutletImportsRepository,
    OutletImportRowsRepository,
    ApplyImportRepository,
    KnownNetworkRepository,
  ],
  exports: [OrgFacade, ImportSteps],
})
export class OrgModule {
  constructor(names: TrailNames) {
    names.know('org_units', 'outlets', 'peer_groups');
  }
}

/** What the worker does for the network: it checks files of outlets and writes them. */
@Module({ imports: [OrgModule], providers: [ImportJob] })
export class OrgWorkerModule {}
