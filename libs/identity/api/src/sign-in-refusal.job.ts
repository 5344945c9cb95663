import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { JobsService } from '@wheelhouse/platform-jobs';
import { type Refusal, SignInRefusals } from './sign-in-refusals.js';

/** Writes refused sign-ins into the trail, away from the request. */
@Injectable()
export class SignInRefusalJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly refusals: SignInRefusals,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Refusal>('sign-in-refusal', ({ data }) => this.refusals.write(data));
  }
}
