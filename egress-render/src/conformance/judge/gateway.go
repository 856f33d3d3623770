// SPDX-License-Identifier: Apache-2.0

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/simulation"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/test"
	"k8s.io/apimachinery/pkg/runtime"
)

const gatewayPod = "10.244.0.16"

// gatewayPlatform is what Istio's charts install as an egress gateway.
const gatewayPlatform = `
apiVersion: v1
kind: Service
metadata: {name: NAME, namespace: NAMESPACE, labels: {istio: egressgateway}}
spec:
  clusterIP: 10.96.255.16
  ports:
  - {name: http2, port: 80, protocol: TCP}
  - {name: https, port: 443, protocol: TCP}
  - {name: tcp, port: 15443, protocol: TCP}
  selector: {istio: egressgateway}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: NAME, namespace: NAMESPACE, labels: {kubernetes.io/service-name: NAME}}
addressType: IPv4
ports:
- {name: http2, port: 80, protocol: TCP}
- {name: https, port: 443, protocol: TCP}
- {name: tcp, port: 15443, protocol: TCP}
endpoints:
- addresses: [10.244.0.16]
  conditions: {ready: true}
`

// gatewayPath is a sidecar, and the egress gateway that it sends calls to.
type gatewayPath struct {
	*sidecar
	name, namespace  string // of the gateway's Service
	sidecarConfig    *snapshot
	gatewayConfig    *snapshot
	clusterAddresses map[string]string
}

func runGateway(args []string, out io.Writer) int {
	flags := flag.NewFlagSet("gateway", flag.ContinueOnError)
	e := &gatewayPath{sidecar: newSidecar(flags)}
	service := flags.String("gateway", "istio-egressgateway.istio-system", "the gateway's Service, as NAME.NAMESPACE")
	labels := keyValues{}
	flags.Var(labels, "gateway-label", "a label of the gateway's pod, as KEY=VALUE (istio=egressgateway)")
	all := flags.Bool("all", false, "print clusters too that no listener and no route of the gateway names")
	var wanted strs
	flags.Var(&wanted, "call", "a call to follow")
	if err := flags.Parse(args); err != nil || flags.NArg() == 0 {
		fail(usage)
	}
	var ok bool
	if e.name, e.namespace, ok = strings.Cut(*service, "."); !ok {
		fail("--gateway wants NAME.NAMESPACE\n")
	}
	if len(labels) == 0 {
		labels["istio"] = "egressgateway"
	}
	docs, code := readWhole(flags.Args())
	if docs == nil {
		return code
	}
	if failed := test.Wrap(func(t test.Failer) { e.generateBoth(t, docs, labels) }); failed != nil {
		fmt.Fprintln(os.Stderr, failed)
		return 1
	}
	e.print(out, *all)
	for _, call := range wanted {
		e.follow(out, call)
	}
	return 0
}

func (e *gatewayPath) generateBoth(t test.Failer, docs []*document, labels map[string]string) {
	text := strings.NewReplacer("NAMESPACE", e.namespace, "NAME", e.name).Replace(gatewayPlatform)
	platform, err := readDocuments("gateway", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(docs, func(d *document) bool { return d.identity() == platform[0].identity() }) {
		docs = append(docs, platform...)
	}
	var objects []runtime.Object
	objects, e.clusterAddresses = kubernetesObjects(t, docs)
	server := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
		KubernetesObjects: objects, ConfigString: istioYAML(docs), MeshConfig: e.meshConfig(),
	})
	e.sidecarConfig = newSnapshot(server, e.proxy())
	e.gatewayConfig = newSnapshot(server, &model.Proxy{
		Type: model.Router, ConfigNamespace: e.namespace, Labels: labels, IPAddresses: []string{gatewayPod},
		Metadata: &model.NodeMetadata{Namespace: e.namespace, IstioVersion: sidecarVersion, Labels: labels},
	})
}

