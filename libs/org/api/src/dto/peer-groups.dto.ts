import { ApiProperty } from '@nestjs/swagger';
import type { PeerGroupBody } from '@wheelhouse/contracts';
import { IsLocalizedText, LocalizedTextDto, MayBeAbsent } from '@wheelhouse/platform-http';
import { IsDefined } from 'class-validator';
import { IsCode } from './validators.js';

export class PeerGroupDto implements PeerGroupBody {
  @ApiProperty({ example: 'TIER1' })
  @IsCode()
  code: string;

  @ApiProperty({ type: LocalizedTextDto })
  @IsDefined()
  @IsLocalizedText()
  name: LocalizedTextDto;
}

export class UpdatePeerGroupDto implements Partial<PeerGroupBody> {
  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsCode()
  code?: string;

  @ApiProperty({ required: false, type: LocalizedTextDto })
  @MayBeAbsent()
  @IsDefined()
  @IsLocalizedText()
  name?: LocalizedTextDto;
}
