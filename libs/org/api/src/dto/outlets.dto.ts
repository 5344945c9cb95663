import { ApiProperty } from '@nestjs/swagger';
import {
  CITY_TIERS,
  type CityTier,
  type CreateOutletBody,
  type ListOutletsQuery,
  type MoveOutletsBody,
  OUTLET_SORTS,
  OUTLET_STATUSES,
  type OutletSort,
  type OutletStatus,
  type UpdateOutletBody,
} from '@wheelhouse/contracts';
import {
  IsLocalDate,
  IsLocalizedText,
  IsMoment,
  IsTimeZone,
  LocalizedTextDto,
  PageQuery,
  MayBeAbsent,
} from '@wheelhouse/platform-http';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsAttributes, IsCode, IsKindName, QueryFlag } from './validators.js';

/** What an outlet may say of itself beside its code, name and kind. */
class OutletDetailsDto {
  @ApiProperty({ required: false, nullable: true, type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  peerGroupId?: string | null;

  @ApiProperty({ required: false, nullable: true, enum: CITY_TIERS })
  @IsOptional()
  @IsIn(CITY_TIERS)
  cityTier?: CityTier | null;

  @ApiProperty({ required: false, nullable: true, type: LocalizedTextDto })
  @IsOptional()
  @IsLocalizedText()
  city?: LocalizedTextDto | null;

  @ApiProperty({ required: false, nullable: true, type: Number, minimum: -90, maximum: 90 })
  @IsOptional()
  @IsNumber()
  @Min(-90)
  @Max(90)
  latitude?: number | null;

  @ApiProperty({ required: false, nullable: true, type: Number, minimum: -180, maximum: 180 })
  @IsOptional()
  @IsNumber()
  @Min(-180)
  @Max(180)
  longitude?: number | null;

  @ApiProperty({ required: false, example: 'Asia/Shanghai', description: 'Default: the tenant’s' })
  @MayBeAbsent()
  @IsTimeZone()
  timeZone?: string;

  @ApiProperty({ required: false, format: 'date', description: 'First open day; default: today' })
  @MayBeAbsent()
  @IsLocalDate()
  openedOn?: string;

  @ApiProperty({ selfRequired: false, type: 'object', additionalProperties: true })
  @MayBeAbsent()
  @IsAttributes()
  attributes?: Record<string, string | number | boolean>;
}

export class CreateOutletDto extends OutletDetailsDto implements CreateOutletBody {
  @ApiProperty({ example: 'SH-001' })
  @IsCode()
  code: string;

  @ApiProperty({ type: LocalizedTextDto })
  @IsDefined()
  @IsLocalizedText()
  name: LocalizedTextDto;

  @ApiProperty({ example: '4s' })
  @IsKindName()
  kind: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  orgUnitId: string;
}

export class UpdateOutletDto extends OutletDetailsDto implements UpdateOutletBody {
  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsCode()
  code?: string;

  @ApiProperty({ required: false, type: LocalizedTextDto })
  @MayBeAbsent()
  @IsDefined()
  @IsLocalizedText()
  name?: LocalizedTextDto;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsKindName()
  kind?: string;

  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    format: 'date',
    description: 'First closed day; null opens it again',
  })
  @IsOptional()
  @IsLocalDate()
  closedOn?: string | null;
}

export class ListOutletsDto extends PageQuery implements ListOutletsQuery {
  @ApiProperty({ required: false, description: 'Part of the code, of a name or of the city' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'At or below this org unit' })
  @IsOptional()
  @IsUUID()
  orgUnitId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  peerGroupId?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsKindName()
  kind?: string;

  @ApiProperty({ required: false, enum: CITY_TIERS })
  @IsOptional()
  @IsIn(CITY_TIERS)
  cityTier?: CityTier;

  @ApiProperty({ required: false, enum: OUTLET_STATUSES, default: 'open' })
  @IsOptional()
  @IsIn(OUTLET_STATUSES)
  status?: OutletStatus;

  @ApiProperty({ required: false, format: 'date-time' })
  @IsOptional()
  @IsMoment()
  changedSince?: string;

  @ApiProperty({ required: false, enum: OUTLET_SORTS, default: 'code' })
  @IsOptional()
  @IsIn(OUTLET_SORTS)
  sort?: OutletSort;

  @ApiProperty({ required: false, enum: ['asc', 'desc'], default: 'asc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  direction?: 'asc' | 'desc';

  @ApiProperty({ required: false, type: Boolean, description: 'The older form of status=all' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  includeClosed?: boolean;
}

export class MoveOutletsDto implements MoveOutletsBody {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 500 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  outletIds: string[];

  @ApiProperty({ required: false, format: 'uuid', description: 'The new parent org unit' })
  @MayBeAbsent()
  @IsUUID()
  orgUnitId?: string;

  @ApiProperty({ required: false, format: 'date', description: 'First day in the new place; default: today' })
  @MayBeAbsent()
  @IsLocalDate()
  from?: string;

  @ApiProperty({ required: false, nullable: true, type: String, format: 'uuid', description: 'Null: in no group' })
  @IsOptional()
  @IsUUID()
  peerGroupId?: string | null;
}
