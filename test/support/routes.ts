import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from '@wheelhouse/platform-http';
import type { TestApp } from '@wheelhouse/testing';

/** One endpoint of the running application. */
export interface Route {
  /** `GET /api/v1/outlets/{id}` */
  key: string;
  method: string;
  /** With `{name}` for each parameter. */
  path: string;
  params: string[];
  access: RouteAccess | undefined;
}

type Target = Record<string, unknown> & { prototype: Record<string, object> };

/** Every route that the application's controllers declare, in the order of path and method. */
export function routesOf(app: TestApp): Route[] {
  const controllers = [...app.nest.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const classes = new Set(controllers.map(({ metatype }) => metatype as unknown as Target));
  return [...classes]
    .flatMap(routesOfController)
    .sort((a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path.localeCompare(b.path)));
}

function routesOfController(controller: Target): Route[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = controller.prototype[name] as object;
    const path =
      name === 'constructor' ? undefined : (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
    const full = `/${[base, path]
      .map((part) => part.replace(/^\/|\/$/g, ''))
      .filter(Boolean)
      .join('/')}`.replace(/:(\w+)/g, '{$1}');
    const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, controller)) as
      RouteAccess | undefined;
    return [
      {
        key: `${method} ${full}`,
        method,
        path: full,
        params: [...full.matchAll(/\{(\w+)\}/g)].map((m) => String(m[1])),
        access,
      },
    ];
  });
}

/** The address of a route with its parameters filled in. */
export function addressOf(
  path: string,
  params: Record<string, string> = {},
  query: Record<string, string> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path}: no value for ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}
