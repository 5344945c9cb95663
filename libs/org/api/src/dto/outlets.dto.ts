import { ApiProperty } from '@nestjs/swagger';
import {
  CITY_TIERS,
  type CityTier,
  type CreateOutletBody,
  type ListOutletsQuery,
  type UpdateOutletBody,
} from '@wheelhouse/contracts';
import { IsLocalDate, IsLocalizedText, IsTimeZone, LocalizedTextDto, PageQuery } from '@wheelhouse/platform-http';
import {
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
import { IsAttributes, IsCode, IsKindName, MayBeAbsent, QueryFlag } from './validators.js';

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
  @ApiProperty({ required: false, description: 'Part of the code or of a name' })
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

  @ApiProperty({ required: false, type: Boolean })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  includeClosed?: boolean;
}
