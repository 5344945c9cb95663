import { Injectable } from '@nestjs/common';

/** Whether this process is about to end. It then takes no new work where it can say so, and ends what it has begun. */
@Injectable()
export class Lifecycle {
  closing = false;
}
