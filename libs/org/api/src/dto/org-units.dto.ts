import { ApiProperty } from '@nestjs/swagger';
import {
  type CreateOrgUnitBody,
  type MoveBody,
  ORG_UNIT_KINDS,
  type OrgUnitKind,
  type UpdateOrgUnitBody,
} from '@wheelhouse/contracts';
import { IsLocalDate, IsLocalizedText, LocalizedTextDto, MayBeAbsent } from '@wheelhouse/platform-http';
import { IsDefined, IsIn, IsUUID } from 'class-validator';
import { IsCode } from './validators.js';

export class CreateOrgUnitDto implements CreateOrgUnitBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  parentId: string;

  @ApiProperty({ enum: ORG_UNIT_KINDS })
  @IsIn(ORG_UNIT_KINDS)
  kind: OrgUnitKind;

  @ApiProperty({ example: 'EAST' })
  @IsCode()
  code: string;

  @ApiProperty({ type: LocalizedTextDto })
  @IsDefined()
  @IsLocalizedText()
  name: LocalizedTextDto;
}

export class UpdateOrgUnitDto implements UpdateOrgUnitBody {
  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsCode()
  code?: string;

  @ApiProperty({ required: false, type: LocalizedTextDto })
  @MayBeAbsent()
  @IsDefined()
  @IsLocalizedText()
  name?: LocalizedTextDto;

  @ApiProperty({ required: false, enum: ORG_UNIT_KINDS })
  @MayBeAbsent()
  @IsIn(ORG_UNIT_KINDS)
  kind?: OrgUnitKind;
}

export class MoveDto implements MoveBody {
  @ApiProperty({ format: 'uuid', description: 'The new parent org unit' })
  @IsUUID()
  orgUnitId: string;

  @ApiProperty({ required: false, format: 'date', description: 'First day in the new place; default: today' })
  @MayBeAbsent()
  @IsLocalDate()
  from?: string;
}
