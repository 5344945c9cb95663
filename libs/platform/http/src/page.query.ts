import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every keyset-paged list takes. */
export class PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  /** Rows on a page, 1–200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}
