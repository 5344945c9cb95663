import { Injectable } from '@nestjs/common';
import { IdentityFacade, type MemberView, OutboxService } from '@wheelhouse/identity-api';
import type { Week } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import { AppConfig } from '@wheelhouse/platform-config';
import type { Ctx } from '@wheelhouse/platform-db';
import type { Audience } from '@wheelhouse/reports-domain';
import type { MadeEdition } from './make-edition.command.js';
import { renderWeeklyReport, type WeeklyReportMail } from './weekly-report.mail.js';

/** Sends a week's editions to their readers, each in the reader's language, through the outbox of the same transaction. */
@Injectable()
export class ReportMails {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly org: OrgFacade,
    private readonly outbox: OutboxService,
    private readonly config: AppConfig,
  ) {}

  /** The tenant's edition goes to headquarters, a region's to the supervisors whose grant names it. */
  async send(ctx: Ctx, week: Week, made: readonly MadeEdition[]): Promise<void> {
    const readers = await this.identity.membersWith(ctx, 'report.read');
    const { name: tenant, accent } = await this.org.settings(ctx);
    for (const { id, number, audience, edition } of made) {
      const mails = new Map<string, WeeklyReportMail>();
      for (const reader of readers.filter((member) => isReaderOf(audience, member))) {
        const mail =
          mails.get(reader.locale) ??
          renderWeeklyReport(
            { week, number, audience, edition, tenant, accent, url: `${this.config.publicUrl}/reports/${id}` },
            reader.locale,
          );
        mails.set(reader.locale, mail);
        const dedupeKey = `weekly-report:${week.start}:${audience.id}:${reader.id}`;
        await this.outbox.put(ctx, { to: reader.email, ...mail, dedupeKey });
      }
    }
  }
}

/** Who gets an edition by mail, of all who may read it: those whose work it is. */
function isReaderOf(audience: Audience, { grants }: MemberView): boolean {
  return grants.some(({ role, scopeKind, scopeId }) =>
    audience.kind === 'tenant'
      ? scopeKind === 'tenant' && (role === 'hq_admin' || role === 'quality_manager')
      : role === 'supervisor' && scopeKind === 'org_unit' && scopeId === audience.unitId,
  );
}
