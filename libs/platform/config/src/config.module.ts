import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AppConfig } from './app-config.js';
import { Lifecycle } from './lifecycle.js';

@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: AppConfig): DynamicModule {
    const providers = [{ provide: AppConfig, useValue: config }, Lifecycle];
    return { module: ConfigModule, providers, exports: [AppConfig, Lifecycle] };
  }
}
