#!/usr/bin/env bash
# Compares the speed of two commits, with the benchmark of this checkout:
# egress-render/src/bench/compare.sh OLD NEW [ROUNDS]
# Prints the medians, the ratio of new to old, and its lowest and highest value of a round.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"

[[ $# -ge 2 ]] || {
  echo "compare: write two commits: compare.sh OLD NEW [ROUNDS]" >&2
  exit 2
}
readonly ROUNDS=${3:-5}
SCRATCH=$(mktemp -d)
readonly SCRATCH
trap clean_up EXIT

clean_up() {
  local side
  for side in old new; do
    git -C "$ROOT" worktree remove --force "$SCRATCH/$side" 2>/dev/null || true
  done
  rm -rf "$SCRATCH"
}

compile() {
  git -C "$ROOT" worktree add --quiet --detach "$SCRATCH/$1" "$2"
  (cd "$SCRATCH/$1" && mvn -B -q -pl egress-model,egress-render compile) >&2
}

# Its classes come before those of this checkout on the class path.
measure() {
  local classes=$SCRATCH/$1/egress-render/target/classes:$SCRATCH/$1/egress-model/target/classes
  "$JAVA" -cp "$classes:$CLASS_PATH" io.egressalias.benchmark.Main ours |
    awk -v round="$2" -v side="$1" '{ print round, side, $1, $2, $3 }' >>"$SCRATCH/figures"
}

column() {
  awk -v side="$1" -v subject="$2" -v column="$3" \
    '$2 == side && $3 == subject { print $column }' "$SCRATCH/figures"
}

report() {
  local subject
  printf '| | old | new | ratio | lowest | highest | allocated, old | new | ratio |\n'
  printf '|---|---:|---:|---:|---:|---:|---:|---:|---:|\n'
  while read -r subject; do
    paste <(column old "$subject" 4) <(column new "$subject" 4) |
      awk '{ print $2 / $1 }' | sort -n >"$SCRATCH/ratios"
    awk -v subject="$subject" -v old="$(column old "$subject" 4 | median)" \
      -v new="$(column new "$subject" 4 | median)" -v ratio="$(median <"$SCRATCH/ratios")" \
      -v low="$(head -n 1 "$SCRATCH/ratios")" -v high="$(tail -n 1 "$SCRATCH/ratios")" \
      -v before="$(column old "$subject" 5 | median)" -v after="$(column new "$subject" 5 | median)" \
      'BEGIN {
        printf "| %s | %.0f ns | %.0f ns | %.2f | %.2f | %.2f | %.0f B | %.0f B | %.2f |\n",
          subject, old, new, ratio, low, high, before, after, after / before
      }'
  done < <(cut -d' ' -f3 "$SCRATCH/figures" | sort -u)
}

compile old "$1"
compile new "$2"
compile_benchmark
# Alternates between them, so that other load of the machine affects both.
for ((round = 1; round <= ROUNDS; round++)); do
  measure old "$round"
  measure new "$round"
done
report
