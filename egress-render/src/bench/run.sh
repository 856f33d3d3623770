#!/usr/bin/env bash
# Runs all benchmarks in about twenty-five minutes, and prints the section "Speed" of README.md.
# Progress goes to standard error. Fails if a compared library writes other documents than we do.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"

# Prints the release of Java and the kind of machine.
machine() {
  local model
  model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  printf '%s; %s; %s cores%s\n\n' "$(date -u +%F)" \
    "$("$JAVA" -version 2>&1 | sed -n 2p)" "$(nproc)" "${model:+ of $model}"
}

machine
compile_benchmark
"$JAVA" -cp "$CLASS_PATH" io.egressalias.benchmark.Main compare
(cd "$ROOT" && mvn -B -q -DskipTests -pl egress-render/cli -am package) >&2
printf '\n'
"$BENCH/growth.sh"
printf '\n```text\n'
"$BENCH/cold-start.sh"
printf '```\n\n'
"$BENCH/beside.sh"
