import { ApiProperty } from '@nestjs/swagger';
import type { LookAtPasswordResetBody, RequestPasswordResetBody, UsePasswordResetBody } from '@wheelhouse/contracts';
import { PASSWORD_MAX, PASSWORD_MIN } from '@wheelhouse/identity-domain';
import { IsEmail, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';

export class RequestPasswordResetDto implements RequestPasswordResetBody {
  @ApiProperty()
  @IsEmail()
  @MaxLength(200)
  email: string;
}

export class PasswordResetTokenDto implements LookAtPasswordResetBody {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;
}

export class UsePasswordResetDto extends PasswordResetTokenDto implements UsePasswordResetBody {
  @ApiProperty({ minLength: PASSWORD_MIN })
  @IsString()
  @MinLength(PASSWORD_MIN)
  @MaxLength(PASSWORD_MAX)
  newPassword: string;
}
