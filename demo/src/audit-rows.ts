import {
  type AuditKind,
  type ScoreResult,
  SOURCE_OF_KIND,
  type StandardBody,
  type VisitRecord,
} from '@wheelhouse/contracts';
import { createHash } from 'node:crypto';
import { canonicalContent } from '@wheelhouse/audits-domain';
import { weekOf, type Weekday } from '@wheelhouse/kernel';
import { FAIL_GRADE, findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { fillIn, type SheetWish } from './answer-sheet.js';
import type { Random } from './random.js';

/** A filled-in audit with all that submitting it would have written. */
export interface AuditRow {
  id: string;
  kind: AuditKind;
  status: 'published' | 'in_review';
  outletId: string;
  versionId: string;
  assignmentId: string | null;
  waveId: string | null;
  auditorId: string;
  visitDate: string;
  weekStart: string;
  answers: string;
  visitRecord: string;
  hash: string;
  result: ScoreResult;
  submittedAt: string;
  publishedAt: string | null;
  findings: {
    itemId: string;
    sectionId: string;
    credit: number;
    pointsLost: number;
    critical: boolean;
    triggered: boolean;
  }[];
  source: string;
  failed: boolean;
}

export interface AuditFacts {
  kind: AuditKind;
  outletId: string;
  versionId: string;
  body: StandardBody;
  auditorId: string;
  visitDate: string;
  weekStart: Weekday;
  assignmentId?: string | null;
  waveId?: string | null;
  /** When it was made public; null while it waits for review. */
  publishedAt?: Date | null;
}

/** Fills in and scores one audit with the same pure functions that the product submits with. */
export function makeAudit(facts: AuditFacts, wish: SheetWish, random: Random): AuditRow {
  const answers = fillIn(facts.body, wish, random);
  const result = scoreAudit(facts.body, answers);
  const submittedAt = new Date(`${facts.visitDate}T0${2 + random.int(7)}:${String(10 + random.int(49))}:00Z`);
  const visitRecord: VisitRecord = facts.kind === 'mystery_shop' ? visitRecordFor(facts.visitDate, random) : {};
  const content = {
    outletId: facts.outletId,
    kind: facts.kind,
    standardVersionId: facts.versionId,
    assignmentId: facts.assignmentId ?? null,
    visitDate: facts.visitDate,
    answers,
    visitRecord,
  };
  const publishedAt = facts.publishedAt === undefined ? submittedAt : facts.publishedAt;
  return {
    id: random.id(submittedAt),
    kind: facts.kind,
    status: publishedAt ? 'published' : 'in_review',
    outletId: facts.outletId,
    versionId: facts.versionId,
    assignmentId: facts.assignmentId ?? null,
    waveId: facts.waveId ?? null,
    auditorId: facts.auditorId,
    visitDate: facts.visitDate,
    weekStart: weekOf(facts.visitDate, facts.weekStart).start,
    answers: JSON.stringify(answers),
    visitRecord: JSON.stringify(visitRecord),
    hash: createHash('sha256').update(canonicalContent(content)).digest('hex'),
    result,
    submittedAt: submittedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    findings: findingsOf(facts.body, answers),
    source: SOURCE_OF_KIND[facts.kind],
    failed: result.grade === FAIL_GRADE,
  };
}

function visitRecordFor(visitDate: string, random: Random): VisitRecord {
  const hour = 9 + random.int(7);
  return {
    U01: `${visitDate}T${String(hour).padStart(2, '0')}:15`,
    U02: `${visitDate}T${String(hour + 2).padStart(2, '0')}:40`,
    U03: random.pick([
      '紧凑型 SUV，车龄 3 年，42,000 公里',
      '紧凑型 SUV，车龄 2 年，28,000 公里',
      '轿车，车龄 5 年，81,000 公里',
    ]),
    U04: random.pick(['S1', 'S2']),
    U05: 'kept by the agency',
    U07: 5 + random.int(6),
    U08: '到店后约两分钟有人接待，顾问记录了异响描述并一起环检。报价在开工前说明，等待期间未主动告知进度，交车时逐项解释了费用，离店时送至门口。整体流程顺畅，等待区整洁，洗手间干净，没有强行推销附加项目。',
    U09: false,
  };
}
