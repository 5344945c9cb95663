import { ApiProperty } from '@nestjs/swagger';
import type {
  BeginEnrolmentBody,
  ConfirmEnrolmentBody,
  EnrolStepBody,
  ProveBothBody,
  RefreshBody,
  SecondStepBody,
  SignInRulesBody,
} from '@wheelhouse/contracts';
import { PASSWORD_MAX } from '@wheelhouse/identity-domain';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class EnrolStepDto implements EnrolStepBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  stepToken: string;
}

export class SecondStepDto extends EnrolStepDto implements SecondStepBody {
  @ApiProperty({ description: 'Six digits of the authenticator app, or a recovery code', example: '123456' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  code: string;
}

export class BeginEnrolmentDto implements BeginEnrolmentBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  password: string;
}

export class ConfirmEnrolmentDto implements ConfirmEnrolmentBody {
  @ApiProperty({ example: '123456' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  code: string;
}

export class ProveBothDto extends BeginEnrolmentDto implements ProveBothBody {
  @ApiProperty({ description: 'Six digits of the authenticator app, or a recovery code', example: '123456' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(30)
  code: string;
}

export class RefreshDto implements RefreshBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  refreshToken: string;
}

export class SignInRulesDto implements SignInRulesBody {
  @ApiProperty()
  @IsBoolean()
  requireSecondFactor: boolean;
}
