#!/bin/sh
# Copies what a built project needs to run, and nothing else, to the folder $1: package.json files, dist folders and the
# commands. docker/Dockerfile uses it; run by hand it shows what an image holds.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
{
  echo package.json
  echo package-lock.json
  echo .npmrc
  find apps libs migrations demo -name node_modules -prune -o \( -name package.json -o -type d -name dist \) -print
  find tools -name '*.mjs'
} | tar -cf - -T - | tar -xf - -C "$1"
