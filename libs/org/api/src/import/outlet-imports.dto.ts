import { ApiProperty } from '@nestjs/swagger';
import {
  type ApplyImportBody,
  IMPORT_OUTCOMES,
  type ImportOutcome,
  type ListImportRowsQuery,
} from '@wheelhouse/contracts';
import { PageQuery } from '@wheelhouse/platform-http';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

export class ListImportsDto extends PageQuery {}

export class ListImportRowsDto extends PageQuery implements ListImportRowsQuery {
  @ApiProperty({ required: false, enum: IMPORT_OUTCOMES })
  @IsOptional()
  @IsIn(IMPORT_OUTCOMES)
  outcome?: ImportOutcome;
}

export class ApplyImportDto implements ApplyImportBody {
  @ApiProperty({ required: false, description: 'Write the rows that are right although others are wrong' })
  @IsOptional()
  @IsBoolean()
  skipWrong?: boolean;
}
