import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  AUDIENCE_KINDS,
  type AudienceKind,
  type ListRankingRowsQuery,
  type Listing,
  type MakeReportBody,
  type StandingsQuery,
} from '@wheelhouse/contracts';
import { IsLocalDate, IsMoment, PageQuery } from '@wheelhouse/platform-http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { RowSort } from '../edition-rows.repository.js';

const WEEK = /^\d{4}-W\d{2}$/;
const LISTINGS = ['ranked', 'apart', 'failed_red_line'] as const;
const SORTS = ['rank', 'score', 'change', 'n', 'findings', 'name'] as const;

export class ListReportsDto extends PageQuery {
  @ApiPropertyOptional({ example: '2026-W46' })
  @IsOptional()
  @IsString()
  @Matches(WEEK)
  period?: string;

  /** Periods that begin on this day or later. */
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** Periods that end on this day or before. */
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsLocalDate()
  to?: string;

  /** Editions that were made at this moment or later. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsMoment()
  changedSince?: string;

  @ApiPropertyOptional({ enum: AUDIENCE_KINDS })
  @IsOptional()
  @IsIn(AUDIENCE_KINDS)
  audienceKind?: AudienceKind;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  audienceId?: string;
}

export class LatestReportDto {
  @ApiPropertyOptional({ enum: AUDIENCE_KINDS })
  @IsOptional()
  @IsIn(AUDIENCE_KINDS)
  audienceKind?: AudienceKind;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  audienceId?: string;
}

export class RankingRowFilterDto implements Omit<ListRankingRowsQuery, 'cursor' | 'limit'> {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  peerGroupId?: string;

  /** Outlets that hung at or below this unit on the period's last day. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  orgUnitId?: string;

  @ApiPropertyOptional({ enum: LISTINGS })
  @IsOptional()
  @IsIn(LISTINGS)
  listing?: Listing;

  /** Looks in code and both names. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: SORTS, default: 'rank' })
  @IsOptional()
  @IsIn(SORTS)
  sort?: RowSort;

  /** Default: ascending for rank and name, descending for figures. */
  @ApiPropertyOptional({ enum: ['asc', 'desc'] })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: 'asc' | 'desc';
}

export class ListRankingRowsDto extends RankingRowFilterDto implements ListRankingRowsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class StandingsDto implements StandingsQuery {
  /** Separated by commas, 1–200. */
  @ApiProperty({ type: String })
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : (value as unknown)))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  outletIds: string[];
}

export class MakeReportDto implements MakeReportBody {
  @ApiProperty({ example: '2026-W46' })
  @IsString()
  @MaxLength(20)
  period: string;
}
