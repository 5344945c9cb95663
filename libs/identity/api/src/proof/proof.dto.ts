import { ApiProperty } from '@nestjs/swagger';
import type { ProveBody } from '@wheelhouse/contracts';
import { PASSWORD_MAX } from '@wheelhouse/identity-domain';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class ProveDto implements ProveBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  password: string;

  @ApiProperty({
    required: false,
    description: 'Six digits of the authenticator app, or a recovery code, where there is a second factor',
    example: '123456',
  })
  @IsOptional()
  @IsString()
  @MaxLength(30)
  code?: string;
}
