import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { ListOutletsDto } from '../dto/outlets.dto.js';
import { QueryFlag } from '../dto/validators.js';

/** The filters of the list, without its pages. */
export class ExportOutletsDto extends OmitType(ListOutletsDto, ['cursor', 'limit'] as const) {
  @ApiProperty({ required: false, type: Boolean, description: 'Only the headings' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  template?: boolean;
}
