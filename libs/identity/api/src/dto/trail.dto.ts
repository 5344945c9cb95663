import { ApiProperty } from '@nestjs/swagger';
import { IsLocalDate, PageQuery } from '@wheelhouse/platform-http';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ListTrailQuery extends PageQuery {
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
