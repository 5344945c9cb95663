import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  AUDIT_KINDS,
  type AuditKind,
  FINDING_SORTS,
  type FindingFilter,
  type FindingSort,
  type ListFindingsQuery,
} from '@wheelhouse/contracts';
import { PageQuery } from '@wheelhouse/platform-http';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChangesQuery } from './changes.query.js';
import { IsId, QueryFlag } from './ids.js';

/** The filters of findings; the list adds its page. */
export class FindingFilterDto extends ChangesQuery implements FindingFilter {
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

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  standardId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sectionId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  itemId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  critical?: boolean;

  @ApiPropertyOptional({ enum: AUDIT_KINDS })
  @IsOptional()
  @IsIn(AUDIT_KINDS)
  kind?: AuditKind;
}

export class ListFindingsDto extends IntersectionType(FindingFilterDto, PageQuery) implements ListFindingsQuery {
  @ApiPropertyOptional({ enum: FINDING_SORTS, default: 'visit' })
  @IsOptional()
  @IsIn(FINDING_SORTS)
  sort?: FindingSort;

  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: 'asc' | 'desc';
}
