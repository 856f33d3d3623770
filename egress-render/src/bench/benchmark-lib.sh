# shellcheck shell=bash
# shellcheck disable=SC2034 # variables for the scripts that source this
# Functions that the scripts of this directory share. Sourced by them.
BENCH=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$BENCH/../../.." && pwd)
JAVA=java
[[ -n ${JAVA_HOME:-} ]] && JAVA=$JAVA_HOME/bin/java
readonly BENCH ROOT JAVA
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# Compiles the benchmark, runs its own tests, and sets CLASS_PATH to its class path.
compile_benchmark() {
  run_benchmark_profile
}

# Does the same with the classes of the last build, which takes a third of the time.
compile_benchmark_of_build() {
  local target=$ROOT/egress-render/target
  rm -rf "$target/benchmark/classes"
  mkdir -p "$target/benchmark"
  cp -Rp "$target/classes" "$target/benchmark/classes"
  run_benchmark_profile -Dmaven.main.skip
}

run_benchmark_profile() {
  (cd "$ROOT" && mvn -B -q -Pbenchmark -pl egress-render -am "$@" test \
    -Dsurefire.failIfNoSpecifiedTests=false -Dtest='io.egressalias.benchmark.*Test') >&2
  CLASS_PATH=$(<"$ROOT/egress-render/target/benchmark/class-path")
}

# Prints the time of a command in milliseconds, and its peak memory in KiB.
time_and_memory() {
  python3 - "$@" <<'PYTHON'
import resource, subprocess, sys, time
start = time.monotonic()
run = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                     stderr=subprocess.PIPE)
took = time.monotonic() - start
if run.returncode:
    sys.stderr.buffer.write(run.stderr[-2000:])
    sys.exit(f"{sys.argv[1]}: exit status {run.returncode}")
print(f"{took * 1000:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
PYTHON
}

# Prints the median of the numbers on standard input.
median() {
  sort -n | awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }'
}
