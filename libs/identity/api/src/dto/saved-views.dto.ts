import { ApiProperty } from '@nestjs/swagger';
import type { CreateSavedViewBody, UpdateSavedViewBody } from '@wheelhouse/contracts';
import { MayBeAbsent } from '@wheelhouse/platform-http';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

/** A page's own word: `network`, `mystery-shops`. */
const PAGE = /^[a-z][a-z0-9-]{0,39}$/;
/** The search string of an address as browsers write it: percent-encoded, without blanks, quotes and fragment. */
const SEARCH = /^\??[\w\-.~%!$&'()*+,;=:@/?]*$/;

export class ListSavedViewsQuery {
  @ApiProperty({ example: 'network' })
  @Matches(PAGE)
  page: string;
}

export class CreateSavedViewDto implements CreateSavedViewBody {
  @ApiProperty({ example: 'network' })
  @Matches(PAGE)
  page: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ maxLength: 2000, example: 'q=hangzhou&tier=2' })
  @IsString()
  @Matches(SEARCH)
  @MaxLength(2000)
  query: string;
}

export class UpdateSavedViewDto implements UpdateSavedViewBody {
  @ApiProperty({ required: false, maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiProperty({ required: false, maxLength: 2000 })
  @MayBeAbsent()
  @IsString()
  @Matches(SEARCH)
  @MaxLength(2000)
  query?: string;
}
