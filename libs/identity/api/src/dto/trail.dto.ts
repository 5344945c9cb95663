import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsLocalDate, PageQuery } from '@wheelhouse/platform-http';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What both the list and the export can be narrowed by. */
export class TrailFilterQuery {
  @ApiProperty({ required: false, example: 'standard.publish' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  action?: string;

  @ApiProperty({ required: false, example: 'member' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  objectType?: string;

  @ApiProperty({ required: false, description: 'All about one object', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  objectId?: string;

  @ApiProperty({ required: false, description: 'What one person did', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  personId?: string;

  @ApiProperty({ required: false, description: 'Part of the name of who did it' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  actor?: string;

  @ApiProperty({ required: false, example: '2026-11-01', description: 'First day, in the tenant’s time zone' })
  @IsOptional()
  @IsLocalDate()
  from?: string;

  @ApiProperty({ required: false, example: '2026-11-30', description: 'Last day, in the tenant’s time zone' })
  @IsOptional()
  @IsLocalDate()
  to?: string;
}

export class ListTrailQuery extends IntersectionType(TrailFilterQuery, PageQuery) {}
