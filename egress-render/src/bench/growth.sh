#!/usr/bin/env bash
# Measures every verb with 10,000 and with 100,000 aliases, in documents of up to 10,000: the CPU time, how
# many times as much the larger set takes, and the peak memory. Fails if a verb does not end as expected, for
# example because the heap is too small. After `mvn -q -DskipTests package`:
# egress-render/src/bench/growth.sh [SIZE [SIZE]]
# HEAP is the maximum heap of the command, RUNS the number of measurements of each size, which alternate, and
# ONLY a regular expression for the rows.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"

readonly LAUNCHER=$ROOT/egress-render/target/egress
readonly DOCUMENT=10000
readonly SMALL=${1:-10000}
readonly LARGE=${2:-100000}
readonly RUNS=${RUNS:-1}
readonly ONLY=${ONLY:-.}
SCRATCH=$(mktemp -d)
readonly SCRATCH
trap 'rm -rf "$SCRATCH"' EXIT

[[ -x $LAUNCHER ]] || {
  echo "growth: there is no $LAUNCHER. Run \`mvn -q -DskipTests package\` first." >&2
  exit 2
}

# The rows: the expected exit status, and the arguments. The sets are `old`; `new`, in which nine aliases of ten
# have changed; and `wrong`, in which each alias has an error, a warning and an info. `file`, `list` and `files`
# are the output of the set `old`. A row with the verb fmt gets a copy of the set.
rows() {
  cat <<'ROWS'
0 render old
0 render old -o out
0 render old --output-dir out
0 render old --format json
0 render old --explain --mark --order delete
1 render old old
1 render wrong
0 check old --against file
1 check new --against file
1 check new --against list --format json
1 check new --against file --semantic
0 check old --against files
1 check new --against files
1 check new --against files --semantic
0 plan --from old --to new
0 plan --from old --to new --format json
0 plan --from old --to new --format script
0 plan --from-manifests file --to new
0 list old
0 list old --format json
0 fmt copy
0 fmt --check old
0 lint old
1 lint wrong
1 lint wrong --format json
1 lint wrong --format sarif
1 lint wrong --format github
1 lint old old
1 lint wrong wrong
0 lint file
0 lint files
0 import file
0 import files -o out
ROWS
}

# Writes a file for each document.
declare_aliases() {
  mkdir -p "$SCRATCH/$1/$2"
  awk -v size="$1" -v set="$2" -v document="$DOCUMENT" -v directory="$SCRATCH/$1/$2" '
    function alias(i, host, addresses, port) {
      print "  - name: partner-" i > file
      if (i % 2) print "    externalName: " host ".partner-" i ".com\n    ports: [{name: http, port: 80}]" > file
      else print "    endpoints: [91.198.174.192, " addresses "]\n    ports: [{name: tls, port: " port "}]" > file
      print "    tls: {mode: DISABLE}" > file
    }
    BEGIN {
      for (i = 0; i < size; i++) {
        if (i % document == 0) {
          if (file) close(file)
          file = sprintf("%s/%05d.yaml", directory, i / document)
          print "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliases" > file
          print "metadata: {name: growth}\nspec:\n  namespace: shop\n  aliases:" > file
        }
        if (set == "wrong") alias(2 * i, "", "91.198.174.192", 70000)
        else if (set == "old" || i % 10 == 0) alias(i, "api", "198.35.26.96", 443)
        else alias(i % 10 == 1 ? size + i : i, "new", "198.35.26.97", 443)
      }
    }'
}

# Prints the CPU time of a command in milliseconds, and its peak memory in KiB.
cpu_and_memory() {
  python3 - "$@" <<'PYTHON'
import os, resource, subprocess, sys
expected, heap, directory, *command = sys.argv[1:]
with open(os.devnull, "wb") as out:
    run = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE,
                         env=dict(os.environ, JDK_JAVA_OPTIONS="-Xmx" + heap))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if run.returncode != int(expected):
    sys.stderr.buffer.write(run.stderr[-2000:])
    sys.exit(f"growth: expected the exit status {expected}, found {run.returncode}: {' '.join(command[1:])}")
print(f"{(used.ru_utime + used.ru_stime) * 1000:.1f} {used.ru_maxrss}")
PYTHON
}

# Measures a row once with each size; a row that fails is printed as such.
measure() {
  local size words
  read -ra words <<<"$2"
  for size in "$SMALL" "$LARGE"; do
    rm -rf "$SCRATCH/$size/out" "$SCRATCH/$size/copy"
    [[ $2 != *copy* ]] || cp -r "$SCRATCH/$size/old" "$SCRATCH/$size/copy"
    cpu_and_memory "$1" "${HEAP:-512m}" "$SCRATCH/$size" "$LAUNCHER" "${words[@]}" >>"$SCRATCH/$size.$3" || return 1
  done
}

figures() {
  cut -d' ' -f"$2" "$SCRATCH/$1" | median
}

for size in "$SMALL" "$LARGE"; do
  for set in old new wrong; do
    declare_aliases "$size" "$set"
  done
  (
    cd "$SCRATCH/$size"
    "$LAUNCHER" render old -o file.yaml
    "$LAUNCHER" render old -o list.json --format json
    "$LAUNCHER" render old --output-dir files
    ln -s file.yaml file
    ln -s list.json list
  )
done

failed=0
printf '| `egress` | %d | %d | ratio | most memory |\n|---|---:|---:|---:|---:|\n' "$SMALL" "$LARGE"
row=0
while read -r status arguments; do
  row=$((row + 1))
  [[ $arguments =~ $ONLY ]] || continue
  printf '| `%s` | ' "$arguments"
  for ((run = 0; run < RUNS; run++)); do
    measure "$status" "$arguments" "$row" || {
      failed=1
      printf 'fails | | | |\n'
      continue 2
    }
  done
  awk -v small="$(figures "$SMALL.$row" 1)" -v large="$(figures "$LARGE.$row" 1)" -v kib="$(figures "$LARGE.$row" 2)" \
    'BEGIN { printf "%.2f s | %.2f s | %.1f | %.0f MiB |\n", small / 1000, large / 1000, large / small, kib / 1024 }'
done < <(rows)
exit "$failed"
