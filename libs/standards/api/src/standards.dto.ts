import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type CopyStandardVersionBody,
  type CreateStandardBody,
  type ImportStandardBody,
  type PublishStandardVersionBody,
  type SaveStandardVersionBody,
  STANDARD_KINDS,
  type StandardBody,
  type StandardKind,
} from '@wheelhouse/contracts';
import { AsSent, IsLocalizedText, LocalizedTextDto, PageQuery } from '@wheelhouse/platform-http';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';

const REVISION_MAX = 2_147_483_647;

export class ListStandardsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the code or of a name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: STANDARD_KINDS })
  @IsOptional()
  @IsIn(STANDARD_KINDS)
  kind?: StandardKind;
}

export class CreateStandardDto implements CreateStandardBody {
  @ApiProperty({ example: 'AS-4S', description: 'Letters, digits, dot, dash and underscore; never changes.' })
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/)
  code: string;

  @ApiProperty({ enum: STANDARD_KINDS })
  @IsIn(STANDARD_KINDS)
  kind: StandardKind;

  @ApiProperty({ type: LocalizedTextDto })
  @IsLocalizedText()
  @IsObject()
  name: LocalizedTextDto;
}

export class ImportStandardDto implements ImportStandardBody {
  @ApiProperty({ type: Object, description: 'A `standard.v1` document.' })
  @AsSent()
  document: StandardBody;
}

export class SaveStandardVersionDto implements SaveStandardVersionBody {
  @ApiProperty({ description: 'The revision that was read; 409 when somebody saved meanwhile.' })
  @IsInt()
  @Min(1)
  @Max(REVISION_MAX)
  revision: number;

  @ApiProperty({ type: Object, description: 'The whole `standard.v1` document.' })
  @AsSent()
  body: StandardBody;
}

export class PublishStandardVersionDto implements PublishStandardVersionBody {
  @ApiPropertyOptional({ description: 'The revision that was read; 409 when somebody saved meanwhile.' })
  @ValidateIf((_, revision) => revision !== undefined)
  @IsInt()
  @Min(1)
  @Max(REVISION_MAX)
  revision?: number;
}

export class CopyStandardVersionDto implements CopyStandardVersionBody {
  @ApiPropertyOptional({ example: '1.1.0' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  version?: string;
}

export class ListChangesQuery {
  @ApiPropertyOptional({ description: 'Another version of the same standard. Default: the one before.' })
  @IsOptional()
  @IsUUID()
  against?: string;
}
