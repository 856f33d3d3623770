#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the programs that tests use, and runs these tests: README.md in this folder lists them. If a
# part is missing, names it and the tests that are skipped.
#
# Exit status: 0 all tests ran and passed; 1 a test failed; 2 Java or Maven is missing;
# 3 no test failed, and some did not run.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=tools.sh
source "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
cd "$CONFORMANCE/../../.."

readonly TESTS="AgreementTest ApplyTest CallsTest CarryTest CheckTest FailsClosedTest GitOpsOrderTest
  HostilePlacesTest IngressControllerTest LifecycleTest MutatedManifestsTest MutationTest PlannedStatesTest
  RuleReasonsTest ScalarsTest ServerReasonsTest TaskPageTest TextReasonsTest WaypointFailsClosedTest
  YamlTestSuiteTest"
readonly INTEGRATION_TESTS="ExamplesIT KptIT KustomizeIT LintersIT"
FAILED=()

# run NAME COMMAND...
run() {
  step "$1"
  shift
  "$@" || FAILED+=("$STEP")
}

# The names in the format of Maven.
listed() {
  local IFS=,
  printf '%s' "$*"
}

# Skips the checks of other commands, such as format and documentation.
# shellcheck disable=SC2086 # the words of a list
maven() {
  mvn -B -pl egress-render/cli -am verify \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dtest="$(listed $TESTS)" -Dit.test="$(listed $INTEGRATION_TESTS)" \
    -Dspotless.check.skip -Dmaven.javadoc.skip -Dmaven.source.skip
}

for tool in java mvn; do
  if ! command -v "$tool" >/dev/null; then
    printf 'run.sh: there is no `%s` on the PATH; nothing is run. Install it.\n' "$tool" >&2
    exit 2
  fi
done

prepare_tools
if ((${#MISSING[@]} == 0)); then
  # Makes tests fail that would be skipped because a program is missing.
  export EGRESS_REQUIRE_TOOLS=true
fi
if command -v go >/dev/null; then run "the judge's own tests" test_judge; fi
if command -v python3 >/dev/null; then run "the own tests of calls.py" test_calls; fi
run "the own tests of the API server's scripts" test_server_scripts
run "the tests that ask these programs" maven
print_times

if ((${#MISSING[@]} > 0)); then
  printf '\n== not everything was run\n'
  printf '%s\n' "${MISSING[@]}"
fi
if ((${#FAILED[@]} > 0)); then
  printf 'failed: %s\n' "${FAILED[@]}"
  exit 1
fi
if ((${#MISSING[@]} > 0)); then
  exit 3
fi
printf '\nEverything was run, and passed.\n'
