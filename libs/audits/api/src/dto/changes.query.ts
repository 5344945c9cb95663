import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsLocalDate, IsMoment } from '@wheelhouse/platform-http';
import { IsOptional } from 'class-validator';

/** How the lists of audits, findings and assignments are narrowed in time: by their own days, and by what changed since. */
export class ChangesQuery {
  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsLocalDate()
  from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsLocalDate()
  to?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsMoment()
  changedSince?: string;
}
