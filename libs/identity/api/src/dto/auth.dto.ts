import { ApiProperty } from '@nestjs/swagger';
import type { ChangePasswordBody, LoginBody, SwitchTenantBody, UpdateMeBody } from '@wheelhouse/contracts';
import { PASSWORD_MAX, PASSWORD_MIN } from '@wheelhouse/identity-domain';
import { LOCALES, type Locale } from '@wheelhouse/kernel';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export class LoginDto implements LoginBody {
  @ApiProperty({ example: 'quality@longxiang.demo' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  email: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  password: string;
}

export class UpdateMeDto implements UpdateMeBody {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiProperty({ required: false, enum: LOCALES })
  @IsOptional()
  @IsIn(LOCALES)
  locale?: Locale;
}

export class ChangePasswordDto implements ChangePasswordBody {
  @ApiProperty()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  currentPassword: string;

  @ApiProperty({ minLength: PASSWORD_MIN })
  @IsString()
  @MinLength(PASSWORD_MIN)
  @MaxLength(PASSWORD_MAX)
  newPassword: string;
}

export class SwitchTenantDto implements SwitchTenantBody {
  @ApiProperty()
  @IsUUID()
  tenantId: string;
}

export class EndSessionsQuery {
  @ApiProperty({ required: false, enum: ['true', 'false'], description: '`true` keeps the session that asks' })
  @IsOptional()
  @IsIn(['true', 'false'])
  others?: 'true' | 'false';
}
