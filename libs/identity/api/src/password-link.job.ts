import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { JobsService } from '@wheelhouse/platform-jobs';
import { PasswordResetsService, type WantedLink } from './password-resets.service.js';

/** Makes the link that somebody asked for, away from the request, so that its time tells nothing. */
@Injectable()
export class PasswordLinkJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly resets: PasswordResetsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<WantedLink>('password-link', ({ data }) => this.resets.makeLink(data));
  }
}
