import { ApiProperty } from '@nestjs/swagger';
import type { CreateTenantBody, SetupBody, UpdateTenantBody } from '@wheelhouse/contracts';
import { PASSWORD_MAX, PASSWORD_MIN } from '@wheelhouse/identity-domain';
import { IsLocalizedText, IsTimeZone, LocalizedTextDto, PageQuery } from '@wheelhouse/platform-http';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** A person who is made together with what needs one. */
export class NewPersonDto {
  @ApiProperty()
  @IsEmail()
  @MaxLength(200)
  email: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ minLength: PASSWORD_MIN })
  @IsString()
  @MinLength(PASSWORD_MIN)
  @MaxLength(PASSWORD_MAX)
  password: string;
}

export class CreateTenantDto implements CreateTenantBody {
  @ApiProperty({ example: 'longxiang' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/)
  slug: string;

  @ApiProperty({ type: () => LocalizedTextDto })
  @IsLocalizedText()
  name: LocalizedTextDto;

  @ApiProperty({ example: 'Asia/Shanghai' })
  @IsTimeZone()
  timeZone: string;

  @ApiProperty({ minimum: 1, maximum: 7, description: 'ISO weekday on which the week begins' })
  @IsInt()
  @Min(1)
  @Max(7)
  weekStart: number;

  @ApiProperty({ required: false, description: 'Whether whoever signs in needs a second factor; absent: not' })
  @IsOptional()
  @IsBoolean()
  requireSecondFactor?: boolean;

  @ApiProperty({ type: () => NewPersonDto })
  @IsObject()
  @ValidateNested()
  @Type(() => NewPersonDto)
  admin: NewPersonDto;
}

export class SetupDto implements SetupBody {
  @ApiProperty({ type: () => NewPersonDto })
  @IsObject()
  @ValidateNested()
  @Type(() => NewPersonDto)
  operator: NewPersonDto;

  @ApiProperty({ type: () => CreateTenantDto })
  @IsObject()
  @ValidateNested()
  @Type(() => CreateTenantDto)
  tenant: CreateTenantDto;
}

export class UpdateTenantDto implements UpdateTenantBody {
  @ApiProperty({ enum: ['active', 'suspended'] })
  @IsIn(['active', 'suspended'])
  status: 'active' | 'suspended';
}

const STATES = ['active', 'suspended', 'closing'] as const;

export class ListTenantsQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Part of the slug or of the name in either language' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ required: false, enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  status?: (typeof STATES)[number];
}
