import { ApiProperty } from '@nestjs/swagger';
import type {
  ConfirmEnrolmentBody,
  EnrolStepBody,
  RefreshBody,
  SecondStepBody,
  SignInRulesBody,
} from '@wheelhouse/contracts';
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

export class ConfirmEnrolmentDto implements ConfirmEnrolmentBody {
  @ApiProperty({ example: '123456' })
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
