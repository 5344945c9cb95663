#!/bin/sh
# Makes the passwords that docker/compose.yaml mounts, once: docker/secrets/. Only you may enter the folder; the files in it
# are mounted one by one, as they are, for users of the containers.
set -eu
cd "$(dirname "$0")"
[ ! -e secrets ] || { echo "docker/secrets exists: nothing was changed."; exit 0; }
word() { od -An -v -N32 -tx1 /dev/urandom | tr -d ' \n'; }
mkdir -m 700 secrets
owner=$(word)
app=$(word)
printf %s "$owner" > secrets/owner-password
printf %s "$app" > secrets/app-password
printf %s "postgres://wheelhouse_owner:$owner@database:5432/wheelhouse" > secrets/owner-url
printf %s "postgres://wheelhouse_app:$app@database:5432/wheelhouse" > secrets/app-url
word > secrets/metrics-token
word > secrets/secret-key
chmod 444 secrets/*
echo "Made docker/secrets. Keep a copy: without it the database cannot be opened."
