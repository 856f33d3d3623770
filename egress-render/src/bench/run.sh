#!/usr/bin/env bash
# Compares the speed of the library and of the command with others, and prints one table as Markdown:
# egress-render/src/bench/run.sh
# Prints no figure that is not steady, and exits with 1 if a row cannot be true. Progress goes to
# standard error.
# egress-render/src/bench/run.sh --short
# Prints no table, and takes less than a minute. Exits with 0 if everything runs and all peers write the
# same data. Requires the build of `mvn verify`, and downloads no large peer.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=benchmark-lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/benchmark-lib.sh"
# The server of a script that calls this one is not stopped at the end of this one.
unset EGRESS_APISERVER_RUN
exec 3>&1 >&2
# shellcheck source-path=SCRIPTDIR source=peers.sh
source "$BENCH/peers.sh"

LAUNCHER=$ROOT/egress-render/target/egress
case "$*" in
  '') FORM=table ;;
  --short) FORM=short ;;
  *)
    echo "run: write run.sh or run.sh --short" >&2
    exit 2
    ;;
esac
readonly LAUNCHER FORM

# Prints the release of Java and the kind of machine.
machine() {
  local model
  model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
  printf '%s; %s; %s cores%s; load %s\n\n' "$(date -u +%F)" "$("$JAVA" -version 2>&1 | sed -n 2p)" \
    "$(nproc)" "${model:+ of $model}" "$(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
}

build_command() {
  (cd "$ROOT" && mvn -B -q -pl egress-render/cli -am package -Dmaven.test.skip -Dmaven.javadoc.skip -Dmaven.source.skip)
}

# The command next to its jar only, as in a directory to which somebody copied the two files.
copy_command() {
  mkdir "$SCRATCH/elsewhere"
  cp -p "$LAUNCHER" "$ROOT"/egress-render/target/*-all.jar "$SCRATCH/elsewhere"
  export EGRESS_BENCH_ELSEWHERE=$SCRATCH/elsewhere/egress
}

empty_program() {
  printf 'public final class Empty { public static void main(String[] args) {} }\n' >"$SCRATCH/Empty.java"
  "${JAVA}c" --release 17 -d "$SCRATCH" "$SCRATCH/Empty.java"
}

if [[ $FORM == table ]]; then
  step "the command"
  build_command
fi
[[ -x $LAUNCHER ]] || {
  echo "run: there is no $LAUNCHER. Run \`mvn verify\` first." >&2
  exit 2
}
step "the benchmark and its tests"
compile_benchmark_of_build
prepare_peers "$FORM"
step "the measurement"
copy_command
empty_program
[[ $FORM == short ]] || machine >&3
"$JAVA" -cp "$CLASS_PATH" io.egressalias.benchmark.Main "$FORM" \
  "$SCRATCH" "$BENCH/beside" "$LAUNCHER" >&3
