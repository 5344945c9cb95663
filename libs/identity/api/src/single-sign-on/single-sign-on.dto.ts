import { ApiProperty } from '@nestjs/swagger';
import type { FindProviderBody, SignInProviderBody, StartSsoBody } from '@wheelhouse/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
} from 'class-validator';

export class SignInProviderDto implements SignInProviderBody {
  @ApiProperty({ example: 'https://login.example.com' })
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  @MaxLength(500)
  issuer: string;

  @ApiProperty({ example: 'wheelhouse' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  clientId: string;

  @ApiProperty({ required: false, description: 'Absent: the one that is kept' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  clientSecret?: string;

  @ApiProperty({ isArray: true, type: String, example: ['example.com'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, { each: true })
  mailDomains: string[];

  @ApiProperty()
  @IsBoolean()
  only: boolean;

  @ApiProperty({
    required: false,
    description: 'Whether people come back to an address that is this tenant’s alone; absent: as it is kept',
  })
  @IsOptional()
  @IsBoolean()
  ownReturn?: boolean;
}

export class FindProviderDto implements FindProviderBody {
  @ApiProperty({ example: 'fang.wang@example.com' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  hint: string;
}

export class StartSsoDto implements StartSsoBody {
  @ApiProperty({ example: 'longxiang' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  slug: string;

  @ApiProperty({ required: false, example: '/reports' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  next?: string;

  @ApiProperty({ required: false, description: 'The provider is to ask for the password anew' })
  @IsOptional()
  @IsBoolean()
  again?: boolean;
}
