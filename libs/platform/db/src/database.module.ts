import { type DynamicModule, Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { observePool } from '@wheelhouse/platform-config/telemetry';
import { DataSource } from 'typeorm';
import { Clock, SystemClock } from './context.js';
import { createDataSource, poolOf, type DataSourceSettings } from './data-source.js';
import { TenantTransactions } from './tenant-transactions.js';

@Injectable()
class ClosesDatabase implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

async function open(settings: DataSourceSettings): Promise<DataSource> {
  const source = await createDataSource(settings).initialize();
  observePool('main', () => poolOf(source));
  return source;
}

/** Opens the pool as the application role and gives the house its transactions and its clock. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(settings: DataSourceSettings, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => open(settings) },
        { provide: Clock, useValue: clock },
        TenantTransactions,
        ClosesDatabase,
      ],
      exports: [DataSource, Clock, TenantTransactions],
    };
  }
}
