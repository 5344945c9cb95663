import { ApiProperty } from '@nestjs/swagger';
import {
  type CloseTenantBody,
  GRACE_DAYS,
  PLAN_NAMES,
  type PlanLimits,
  type PlanName,
  type UpdatePlanBody,
} from '@wheelhouse/contracts';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const unlessNull = (_: object, value: unknown) => value !== null && value !== undefined;

export class AgreedLimitsDto implements Partial<PlanLimits> {
  @ApiProperty({ required: false, nullable: true, minimum: 1, maximum: 1_000_000 })
  @ValidateIf(unlessNull)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  outlets?: number | null;

  @ApiProperty({ required: false, nullable: true, minimum: 1, maximum: 100_000_000 })
  @ValidateIf(unlessNull)
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  storageMb?: number | null;

  @ApiProperty({ required: false, nullable: true, minimum: 60, maximum: 10_000_000 })
  @ValidateIf(unlessNull)
  @IsInt()
  @Min(60)
  @Max(10_000_000)
  requestsPerMinute?: number | null;
}

export class UpdatePlanDto implements UpdatePlanBody {
  @ApiProperty({ enum: PLAN_NAMES })
  @IsIn(PLAN_NAMES)
  plan: PlanName;

  @ApiProperty({ required: false, type: () => AgreedLimitsDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AgreedLimitsDto)
  agreed?: AgreedLimitsDto;
}

export class CloseTenantDto implements CloseTenantBody {
  @ApiProperty({ example: 'longxiang', description: 'The tenant’s slug, typed again' })
  @IsString()
  @MaxLength(40)
  slug: string;

  @ApiProperty({ required: false, minimum: GRACE_DAYS.least, maximum: GRACE_DAYS.most, default: GRACE_DAYS.usual })
  @IsOptional()
  @IsInt()
  @Min(GRACE_DAYS.least)
  @Max(GRACE_DAYS.most)
  graceDays?: number;
}
