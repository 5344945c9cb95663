import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  type Answers,
  AUDIT_KINDS,
  AUDIT_SORTS,
  AUDIT_STATUSES,
  type AuditFilter,
  type AuditKind,
  type AuditSort,
  type AuditStatus,
  type ListAuditsQuery,
  type ReviewAuditBody,
  type SaveAuditBody,
  type StartAuditBody,
  type SubmitAuditBody,
  type VisitRecord,
} from '@wheelhouse/contracts';
import { AsSent, IsLocalDate, IsUuidV7, PageQuery } from '@wheelhouse/platform-http';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChangesQuery } from './changes.query.js';
import { IsId, QueryFlag } from './ids.js';

const STARTABLE = ['self_check', 'supervisor_audit', 'hq_audit'] as const;

/** The part of an envelope that says what is audited: an assignment, or kind, outlet and standard. */
class TargetDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  assignmentId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  outletId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  standardVersionId?: string;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  visitDate: string;
}

export class StartAuditDto extends TargetDto implements StartAuditBody {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7 made by the client' })
  @IsUuidV7()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  id: string;

  @ApiPropertyOptional({ enum: STARTABLE })
  @IsOptional()
  @IsIn(STARTABLE)
  kind?: (typeof STARTABLE)[number];
}

/** One item answered, one that does not apply. */
const ANSWERS = {
  'A-01': { value: true, note: 'Seen at the entrance' },
  'A-02': { na: true, naReason: 'There is no car park' },
};

/** The envelope. Answers are checked by the standard version's own compiled check. */
export class SubmitAuditDto extends TargetDto implements SubmitAuditBody {
  @ApiPropertyOptional({ enum: AUDIT_KINDS })
  @IsOptional()
  @IsIn(AUDIT_KINDS)
  kind?: AuditKind;

  @ApiProperty({ type: 'object', additionalProperties: true, example: ANSWERS })
  @AsSent()
  answers: Answers;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  visitRecord?: VisitRecord;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  seen?: string;
}

export class SaveAuditDto implements SaveAuditBody {
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, example: ANSWERS })
  @IsOptional()
  @IsObject()
  answers?: Record<string, Answers[string] | null>;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  visitRecord?: VisitRecord;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsLocalDate()
  visitDate?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  before?: Record<string, Answers[string] | null>;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601()
  seen?: string;
}

export class ReviewAuditDto implements ReviewAuditBody {
  @ApiProperty({ enum: ['approve', 'reject'] })
  @IsIn(['approve', 'reject'])
  decision: 'approve' | 'reject';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

/** The filters of audits; the list adds its order and page. */
export class AuditFilterDto extends ChangesQuery implements AuditFilter {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  outletId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  orgUnitId?: string;

  @ApiPropertyOptional({ enum: AUDIT_KINDS })
  @IsOptional()
  @IsIn(AUDIT_KINDS)
  kind?: AuditKind;

  @ApiPropertyOptional({ enum: AUDIT_STATUSES })
  @IsOptional()
  @IsIn(AUDIT_STATUSES)
  status?: AuditStatus;

  @ApiPropertyOptional()
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  mine?: boolean;
}

export class ListAuditsDto extends IntersectionType(AuditFilterDto, PageQuery) implements ListAuditsQuery {
  @ApiPropertyOptional({ enum: AUDIT_SORTS, default: 'visit' })
  @IsOptional()
  @IsIn(AUDIT_SORTS)
  sort?: AuditSort;

  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: 'asc' | 'desc';
}
