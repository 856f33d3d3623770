#!/usr/bin/env bash
# Measures `egress render` with growing numbers of aliases, in documents of up to 10,000: the time per
# alias and the peak memory. After `mvn -q -DskipTests package`: egress-render/src/bench/growth.sh [SIZE]...
# HEAP is the maximum heap of the command, RUNS the number of measurements of each size, which alternate.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"

readonly LAUNCHER=$ROOT/egress-render/target/egress
readonly DOCUMENT=10000
SCRATCH=$(mktemp -d)
readonly SCRATCH
trap 'rm -rf "$SCRATCH"' EXIT

[[ -x $LAUNCHER ]] || {
  echo "growth: there is no $LAUNCHER. Run \`mvn -q -DskipTests package\` first." >&2
  exit 2
}
export JDK_JAVA_OPTIONS=-Xmx${HEAP:-512m}

# Writes a file for each document.
declare_aliases() {
  mkdir "$SCRATCH/$1"
  awk -v size="$1" -v document="$DOCUMENT" -v directory="$SCRATCH/$1" 'BEGIN {
    for (i = 0; i < size; i++) {
      if (i % document == 0) {
        if (file) close(file)
        file = sprintf("%s/%05d.yaml", directory, i / document)
        print "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliases" > file
        print "metadata: {name: growth}\nspec:\n  namespace: shop\n  aliases:" > file
      }
      print "  - name: partner-" i > file
      if (i % 2) print "    externalName: api.partner-" i ".com\n    ports: [{name: http, port: 80}]" > file
      else print "    endpoints: [91.198.174.192, 198.35.26.96]\n    ports: [{name: tls, port: 443}]" > file
      print "    tls: {mode: DISABLE}" > file
    }
  }'
}

[[ $# -gt 0 ]] || set -- 1000 10000 100000
for size in "$@"; do
  declare_aliases "$size"
done
for ((run = 0; run < ${RUNS:-3}; run++)); do
  for size in "$@"; do
    time_and_memory "$LAUNCHER" render "$SCRATCH/$size" >>"$SCRATCH/$size.figures"
  done
done

printf '| aliases | time | each | most memory |\n|---:|---:|---:|---:|\n'
for size in "$@"; do
  awk -v size="$size" -v ms="$(cut -d' ' -f1 "$SCRATCH/$size.figures" | median)" \
    -v kib="$(cut -d' ' -f2 "$SCRATCH/$size.figures" | median)" \
    'BEGIN { printf "| %d | %.2f s | %.1f µs | %.0f MiB |\n", size, ms / 1000, ms * 1000 / size, kib / 1024 }'
done
