import { ApiProperty } from '@nestjs/swagger';
import {
  type CreateMemberBody,
  type GrantBody,
  type Role,
  ROLES,
  SCOPE_KINDS,
  type ScopeKind,
  type UpdateMemberBody,
} from '@wheelhouse/contracts';
import { PASSWORD_MAX, PASSWORD_MIN } from '@wheelhouse/identity-domain';
import { PageQuery } from '@wheelhouse/platform-http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class GrantDto implements GrantBody {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty({ enum: SCOPE_KINDS })
  @IsIn(SCOPE_KINDS)
  scopeKind: ScopeKind;

  @ApiProperty({ required: false, description: 'The org unit or outlet; absent for tenant and own' })
  @IsOptional()
  @IsUUID()
  scopeId?: string;
}

export class CreateMemberDto implements CreateMemberBody {
  @ApiProperty()
  @IsEmail()
  @MaxLength(200)
  email: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty()
  @IsString()
  @MinLength(PASSWORD_MIN)
  @MaxLength(PASSWORD_MAX)
  password: string;

  @ApiProperty({ type: () => [GrantDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  grants: GrantDto[];
}

export class UpdateMemberDto implements UpdateMemberBody {
  @ApiProperty({ enum: ['active', 'inactive'] })
  @IsIn(['active', 'inactive'])
  status: 'active' | 'inactive';
}

export class ListMembersQuery extends PageQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiProperty({ required: false, enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiProperty({ required: false, enum: ['active', 'inactive'] })
  @IsOptional()
  @IsIn(['active', 'inactive'])
  status?: 'active' | 'inactive';

  @ApiProperty({ required: false, description: 'Granted this org unit or outlet, or one below it' })
  @IsOptional()
  @IsUUID()
  scopeId?: string;
}
