import { ApiProperty } from '@nestjs/swagger';
import {
  type CreateWebhookBody,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  EVENT_TYPES,
  type EventType,
  type ReplayWebhookBody,
  type UpdateWebhookBody,
} from '@wheelhouse/contracts';
import { PageQuery } from '@wheelhouse/platform-http';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';

export class CreateWebhookDto implements CreateWebhookBody {
  @ApiProperty({ example: 'https://hooks.example.com/wheelhouse' })
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  url: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  description?: string;

  @ApiProperty({ enum: EVENT_TYPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  events: EventType[];
}

export class UpdateWebhookDto implements UpdateWebhookBody {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  url?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  description?: string;

  @ApiProperty({ required: false, enum: EVENT_TYPES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  events?: EventType[];

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;
}

export class ReplayWebhookDto implements ReplayWebhookBody {
  @ApiProperty({ example: '2026-11-20T00:00:00Z' })
  @IsISO8601({ strict: true })
  @MaxLength(40)
  since: string;
}

export class ListDeliveriesQuery extends PageQuery {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  endpointId?: string;

  @ApiProperty({ required: false, enum: DELIVERY_STATUSES })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  @ApiProperty({ required: false, example: 'report.published' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  type?: string;
}
