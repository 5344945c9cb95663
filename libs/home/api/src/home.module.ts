import { Module } from '@nestjs/common';
import { AuditsModule } from '@wheelhouse/audits-api';
import { MysteryShopsModule } from '@wheelhouse/mystery-shops-api';
import { OrgModule } from '@wheelhouse/org-api';
import { PdcaModule } from '@wheelhouse/pdca-api';
import { ReportsModule } from '@wheelhouse/reports-api';
import { StandardsModule } from '@wheelhouse/standards-api';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { OwnOutletsService } from './own-outlets.service.js';
import { WaitingService } from './waiting.service.js';

/** The start page of every role: it owns no data and reads through the features' facades. */
@Module({
  imports: [OrgModule, StandardsModule, AuditsModule, MysteryShopsModule, PdcaModule, ReportsModule],
  controllers: [HomeController],
  providers: [HomeService, WaitingService, OwnOutletsService],
})
export class HomeModule {}