func (e *gatewayPath) print(out io.Writer, all bool) {
	var lines []string
	for _, listener := range e.gatewayConfig.listeners {
		lines = append(lines, listenerLines(listener)...)
	}
	for _, routes := range sortedBy(e.gatewayConfig.routes, routeName) {
		lines = append(lines, routeLines(routes, true)...)
	}
	named := strings.Join(lines, "\n")
	for _, cluster := range e.gatewayConfig.clusters {
		if all || strings.Contains(named, cluster.Name) {
			lines = append(lines, e.gatewayConfig.clusterLine(cluster))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Fprintln(out, "gateway", line)
	}
}

// follow takes a call through the sidecar and, where that leads to the gateway,
// through the gateway.
func (e *gatewayPath) follow(out io.Writer, call string) {
	input, err := parseCall(call, e.clusterAddresses, e.sidecar.namespace)
	if err != nil {
		fmt.Fprintf(out, "call %s: %v\n", call, err)
		return
	}
	result := e.sidecarConfig.run(input)
	fmt.Fprintf(out, "call %s address=%s", call, input.Address)
	if result.Error != nil {
		fmt.Fprintf(out, " error=%q", result.Error)
	}
	fmt.Fprintf(out, " sidecar=%s carried=%s", result.ClusterMatched, e.sidecarConfig.carried(result.ClusterMatched))
	cluster := e.sidecarConfig.find(result.ClusterMatched)
	endpoint := e.gatewayEndpoint(cluster)
	if endpoint == nil {
		fmt.Fprintln(out, " gateway=not reached")
		return
	}
	next := simulation.Call{CallMode: simulation.CallModeGateway, Address: gatewayPod,
		Port: int(endpoint.GetEndpoint().GetAddress().GetSocketAddress().GetPortValue()), Protocol: input.Protocol}
	if rewrite := e.sidecarConfig.rewrite(result); rewrite != "" {
		next.HostHeader = rewrite
	} else {
		next.HostHeader = input.HostHeader
	}
	own := upstreamTLS(effectiveSocket(cluster, endpoint))
	switch {
	case own != nil && input.TLS == simulation.TLS: // the workload's TLS within the mesh's: bytes for the gateway
		next.Protocol, next.TLS, next.Sni = simulation.TCP, simulation.MTLS, own.Sni
	case own != nil:
		next.TLS, next.Sni = simulation.MTLS, own.Sni
	case input.TLS == simulation.TLS:
		next.TLS, next.Sni = simulation.TLS, input.Sni
	}
	second := e.gatewayConfig.run(next)
	fmt.Fprintf(out, " gateway=%s", second.ListenerMatched)
	if second.Error != nil {
		fmt.Fprintf(out, " error=%q", second.Error)
	}
	fmt.Fprintf(out, " to=%s", second.ClusterMatched)
	if rewrite := e.gatewayConfig.rewrite(second); rewrite != "" {
		fmt.Fprintf(out, " host-rewrite=%s", rewrite)
	}
	if second.ClusterMatched != "" {
		fmt.Fprintf(out, " carried=%s", e.gatewayConfig.carried(second.ClusterMatched))
	}
	fmt.Fprintln(out)
}

// gatewayEndpoint is an endpoint of the cluster that is the gateway: its pod, its
// cluster IP or its name.
func (e *gatewayPath) gatewayEndpoint(cluster *clusterv3.Cluster) *endpointv3.LbEndpoint {
	if cluster == nil {
		return nil
	}
	name := e.name + "." + e.namespace
	for _, endpoint := range e.sidecarConfig.endpointsOf(cluster) {
		switch endpoint.GetEndpoint().GetAddress().GetSocketAddress().GetAddress() {
		case gatewayPod, e.clusterAddresses[name], name + ".svc.cluster.local":
			return endpoint
		}
	}
	return nil
}

func (s *snapshot) run(input simulation.Call) simulation.Result {
	sim := simulation.Simulation{Listeners: s.listeners, Clusters: s.clusters, Routes: s.routes}
	return sim.Run(input)
}

// rewrite is the Host header that a matched route writes.
func (s *snapshot) rewrite(result simulation.Result) string {
	for _, routes := range s.routes {
		if routes.Name != result.RouteConfigMatched {
			continue
		}
		for _, host := range routes.VirtualHosts {
			for _, route := range host.Routes {
				if host.Name == result.VirtualHostMatched && route.GetRoute().GetCluster() == result.ClusterMatched {
					return route.GetRoute().GetHostRewriteLiteral()
				}
			}
		}
	}
	return ""
}

func upstreamTLS(transport *corev3.TransportSocket) *tlsv3.UpstreamTlsContext {
	upstream := &tlsv3.UpstreamTlsContext{}
	if config := transport.GetTypedConfig(); config == nil || config.UnmarshalTo(upstream) != nil {
		return nil
	}
	return upstream
}
