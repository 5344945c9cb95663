import { ApiProperty } from '@nestjs/swagger';
import {
  type RankingScheme,
  type SchemeSource,
  SCORE_SOURCES,
  type ScoreSource,
  type UpdateSettingsBody,
} from '@wheelhouse/contracts';
import { IsLocalizedText, LocalizedTextDto, MayBeAbsent } from '@wheelhouse/platform-http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsColour } from './validators.js';

/** Ranges are the scheme's own rule (`schemeProblems`); here is only what is what. */
export class SchemeSourceDto implements SchemeSource {
  @ApiProperty({ enum: SCORE_SOURCES })
  @IsIn(SCORE_SOURCES)
  source: ScoreSource;

  @ApiProperty({ description: 'Above 0, up to 100; sources are normalised' })
  @IsNumber()
  weight: number;

  @ApiProperty({ minimum: 1, maximum: 52 })
  @IsInt()
  windowWeeks: number;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  minN: number;
}

export class SchemeDto implements Omit<RankingScheme, 'version'> {
  @ApiProperty({ type: [SchemeSourceDto] })
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SchemeSourceDto)
  sources: SchemeSourceDto[];

  @ApiProperty({ minimum: 0, maximum: 1 })
  @IsNumber()
  minCoverage: number;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  minSample: number;

  @ApiProperty()
  @IsBoolean()
  rankPartial: boolean;

  @ApiProperty({ minimum: 2 })
  @IsInt()
  minPeers: number;
}

export class UpdateSettingsDto implements UpdateSettingsBody {
  @ApiProperty({ required: false, type: LocalizedTextDto })
  @MayBeAbsent()
  @IsDefined()
  @IsLocalizedText()
  name?: LocalizedTextDto;

  @ApiProperty({ required: false, example: '#0f766e' })
  @MayBeAbsent()
  @Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : (value as unknown)))
  @IsColour()
  accent?: string;

  @ApiProperty({ required: false, minimum: 1, maximum: 7 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(7)
  cutoffWeekday?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 23 })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(23)
  cutoffHour?: number;

  @ApiProperty({ required: false, type: SchemeDto })
  @MayBeAbsent()
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => SchemeDto)
  scheme?: SchemeDto;
}
