import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsUuidV7 } from '@wheelhouse/platform-http';
import { IsOptional } from 'class-validator';

export class HomeQueryDto {
  /** One of my outlets, to say what would help it most; without one, that which stands worst. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsUuidV7()
  outletId?: string;
}
