import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ASSIGNMENT_STATUSES,
  type AssignmentStatus,
  type CreateAssignmentBody,
  type ListAssignmentsQuery,
} from '@wheelhouse/contracts';
import { IsLocalDate, PageQuery } from '@wheelhouse/platform-http';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsId, QueryFlag } from './ids.js';

const KINDS = ['self_check', 'supervisor_audit', 'hq_audit'] as const;

export class CreateAssignmentDto implements CreateAssignmentBody {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @ApiProperty({ format: 'uuid' })
  @IsId()
  outletId: string;

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

export class ListAssignmentsDto extends PageQuery implements ListAssignmentsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ enum: ASSIGNMENT_STATUSES })
  @IsOptional()
  @IsIn(ASSIGNMENT_STATUSES)
  status?: AssignmentStatus;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  outletId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  waveId?: string;
}
