import { Body, Controller, Get, HttpCode, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, SetupStateResponse, TenantResponse } from '@wheelhouse/contracts';
import { IdParam, OperatorOnly, Public, type RequestWithContext } from '@wheelhouse/platform-http';
import { CreateTenantDto, ListTenantsQuery, SetupDto, UpdateTenantDto } from './dto/tenants.dto.js';
import { TenantsService } from './tenants.service.js';

@ApiTags('tenants')
@Controller('api/v1')
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get('setup')
  @Public()
  @ApiOperation({ summary: 'Whether this installation still waits for its first person' })
  setupState(): Promise<SetupStateResponse> {
    return this.tenants.setupState();
  }

  @Post('setup')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'First run: operator, first tenant and its administrator. Works once' })
  setUp(@Body() body: SetupDto, @Req() request: RequestWithContext): Promise<void> {
    return this.tenants.setUp(body, request);
  }

  @Get('tenants')
  @OperatorOnly()
  @ApiOperation({ summary: 'The tenants of the installation by slug, 50 on a page' })
  list(@Query() query: ListTenantsQuery): Promise<Page<TenantResponse>> {
    return this.tenants.page(query);
  }

  @Post('tenants')
  @OperatorOnly()
  @ApiOperation({ summary: 'Create a tenant with its first administrator' })
  create(@Body() body: CreateTenantDto, @Req() request: RequestWithContext): Promise<TenantResponse> {
    return this.tenants.create(body, request);
  }

  @Patch('tenants/:id')
  @OperatorOnly()
  @ApiOperation({ summary: 'Suspend a tenant or let it work again' })
  update(
    @IdParam() id: string,
    @Body() body: UpdateTenantDto,
    @Req() request: RequestWithContext,
  ): Promise<TenantResponse> {
    return this.tenants.update(id, body, request);
  }
}
