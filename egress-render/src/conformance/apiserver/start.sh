#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Starts a Kubernetes API server with Istio's CRDs on this machine's loopback
# interface and prints the path of a kubeconfig for it. See README.md.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=lib.sh
. "$here/lib.sh"
export GOWORK=off

istio_api=${ISTIO_API_VERSION:-v1.31.4}
service_cidrs=${SERVICE_CIDRS:-10.96.0.0/16,fd00:10:96::/112}
feature_gates=${FEATURE_GATES:-}
controllers=${CONTROLLERS-endpoints-controller,endpointslice-controller,endpointslice-mirroring-controller,namespace-controller,garbage-collector-controller,service-cidr-controller}

for tool in go openssl kubectl flock; do
  command -v "$tool" >/dev/null || die "\`$tool\` is not on the PATH"
done

# --- build -------------------------------------------------------------------

build() {
  local key kubernetes minor version
  key=$(cd "$here" && { go version; cat go.mod go.sum ./*.go; } | sha256sum | cut -c1-16)
  binary=$cache/bin/control-plane-$key
  [ -x "$binary" ] && return
  kubernetes=$(cd "$here" && go list -m -f '{{.Version}}' k8s.io/kubernetes)
  minor=${kubernetes#v1.}
  minor=${minor%%.*}
  say "building the control plane, Kubernetes $kubernetes (some minutes the first time)"
  version="-X k8s.io/component-base/version.gitVersion=$kubernetes"
  version+=" -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=$minor"
  version+=" -X k8s.io/client-go/pkg/version.gitVersion=$kubernetes"
  (cd "$here" && go build -buildvcs=false -trimpath -ldflags "-s -w $version" -o "$binary.part" .) >&2
  mv "$binary.part" "$binary"
}

fetch_crds() {
  crds=$cache/crds/istio-$istio_api.yaml
  [ -s "$crds" ] && return
  say "fetching Istio's CRDs, istio.io/api $istio_api"
  local module dir
  module=$(cd "$cache" && go mod download -json "istio.io/api@$istio_api") \
    || die "$(sed -n 's/^[[:space:]]*"Error": "\(.*\)"$/\1/p' <<<"$module")"
  dir=$(sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p' <<<"$module")
  install -m 0644 "$dir/kubernetes/customresourcedefinitions.gen.yaml" "$crds.part"
  mv "$crds.part" "$crds"
}

mkdir -p "$cache/bin" "$cache/crds"
(umask 077; mkdir -p "$run")
exec 9>"$cache/lock"
flock 9 # of two concurrent starts one builds, and the other waits for the result
build
fetch_crds
flock -u 9

exec 8>"$run/lock"
flock 8
kubeconfig=$run/kubeconfig
settings="$binary $crds $service_cidrs $feature_gates $controllers"
if alive kube-apiserver && [ "$(cat "$run/settings" 2>/dev/null)" = "$settings" ] \
  && kubectl --kubeconfig "$kubeconfig" get --raw /readyz >/dev/null 2>&1; then
  say "already running"
  printf '%s\n' "$kubeconfig"
  exit
fi
"$here/stop.sh"
rm -rf "$run/etcd" "$run/pki" "$kubeconfig"
for part in $parts; do rm -f "$run/$part.log"; done
umask 077

# --- keys --------------------------------------------------------------------

# certificate NAME SUBJECT EXTENSIONS: a key pair in pki/, signed by the CA.
certificate() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "$2" \
    -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 \
    -extfile <(printf '%s\n' "$3") -out "$1.crt" 2>/dev/null
  rm "$1.csr"
}

mkdir "$run/pki"
(
  cd "$run/pki"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=control-plane \
    -addext keyUsage=critical,keyCertSign -keyout ca.key -out ca.crt 2>/dev/null
  certificate server /CN=server \
    $'extendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc'
  certificate admin /O=system:masters/CN=admin extendedKeyUsage=clientAuth
  openssl ecparam -name prime256v1 -genkey -noout -out service-account.key
)

# --- processes ---------------------------------------------------------------

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000)) # below the range of ephemeral ports
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s\n' "$port"
}

# launch PART FLAG...: starts a part of the control plane, detached from this terminal, and records it.
launch() {
  local part=$1
  (cd "$run" && exec setsid "$binary" "$@" </dev/null >"$part.log" 2>&1 8>&- 9>&-) &
  printf '%s %s\n' "$!" "$(birth "$!")" >"$run/$part.pid"
}

# await PART SECONDS COMMAND...: waits until the command succeeds, as long as the part is running.
await() {
  local part=$1 deadline=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    alive "$part" || { tail -n 20 "$run/$part.log" >&2; die "$part ended, see $run/$part.log"; }
    [ "$SECONDS" -lt "$deadline" ] || die "$part is not ready in time, see $run/$part.log"
    sleep 0.2
  done
}

trap '[ $? = 0 ] || "$here/stop.sh"' EXIT
pki=$run/pki
etcd=https://127.0.0.1:$(free_port)
peer=https://127.0.0.1:$(free_port)
port=$(free_port)

say "starting etcd"
launch etcd --name=control-plane --data-dir="$run/etcd" --log-level=warn --unsafe-no-fsync \
  --listen-client-urls="$etcd" --advertise-client-urls="$etcd" \
  --client-cert-auth --trusted-ca-file="$pki/ca.crt" --cert-file="$pki/server.crt" --key-file="$pki/server.key" \
  --listen-peer-urls="$peer" --initial-advertise-peer-urls="$peer" --initial-cluster="control-plane=$peer" \
  --peer-client-cert-auth --peer-trusted-ca-file="$pki/ca.crt" --peer-cert-file="$pki/server.crt" --peer-key-file="$pki/server.key"

# The advertised address is reserved for documentation. Without a reconciler it is not used, but the server
# requires an address that is not a loopback address.
say "starting kube-apiserver"
launch kube-apiserver --bind-address=127.0.0.1 --secure-port="$port" \
  --advertise-address=192.0.2.1 --endpoint-reconciler-type=none \
  --etcd-servers="$etcd" --etcd-cafile="$pki/ca.crt" --etcd-certfile="$pki/server.crt" --etcd-keyfile="$pki/server.key" \
  --tls-cert-file="$pki/server.crt" --tls-private-key-file="$pki/server.key" --client-ca-file="$pki/ca.crt" \
  --service-cluster-ip-range="$service_cidrs" --authorization-mode=RBAC --anonymous-auth=false --profiling=false \
  --feature-gates="$feature_gates" \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-signing-key-file="$pki/service-account.key" --service-account-key-file="$pki/service-account.key"

k() { kubectl --kubeconfig "$kubeconfig" "$@"; }
k config set-cluster loopback --server="https://127.0.0.1:$port" --certificate-authority="$pki/ca.crt" --embed-certs >/dev/null
k config set-credentials admin --client-certificate="$pki/admin.crt" --client-key="$pki/admin.key" --embed-certs >/dev/null
k config set-context loopback --cluster=loopback --user=admin >/dev/null
k config use-context loopback >/dev/null

await kube-apiserver 120 k get --raw /readyz
await kube-apiserver 30 k get namespace default
await kube-apiserver 30 k get service kubernetes

if [ -n "$controllers" ]; then
  say "starting kube-controller-manager: $controllers"
  launch kube-controller-manager --kubeconfig="$kubeconfig" --controllers="$controllers" --leader-elect=false --secure-port=0
fi

say "applying Istio's CRDs, istio.io/api $istio_api"
k apply --server-side -f "$crds" >/dev/null
k wait --for=condition=Established --timeout=60s -f "$crds" >/dev/null
printf '%s\n' "$settings" >"$run/settings"

say "ready: $(k version 2>/dev/null | sed -n 's/^Server Version: /Kubernetes /p'), logs in $run"
printf '%s\n' "$kubeconfig"
