import { Module } from '@nestjs/common';
import { AuditsModule } from '@wheelhouse/audits-api';
import { MysteryShopsModule } from '@wheelhouse/mystery-shops-api';
import { OrgModule } from '@wheelhouse/org-api';
import { PdcaModule } from '@wheelhouse/pdca-api';
import { ReportsModule } from '@wheelhouse/reports-api';
import { ScoringModule } from '@wheelhouse/scoring-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { CoverageService } from './coverage.service.js';
import { HeatService } from './heat.service.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { NetworkService } from './network.service.js';
import { OwnOutletsService } from './own-outlets.service.js';
import { WaitingService } from './waiting.service.js';

/** The start page of every role: it owns no data and reads through the features' facades. */
@Module({
  imports: [OrgModule, StandardsModule, ScoringModule, AuditsModule, MysteryShopsModule, PdcaModule, ReportsModule],
  controllers: [HomeController],
  providers: [HomeService, WaitingService, OwnOutletsService, NetworkService, CoverageService, HeatService],
})
export class HomeModule {}
