#!/usr/bin/env bash
# Measures a start of the command, from a declaration of 1, 100 and 10,000 aliases to YAML, and of helm,
# jsonnet and cdk8s with the same aliases; helm sorts its output by kind. Missing programs are skipped:
# HELM and JSONNET name the programs, CDK8S the node_modules with cdk8s.
# After `mvn -q -DskipTests package`: egress-render/src/bench/beside.sh [RUNS]
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"

readonly RUNS=${1:-5}
readonly SIZES=(1 100 10000)
readonly LAUNCHER=$ROOT/egress-render/target/egress
HELM=${HELM:-$(command -v helm || true)}
JSONNET=${JSONNET:-$(command -v jsonnet || true)}
SCRATCH=$(mktemp -d)
readonly HELM JSONNET SCRATCH
trap 'rm -rf "$SCRATCH"' EXIT

[[ -x $LAUNCHER ]] || {
  echo "beside: there is no $LAUNCHER. Run \`mvn -q -DskipTests package\` first." >&2
  exit 2
}

# The same aliases as a declaration, as values of a chart, and as JSON.
declare_aliases() {
  local aliases=$SCRATCH/$1.aliases
  awk -v size="$1" 'BEGIN {
    for (i = 0; i < size; i++) {
      target = i % 2 ? "\"externalName\": \"api.partner-" i ".com\"" : "\"endpoints\": [\"91.198.174.192\", \"198.35.26.96\"]"
      port = i % 2 ? "{\"name\": \"http\", \"port\": 80}" : "{\"name\": \"tls\", \"port\": 443}"
      printf "{\"name\": \"partner-%d\", %s, \"ports\": [%s]}\n", i, target, port
    }
  }' >"$aliases"
  {
    printf 'apiVersion: egressalias.io/v1alpha1\nkind: EgressAliases\nmetadata: {name: beside}\n'
    printf 'spec:\n  aliases:\n'
    sed 's/^/  - /; s/}$/, "tls": {"mode": "DISABLE"}}/' "$aliases"
  } >"$SCRATCH/$1.declaration.yaml"
  {
    printf 'aliases:\n'
    sed 's/^/- /' "$aliases"
  } >"$SCRATCH/$1.values.yaml"
  {
    printf '['
    paste -sd, "$aliases"
    printf ']'
  } >"$SCRATCH/$1.json"
}

# Runs one of the tools with a number of aliases.
run() {
  case $1 in
    egress) "$LAUNCHER" render "$SCRATCH/$2.declaration.yaml" ;;
    helm) "$HELM" template aliases "$BENCH/beside/chart" -f "$SCRATCH/$2.values.yaml" ;;
    jsonnet) "$JSONNET" -S --tla-code-file "aliases=$SCRATCH/$2.json" "$BENCH/beside/aliases.jsonnet" ;;
    cdk8s) NODE_PATH=$CDK8S node "$BENCH/beside/aliases.cdk8s.js" "$SCRATCH/$2.json" ;;
  esac
}

once() {
  local before after
  before=$(date +%s%N)
  run "$1" "$2" >"$SCRATCH/$1.$2.out"
  after=$(date +%s%N)
  echo $(((after - before) / 100000)) >>"$SCRATCH/$1.$2.times"
}

names=(egress)
for name in helm jsonnet cdk8s; do
  variable=${name^^}
  if [[ -n ${!variable:-} ]]; then
    names+=("$name")
  else
    echo "beside: there is no $name; set $variable to compare with it." >&2
  fi
done

compile_benchmark
for size in "${SIZES[@]}"; do
  declare_aliases "$size"
done
for name in "${names[@]}"; do
  run "$name" 100 >"$SCRATCH/$name.yaml"
  "$JAVA" -cp "$CLASS_PATH" io.egressalias.benchmark.Main same "$SCRATCH/egress.yaml" "$SCRATCH/$name.yaml"
done
for ((i = 0; i < RUNS; i++)); do
  for size in "${SIZES[@]}"; do
    for name in "${names[@]}"; do
      once "$name" "$size"
    done
  done
done

printf '| | 1 alias | 100 | 10,000 |\n|---|---:|---:|---:|\n'
for name in "${names[@]}"; do
  printf '| %s |' "$name"
  for size in "${SIZES[@]}"; do
    awk -v ours="$(median <"$SCRATCH/egress.$size.times")" -v theirs="$(median <"$SCRATCH/$name.$size.times")" \
      'BEGIN { printf " %.0f ms (%.2f) |", theirs / 10, theirs / ours }'
  done
  printf '\n'
done
