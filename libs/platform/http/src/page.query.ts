import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every keyset-paged list takes. */
export class PageQuery {
  /** `nextCursor` of the page before, with the same filters and order. */
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

/** What a list of things with names takes to search them. */
export class SearchQuery extends PageQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
