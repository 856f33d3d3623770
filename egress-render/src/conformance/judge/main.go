// SPDX-License-Identifier: Apache-2.0

// Command judge runs the code of Kubernetes and Istio on files of manifests, without a
// cluster. "judge check" runs the validation of the API server, of istiod and of istioctl
// analyze. "judge envoy" prints the Envoy configuration that istiod sends to a sidecar,
// "judge waypoint" that of an ambient mesh, "judge gateway" that of an egress gateway.
// "judge bootstrap" writes a sidecar's configuration as a file that Envoy starts from.
package main

import (
	"fmt"
	"io"
	"os"

	istiolog "istio.io/istio/pkg/log"
	"k8s.io/klog/v2"
)

const usage = `usage:
  judge check [--json] [--no-analyze] [--kube-feature-gates NAME=BOOL,...] FILE...|-
  judge envoy [--all] [--registry-only] [--dns-proxy] [--namespace NS] [--label K=V]... [--call URL]... FILE...|-
  judge bootstrap [--registry-only] [--dns-proxy] [--namespace NS] [--label K=V]...
        [--resolve HOST[:PORT]=IP[:PORT]]... [--ca FILE] [--secret NAME=CERTIFICATE,KEY|NAME=CA]...
        [--passthrough IP:PORT] [--entry PORT|PATH] [--admin PORT]
        [--waypoint NAME[.NAMESPACE] [--enroll]] FILE...|-
  judge waypoint [--all] [--registry-only] [--waypoint NAME[.NAMESPACE]] [--enroll] [--not-ready]
        [--gateway-api VERSION] [--namespace NS] [--call URL]... FILE...|-
  judge gateway [--all] [--registry-only] [--namespace NS] [--label K=V]... [--gateway NAME.NAMESPACE]
        [--gateway-label K=V]... [--call URL]... FILE...|-

check   prints a line for every finding, then a summary; exits 1 on errors
envoy   prints the outbound clusters, listeners and routes of a sidecar, and
        where each --call ends: http://HOST[:PORT][@ADDRESS], tls://SNI[:PORT][@ADDRESS]
        or tcp://HOST-OR-ADDRESS:PORT
waypoint prints what ztunnel and a waypoint of an ambient mesh are sent, and where calls end
gateway prints what an egress gateway is sent, and where calls end by way of it
bootstrap prints the same configuration as a file that a plain Envoy starts from
exit status: 0 clean, 1 errors found, 2 misuse
`

func main() {
	silenceLibraries()
	if len(os.Args) < 2 {
		fail(usage)
	}
	switch os.Args[1] {
	case "check":
		os.Exit(runCheck(os.Args[2:], os.Stdout))
	case "envoy":
		os.Exit(runEnvoy(os.Args[2:], os.Stdout))
	case "waypoint":
		os.Exit(runWaypoint(os.Args[2:], os.Stdout))
	case "gateway":
		os.Exit(runGateway(os.Args[2:], os.Stdout))
	case "bootstrap":
		os.Exit(runBootstrap(os.Args[2:], os.Stdout, os.Stderr))
	default:
		fail(usage)
	}
}

// silenceLibraries keeps the logs of the libraries out of the output. Findings are
// returned as values and are not lost.
func silenceLibraries() {
	for _, scope := range istiolog.Scopes() {
		scope.SetOutputLevel(istiolog.NoneLevel)
	}
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
}

func fail(text string) {
	fmt.Fprint(os.Stderr, text)
	os.Exit(2)
}
