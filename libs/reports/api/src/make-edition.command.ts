import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventsService } from '@wheelhouse/identity-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { type Audience, type Edition, editionFigures } from '@wheelhouse/reports-domain';
import { EditionMaker, type PreparedPeriod } from './edition-maker.js';
import { EditionWriterRepository } from './edition-writer.repository.js';
import { EditionsRepository } from './editions.repository.js';

/** An edition and whether this call made it. */
export interface MadeEdition {
  id: string;
  number: number;
  audience: Audience;
  edition: Edition;
  isNew: boolean;
}

/** Makes the edition of one week for one audience: edition and rows in the caller's transaction, immutable from then on. */
@Injectable()
export class MakeEditionCommand {
  constructor(
    private readonly maker: EditionMaker,
    private readonly editions: EditionsRepository,
    private readonly writer: EditionWriterRepository,
    private readonly events: EventsService,
  ) {}

  /**
   * Number 1 when there is none yet; the next number when the figures differ from the newest edition's; otherwise that
   * one. Two workers making the same edition make one: the unique key lets the second find it.
   */
  async run(ctx: Ctx, period: PreparedPeriod, audience: Audience): Promise<MadeEdition> {
    const edition = await this.maker.build(ctx, period, audience);
    const digest = digestOf(edition);
    for (;;) {
      const newest = await this.editions.newest(ctx, period.week.start, audience);
      if (newest?.digest === digest) return { id: newest.id, number: newest.number, audience, edition, isNew: false };
      const number = (newest?.number ?? 0) + 1;
      const id = await this.writer.insert(ctx, period.week, audience, number, edition, digest);
      if (!id) continue;
      const data = { editionId: id, period: period.week.key, audienceKind: audience.kind, number };
      await this.events.publish(ctx, { type: 'report.published', data });
      return { id, number, audience, edition, isNew: true };
    }
  }
}

/** SHA-256 over the figures: equal digests say the same. */
function digestOf(edition: Edition): string {
  const hash = createHash('sha256');
  for (const part of editionFigures(edition)) hash.update(JSON.stringify(part)).update('\n');
  return hash.digest('base64url');
}
