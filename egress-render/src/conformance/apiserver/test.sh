#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Tests how start.sh and stop.sh recognise a process, and that stop.sh ends no other.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
EGRESS_APISERVER_RUN=$(mktemp -d)
export EGRESS_APISERVER_RUN
# shellcheck source=lib.sh
. "$here/lib.sh"
trap 'kill "$ours" "$other" 2>/dev/null || true; rm -rf "$run"' EXIT

sleep 600 &
ours=$!
sleep 600 &
other=$!

[ -n "$(birth "$ours")" ] || die "a process that runs has no time of its start"
if birth 0 >/dev/null; then die "there is no process 0"; fi
if alive etcd; then die "without a record nothing is alive"; fi

printf '%s %s\n' "$ours" "$(birth "$ours")" >"$run/etcd.pid"
alive etcd || die "a process that is recorded and runs is alive"
# A process that reuses the number of an earlier one has another start time.
printf '%s 1\n' "$other" >"$run/kube-apiserver.pid"
if alive kube-apiserver; then die "another process with that number is not the one that is recorded"; fi

"$here/stop.sh" 2>/dev/null
if kill -0 "$ours" 2>/dev/null && [ "$(birth "$ours")" ]; then die "stop.sh left the recorded process"; fi
kill -0 "$other" || die "stop.sh ended a process that is not recorded"
[ ! -e "$run/etcd.pid" ] || die "stop.sh left the record"
