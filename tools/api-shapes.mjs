#!/usr/bin/env node
import path from 'node:path';
import { freshApiShapes } from './lib/api-shapes/index.mjs';
import { root } from './lib/project.mjs';

/** `node tools/api-shapes.mjs FILE`: writes what the sources say of the API, as the OpenAPI document needs it. */
freshApiShapes(root, path.resolve(process.argv[2] ?? path.join(root, '.nx', 'api-shapes.json')));
