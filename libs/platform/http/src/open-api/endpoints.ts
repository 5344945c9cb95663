import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { HEADERS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { takesRawFile } from '../raw-file.js';
import { asksForProof, ROUTE_ACCESS, type RouteAccess, isOwnAccount, tokensMayCall } from '../route-access.js';
import { VERSIONED } from '../versioned.js';
import type { ApiShapes, OperationShape } from './api-shapes.js';

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Class = { name: string; prototype: object };

/** All that is known of one endpoint from its class, its decorators and its sources. */
export interface Endpoint {
  /** `OutletsController.list` */
  name: string;
  verb: Verb;
  handler: object;
  access: RouteAccess | undefined;
  body: Class | null;
  query: Class | null;
  params: { name: string; isId: boolean }[];
  shape: OperationShape;
  /** Media type of what is no JSON, where a decorator names it. */
  mediaType: string | undefined;
  /** Whether an `Idempotency-Key` is honoured. */
  takesKey: boolean;
  /** Whether what is edited carries an `ETag`. */
  isVersioned: boolean;
  /** Whether an `If-Match` is honoured: what is only being made has no state yet. */
  takesCondition: boolean;
  rawTypes: readonly string[] | undefined;
  /** Whether personal and service tokens may call it. */
  takesTokens: boolean;
  /** Whether it is about the account, which a session bounded to a tenant does not reach. */
  isOwnAccount: boolean;
  /** Whether it is refused to whoever has not proved lately who they are. */
  asksForProof: boolean;
}

const BODY = '3';
const QUERY = '4';
const PARAM = '5';

/** Looks up the endpoints of an application by the names of class and method. */
export class Endpoints {
  private readonly controllers = new Map<string, Class>();

  constructor(
    app: INestApplication,
    private readonly shapes: ApiShapes,
  ) {
    for (const module of app.get(ModulesContainer).values()) {
      for (const { metatype } of module.controllers.values()) {
        const controller = metatype as unknown as Class;
        this.controllers.set(controller.name, controller);
      }
    }
  }

  /** @throws when nothing is known of it: a controller that the sources do not show */
  of(name: string, verb: Verb, path: string): Endpoint {
    const [className = '', method = ''] = name.split('.');
    const controller = this.controllers.get(className);
    const handler = (controller?.prototype as Record<string, object> | undefined)?.[method];
    const shape = this.shapes.operations[name] ?? UNKNOWN;
    if (!controller || !handler) throw new Error(`${name} is no endpoint of this application`);
    const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, controller)) as
      RouteAccess | undefined;
    const taken = argumentsOf(controller, method);
    const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as { name: string; value: string }[];
    const plain = new Set(taken.filter(({ kind }) => kind === PARAM).map(({ data }) => data));
    const isVersioned = Reflect.hasMetadata(VERSIONED, handler) || Reflect.hasMetadata(VERSIONED, controller);
    return {
      ...{ name, verb, handler, access, shape },
      body: classOf(taken, BODY),
      query: classOf(taken, QUERY),
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => ({ name: param, isId: !plain.has(param) })),
      mediaType:
        headers.find((header) => header.name.toLowerCase() === 'content-type')?.value ??
        (Reflect.getMetadata('swagger/apiProduces', handler) as string[] | undefined)?.[0],
      takesKey: verb === 'post' && access !== undefined && access.kind !== 'public' && access.kind !== 'operator',
      isVersioned,
      takesCondition: isVersioned && verb !== 'get' && !(verb === 'post' && !path.includes('{')),
      takesTokens: access !== undefined && tokensMayCall(handler, controller, access),
      isOwnAccount: isOwnAccount(handler, controller),
      asksForProof: asksForProof(handler),
      rawTypes: takesRawFile(handler) ?? (Reflect.getMetadata('swagger/apiConsumes', handler) as string[] | undefined),
    };
  }
}

/** For classes of tests, which no source shows. */
const UNKNOWN: OperationShape = { description: '', answer: {}, refusals: [] };

interface Argument {
  kind: string;
  data: unknown;
  type: Class | undefined;
}

function argumentsOf(controller: Class, method: string): Argument[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, method) ?? []) as Class[];
  return Object.entries(declared).map(([key, { index, data }]) => ({
    kind: key.split(':')[0] ?? '',
    data,
    type: types[index],
  }));
}

const classOf = (taken: Argument[], wanted: string): Class | null =>
  taken.find(({ kind, type }) => kind === wanted && type && type !== (Object as unknown as Class))?.type ?? null;
