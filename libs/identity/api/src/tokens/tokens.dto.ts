import { ApiProperty } from '@nestjs/swagger';
import {
  type CreateServiceAccountBody,
  type CreateTokenBody,
  type Permission,
  PERMISSIONS,
  TOKEN_DAYS_DEFAULT,
  TOKEN_DAYS_MAX,
  type UpdateServiceAccountBody,
} from '@wheelhouse/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { GrantDto } from '../dto/members.dto.js';

export class CreateTokenDto implements CreateTokenBody {
  @ApiProperty({ example: 'Nightly export to the data warehouse' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: ['org.read', 'report.read'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PERMISSIONS.length)
  @IsIn(PERMISSIONS, { each: true })
  permissions: Permission[];

  @ApiProperty({ required: false, minimum: 1, maximum: TOKEN_DAYS_MAX, default: TOKEN_DAYS_DEFAULT })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(TOKEN_DAYS_MAX)
  expiresInDays?: number;
}

export class CreateServiceAccountDto implements CreateServiceAccountBody {
  @ApiProperty({ example: 'Data warehouse' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ type: () => [GrantDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  grants: GrantDto[];
}

export class UpdateServiceAccountDto extends CreateServiceAccountDto implements UpdateServiceAccountBody {
  @ApiProperty({ enum: ['active', 'inactive'] })
  @IsIn(['active', 'inactive'])
  status: 'active' | 'inactive';
}
