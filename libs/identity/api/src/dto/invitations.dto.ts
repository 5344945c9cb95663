import { ApiProperty } from '@nestjs/swagger';
import {
  type AcceptInvitationBody,
  type CreateInvitationBody,
  INVITE_MOST,
  type InviteManyBody,
  type JoinInvitationBody,
  type LookAtInvitationBody,
} from '@wheelhouse/contracts';
import { PASSWORD_MAX } from '@wheelhouse/identity-domain';
import { LOCALES, type Locale } from '@wheelhouse/kernel';
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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GrantDto } from './members.dto.js';

export class CreateInvitationDto implements CreateInvitationBody {
  @ApiProperty()
  @IsEmail()
  @MaxLength(200)
  email: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: LOCALES, description: 'The language of the mail' })
  @IsIn(LOCALES)
  locale: Locale;

  @ApiProperty({ type: () => [GrantDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  grants: GrantDto[];
}

export class InviteManyDto implements InviteManyBody {
  @ApiProperty({ type: () => [CreateInvitationDto], minItems: 1, maxItems: INVITE_MOST })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(INVITE_MOST)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CreateInvitationDto)
  invitations: CreateInvitationDto[];
}

/** The token of a link, in a body and not in an address, so that no log keeps it. */
export class InvitationTokenDto implements LookAtInvitationBody, JoinInvitationBody {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;
}

export class AcceptInvitationDto extends InvitationTokenDto implements AcceptInvitationBody {
  @ApiProperty({ required: false, description: 'Of a new person' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiProperty({ description: 'The new password, or that of the account' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  password: string;

  @ApiProperty({ required: false, enum: LOCALES })
  @IsOptional()
  @IsIn(LOCALES)
  locale?: Locale;
}
