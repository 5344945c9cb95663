import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PlanResponse, TenantDetailResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, OperatorOnly, type RequestWithContext, Requires } from '@wheelhouse/platform-http';
import { CloseTenantDto, UpdatePlanDto } from './operator.dto.js';
import { PlanService } from './plan.service.js';
import { TenantClosingService } from './tenant-closing.service.js';

@ApiTags('tenants')
@Controller('api/v1')
export class OperatorController {
  constructor(
    private readonly tenants: TenantClosingService,
    private readonly plans: PlanService,
  ) {}

  @Get('plan')
  @Requires('settings.read')
  @ApiOperation({ summary: 'The organisation’s plan, its limits and what is used of them' })
  plan(@Context() ctx: Ctx): Promise<PlanResponse> {
    return this.plans.of(ctx.tenantId);
  }

  @Get('tenants/:id')
  @OperatorOnly()
  @ApiOperation({ summary: 'A tenant’s plan, its usage and what operators did with it; nothing of its content' })
  detail(@IdParam() id: string): Promise<TenantDetailResponse> {
    return this.tenants.detail(id);
  }

  @Put('tenants/:id/plan')
  @OperatorOnly()
  @ApiOperation({ summary: 'Set a tenant’s plan and the limits agreed beside it' })
  setPlan(
    @IdParam() id: string,
    @Body() body: UpdatePlanDto,
    @Req() request: RequestWithContext,
  ): Promise<TenantDetailResponse> {
    return this.tenants.setPlan(id, body, request);
  }

  /** 400 when the slug differs, 409 `TENANT.CLOSING` when it is being closed already. */
  @Post('tenants/:id/close')
  @HttpCode(200)
  @OperatorOnly()
  @ApiOperation({ summary: 'Close a tenant: nobody gets in, and after the grace period all its data is deleted' })
  close(
    @IdParam() id: string,
    @Body() body: CloseTenantDto,
    @Req() request: RequestWithContext,
  ): Promise<TenantDetailResponse> {
    return this.tenants.close(id, body, request);
  }

  /** 409 `TENANT.NOT_CLOSING` otherwise. */
  @Post('tenants/:id/keep')
  @HttpCode(200)
  @OperatorOnly()
  @ApiOperation({ summary: 'Stop the closing of a tenant; it stays suspended' })
  keep(@IdParam() id: string, @Req() request: RequestWithContext): Promise<TenantDetailResponse> {
    return this.tenants.keep(id, request);
  }
}
