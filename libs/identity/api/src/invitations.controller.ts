import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  InvitationResponse,
  InvitationView,
  InvitationWithLink,
  InviteManyResponse,
  SignInResponse,
  Page,
  SessionResponse,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import {
  OwnAccount,
  Context,
  IdParam,
  Public,
  type RequestWithContext,
  Requires,
  SearchQuery,
  SignedIn,
} from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AcceptInvitationCommand } from './accept-invitation.command.js';
import { AccountService } from './account.service.js';
import { AcceptInvitationDto, CreateInvitationDto, InvitationTokenDto, InviteManyDto } from './dto/invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('invitations')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly accepting: AcceptInvitationCommand,
    private readonly account: AccountService,
  ) {}

  @Get()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Open invitations, newest first' })
  list(@Context() ctx: Ctx, @Query() query: SearchQuery): Promise<Page<InvitationResponse>> {
    return this.invitations.list(ctx, query);
  }

  @Post()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Invite a person by mail; the answer shows the link once' })
  create(@Context() ctx: Ctx, @Body() body: CreateInvitationDto): Promise<InvitationWithLink> {
    return this.invitations.create(ctx, body);
  }

  @Post('many')
  @Requires('member.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Invite several people; who is a member or invited already is skipped and named' })
  createMany(@Context() ctx: Ctx, @Body() body: InviteManyDto): Promise<InviteManyResponse> {
    return this.invitations.createMany(ctx, body.invitations);
  }

  @Post(':id/resend')
  @Requires('member.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send anew, with a new link; the one before ends' })
  resend(@Context() ctx: Ctx, @IdParam() id: string): Promise<InvitationWithLink> {
    return this.invitations.resend(ctx, id);
  }

  @Post(':id/revoke')
  @Requires('member.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an invitation' })
  revoke(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.invitations.revoke(ctx, id);
  }

  @Post('look')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What a link invites to' })
  look(@Body() body: InvitationTokenDto): Promise<InvitationView> {
    return this.accepting.look(body.token);
  }

  @Post('accept')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept, with a new account or with the password of one’s own; signs in' })
  accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResponse> {
    return this.account.acceptInvitation(body, request, reply);
  }

  @Post('join')
  @OwnAccount()
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept as whom one is signed in as, and go on in that tenant' })
  join(@Body() body: InvitationTokenDto, @Req() request: RequestWithContext): Promise<SessionResponse> {
    return this.account.joinByInvitation(body.token, request);
  }
}
