#!/usr/bin/env bash
# Measures one start of the function, as kustomize starts it for each configuration, against an
# empty main on the same Java and against `kustomize build` with a built-in generator.
# After `mvn -q -DskipTests package`: egress-render/src/bench/cold-start.sh [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly RUNS=${1:-21}
readonly LAUNCHER=$PWD/target/egress
readonly SAMPLE=$PWD/cli/src/main/launcher/sample.yaml
readonly DOCUMENTS=20
KUSTOMIZE=${EGRESS_KUSTOMIZE:-$(command -v kustomize || true)}
JAVA=java
[[ -n ${JAVA_HOME:-} ]] && JAVA=$JAVA_HOME/bin/java
SCRATCH=$(mktemp -d)
readonly KUSTOMIZE JAVA SCRATCH
trap 'rm -rf "$SCRATCH"' EXIT
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

[[ -x $LAUNCHER ]] || {
  echo "cold-start: there is no $LAUNCHER. Run \`mvn -q -DskipTests package\` first." >&2
  exit 2
}

prepare() {
  printf 'public final class Empty { public static void main(String[] args) {} }\n' >"$SCRATCH/Empty.java"
  "${JAVA}c" -d "$SCRATCH" "$SCRATCH/Empty.java"
  # Next to its jar, and without the archive.
  mkdir "$SCRATCH/without"
  cp -p "$LAUNCHER" target/*-all.jar "$SCRATCH/without"
  mkdir "$SCRATCH/built-in" "$SCRATCH/documents"
  printf 'configMapGenerator:\n- name: a\n  literals: [a=b]\n' >"$SCRATCH/built-in/kustomization.yaml"
  printf 'generators:\n' >"$SCRATCH/documents/kustomization.yaml"
  local i
  for ((i = 1; i <= DOCUMENTS; i++)); do
    printf -- '- %s.yaml\n' "$i" >>"$SCRATCH/documents/kustomization.yaml"
    cat >"$SCRATCH/documents/$i.yaml" <<DOCUMENT
apiVersion: egressalias.io/v1alpha1
kind: EgressAliases
metadata:
  name: "$i"
  annotations:
    config.kubernetes.io/function: |
      exec:
        path: $LAUNCHER
spec:
  namespace: n$i
  platform: {istio: "1.27", kubernetes: "1.34"}
  aliases:
  - name: a
    externalName: a.example.com
    ports: [{name: http, port: 80, targetPort: 443}]
    tls: {mode: SIMPLE}
DOCUMENT
  done
}

# Prints the time of a command in milliseconds.
once() {
  local before after
  before=$(date +%s%N)
  "$@" <"$SAMPLE" >"$SCRATCH/out" 2>"$SCRATCH/err" || {
    cat "$SCRATCH/err" >&2
    exit 1
  }
  after=$(date +%s%N)
  echo $(((after - before) / 10000))
}

median() {
  sort -n "$1" | awk '{ t[NR] = $1 } END { printf "%.1f", t[int((NR + 1) / 2)] / 100 }'
}

names=()
declare -A commands
measured() {
  names+=("$1")
  commands[$1]="${*:2}"
}

# Alternates between them, so that other load of the machine affects all of them.
measure() {
  local i name
  for ((i = 0; i < RUNS; i++)); do
    for name in "${names[@]}"; do
      # shellcheck disable=SC2086 # the words of a command, none of which has a blank
      once ${commands[$name]} >>"$SCRATCH/$name.times"
    done
  done
}

report() {
  local name base
  base=$(median "$SCRATCH/empty.times")
  printf '%-12s %10s %8s\n' "" "median ms" "ratio"
  for name in "${names[@]}"; do
    awk -v name="$name" -v median="$(median "$SCRATCH/$name.times")" -v base="$base" \
      'BEGIN { printf "%-12s %10.1f %8.2f\n", name, median, median / base }'
  done
}

classes() {
  _JAVA_OPTIONS="-Xlog:class+load:file=$SCRATCH/classes.log" "$LAUNCHER" <"$SAMPLE" >/dev/null 2>&1
  local all archived
  all=$(wc -l <"$SCRATCH/classes.log")
  archived=$(grep -c 'shared objects file' "$SCRATCH/classes.log")
  echo "loaded classes: $all, of which from an archive: $archived"
}

prepare
measured empty "$JAVA" -cp "$SCRATCH" Empty
measured with "$LAUNCHER"
measured without "$SCRATCH/without/egress"
if [[ -n $KUSTOMIZE ]]; then
  measured built-in "$KUSTOMIZE" build "$SCRATCH/built-in"
  measured "$DOCUMENTS-documents" "$KUSTOMIZE" build --enable-alpha-plugins --enable-exec "$SCRATCH/documents"
else
  echo "There is no kustomize; set EGRESS_KUSTOMIZE to compare with it." >&2
fi
measure
"$JAVA" -version 2>&1 | sed -n 2p
report
classes
if [[ -n $KUSTOMIZE ]]; then
  awk -v all="$(median "$SCRATCH/$DOCUMENTS-documents.times")" -v empty="$(median "$SCRATCH/empty.times")" -v n="$DOCUMENTS" \
    'BEGIN { printf "%d documents: %.1f ms each beyond an empty main (the goal: 60)\n", n, all / n - empty }'
fi
