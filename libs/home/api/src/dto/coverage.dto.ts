import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  COVERAGE_SHOWS,
  type CoverageQuery,
  type CoverageShow,
  SCORE_SOURCES,
  type ScoreSource,
} from '@wheelhouse/contracts';
import { PageQuery } from '@wheelhouse/platform-http';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

export class CoverageQueryDto extends PageQuery implements CoverageQuery {
  @ApiPropertyOptional({ example: '2026-W46' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-W\d{2}$/)
  week?: string;

  @ApiPropertyOptional({ enum: SCORE_SOURCES })
  @IsOptional()
  @IsIn(SCORE_SOURCES)
  source?: ScoreSource;

  @ApiPropertyOptional({ enum: COVERAGE_SHOWS })
  @IsOptional()
  @IsIn(COVERAGE_SHOWS)
  show?: CoverageShow;
}
