import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type AdvanceCycleBody,
  type CreateCycleBody,
  CYCLE_PHASES,
  type CyclePhase,
  type UpdateCycleBody,
} from '@wheelhouse/contracts';
import { IsLocalDate, IsLocalizedText, LocalizedTextDto, SearchQuery, MayBeAbsent } from '@wheelhouse/platform-http';
import { IsIn, IsObject, IsOptional, IsUUID } from 'class-validator';
import { IsProse, IsReason } from './text.validators.js';

const PLAN_MAX = 4000;
const PASSAGES = CYCLE_PHASES.filter((phase) => phase !== 'plan');

export class ListCyclesQuery extends SearchQuery {
  @ApiPropertyOptional({ enum: CYCLE_PHASES })
  @IsOptional()
  @IsIn(CYCLE_PHASES)
  phase?: CyclePhase;
}

export class CreateCycleDto implements CreateCycleBody {
  @ApiProperty({ type: LocalizedTextDto })
  @IsLocalizedText()
  @IsObject()
  name: LocalizedTextDto;

  @ApiProperty({ format: 'uuid', description: 'The scope: this org unit and all below it.' })
  @IsUUID()
  orgUnitId: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  standardVersionId?: string;

  @ApiPropertyOptional({ maxLength: PLAN_MAX, description: 'What is to be done, how and by whom.' })
  @MayBeAbsent()
  @IsProse(PLAN_MAX)
  auditPlan?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day of the do phase.' })
  @MayBeAbsent()
  @IsLocalDate()
  doFrom?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day of the do phase.' })
  @MayBeAbsent()
  @IsLocalDate()
  doTo?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The cycle that this one follows from.' })
  @MayBeAbsent()
  @IsUUID()
  predecessorId?: string;
}

export class UpdateCycleDto implements UpdateCycleBody {
  @ApiPropertyOptional({ type: LocalizedTextDto })
  @MayBeAbsent()
  @IsLocalizedText()
  @IsObject()
  name?: LocalizedTextDto;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  standardVersionId?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: PLAN_MAX, nullable: true })
  @IsOptional()
  @IsProse(PLAN_MAX)
  auditPlan?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsLocalDate()
  doFrom?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsLocalDate()
  doTo?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: PLAN_MAX, nullable: true })
  @IsOptional()
  @IsProse(PLAN_MAX)
  conclusion?: string | null;
}

export class AdvanceCycleDto implements AdvanceCycleBody {
  @ApiProperty({ enum: PASSAGES, description: 'The phase after the present one.' })
  @IsIn(PASSAGES)
  to: CyclePhase;

  @ApiProperty({ maxLength: 2000, description: 'Kept with the passage and in the audit trail.' })
  @IsReason(2000)
  why: string;
}
