import { ApiProperty } from '@nestjs/swagger';
import type { AssignShopsBody, CreateWaveBody } from '@wheelhouse/contracts';
import { IsLocalDate, IsLocalizedText, LocalizedTextDto } from '@wheelhouse/platform-http';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const lowerCase = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value);

/** What a shopper is to do and to be, in both languages. */
export class ScenarioDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  en: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  zh: string;
}

export class CreateWaveDto implements CreateWaveBody {
  @ApiProperty({ type: LocalizedTextDto })
  @IsDefined()
  @IsLocalizedText()
  name: LocalizedTextDto;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  @Transform(lowerCase)
  standardVersionId: string;

  @ApiProperty({ type: ScenarioDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ScenarioDto)
  scenario: ScenarioDto;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  windowFrom: string;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  windowTo: string;

  @ApiProperty({ format: 'date' })
  @IsLocalDate()
  releaseOn: string;
}

export class ShopDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  @Transform(lowerCase)
  outletId: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  @Transform(lowerCase)
  shopperMemberId: string;
}

export class AssignShopsDto implements AssignShopsBody {
  @ApiProperty({ type: [ShopDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ShopDto)
  shops: ShopDto[];
}
