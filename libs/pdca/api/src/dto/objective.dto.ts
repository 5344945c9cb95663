import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type DecideObjectiveBody,
  type Metric,
  METRIC_KINDS,
  type MetricKind,
  OBJECTIVE_DECISIONS,
  type ObjectiveBody,
  type ObjectiveDecision,
  SCORE_SOURCES,
  type ScoreSource,
  type UpdateObjectiveBody,
} from '@wheelhouse/contracts';
import { IsLocalDate, IsLocalizedText, LocalizedTextDto, MayBeAbsent } from '@wheelhouse/platform-http';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsReason } from './text.validators.js';

export class MetricDto implements Metric {
  @ApiProperty({ enum: METRIC_KINDS })
  @IsIn(METRIC_KINDS)
  kind: MetricKind;

  @ApiProperty({ enum: SCORE_SOURCES, description: 'Which audits count.' })
  @IsIn(SCORE_SOURCES)
  source: ScoreSource;

  @ApiPropertyOptional({ description: 'For `section_score`.' })
  @ValidateIf(
    ({ kind, sectionId }: Metric) => kind === 'section_score' || (sectionId !== undefined && sectionId !== null),
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  sectionId?: string;

  @ApiPropertyOptional({
    description: 'For `item_pass_rate`: share of audits in which the item had no finding, in percent.',
  })
  @ValidateIf(({ kind, itemId }: Metric) => kind === 'item_pass_rate' || (itemId !== undefined && itemId !== null))
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  itemId?: string;
}

export class ObjectiveDto implements ObjectiveBody {
  @ApiProperty({ type: LocalizedTextDto })
  @IsLocalizedText()
  @IsObject()
  name: LocalizedTextDto;

  @ApiProperty({ type: MetricDto })
  @Type(() => MetricDto)
  @ValidateNested()
  @IsObject()
  metric: MetricDto;

  @ApiProperty({ enum: ['up', 'down'], description: 'Whether more or less of the metric is better.' })
  @IsIn(['up', 'down'])
  direction: 'up' | 'down';

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  target?: number | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsLocalDate()
  dueOn?: string | null;
}

/** What is given is changed; null takes a target or a due date back. */
export class UpdateObjectiveDto implements UpdateObjectiveBody {
  @ApiPropertyOptional({ description: 'The revision that was read; 409 when somebody has changed it since.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  revision?: number;

  @ApiPropertyOptional({ type: LocalizedTextDto })
  @MayBeAbsent()
  @IsLocalizedText()
  @IsObject()
  name?: LocalizedTextDto;

  @ApiPropertyOptional({ type: MetricDto })
  @MayBeAbsent()
  @Type(() => MetricDto)
  @ValidateNested()
  @IsObject()
  metric?: MetricDto;

  @ApiPropertyOptional({ enum: ['up', 'down'] })
  @MayBeAbsent()
  @IsIn(['up', 'down'])
  direction?: 'up' | 'down';

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 100 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  target?: number | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsLocalDate()
  dueOn?: string | null;
}

export class DecideObjectiveDto implements DecideObjectiveBody {
  @ApiProperty({ enum: OBJECTIVE_DECISIONS })
  @IsIn(OBJECTIVE_DECISIONS)
  decision: ObjectiveDecision;

  @ApiProperty({ maxLength: 2000 })
  @IsReason(2000)
  reason: string;
}
