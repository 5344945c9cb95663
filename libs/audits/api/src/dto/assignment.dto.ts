import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  ASSIGN_MOST,
  ASSIGNMENT_STATUSES,
  AUDIT_KINDS,
  type AssignManyBody,
  type AssignmentStatus,
  type AuditKind,
  type CancelAssignmentsBody,
  type CreateAssignmentBody,
  type ListAssignmentsQuery,
} from '@wheelhouse/contracts';
import { IsLocalDate, PageQuery } from '@wheelhouse/platform-http';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { ChangesQuery } from './changes.query.js';
import { IsId, IsIds, QueryFlag } from './ids.js';

const KINDS = ['self_check', 'supervisor_audit', 'hq_audit'] as const;

class AskedDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @ApiProperty({ format: 'uuid' })
  @IsId()
  standardVersionId: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  assigneeMemberId?: string;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  windowFrom: string;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  windowTo: string;
}

export class CreateAssignmentDto extends AskedDto implements CreateAssignmentBody {
  @ApiProperty({ format: 'uuid' })
  @IsId()
  outletId: string;
}

export class AssignManyDto extends AskedDto implements AssignManyBody {
  @ApiPropertyOptional({ type: [String], format: 'uuid', minItems: 1, maxItems: ASSIGN_MOST })
  @ValidateIf((body: AssignManyDto) => body.orgUnitId === undefined)
  @IsIds()
  outletIds?: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Instead of outletIds' })
  @IsOptional()
  @IsId()
  orgUnitId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

export class CancelAssignmentsDto implements CancelAssignmentsBody {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: ASSIGN_MOST })
  @IsIds()
  ids: string[];
}

export class ListAssignmentsDto extends IntersectionType(ChangesQuery, PageQuery) implements ListAssignmentsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: ASSIGNMENT_STATUSES })
  @IsOptional()
  @IsIn(ASSIGNMENT_STATUSES)
  status?: AssignmentStatus;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  outletId?: string;

  @ApiPropertyOptional({ enum: AUDIT_KINDS })
  @IsOptional()
  @IsIn(AUDIT_KINDS)
  kind?: AuditKind;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  orgUnitId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  waveId?: string;
}
