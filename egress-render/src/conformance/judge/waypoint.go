// SPDX-License-Identifier: Apache-2.0

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"syscall"

	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	"istio.io/api/label"
	"istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/test"
	"istio.io/istio/pkg/workloadapi"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/gateway-api/pkg/consts"
)

const (
	waypointPod = "10.244.0.15"
	// mainInternal takes what a waypoint has unpacked from ztunnel's tunnels.
	mainInternal = "main_internal"
)

// ambient is an ambient mesh: what its ztunnels are sent, and one waypoint.
type ambient struct {
	*sidecar         // of the caller only the namespace counts
	waypoint         string
	enroll, notReady bool
	gatewayAPI       string
	services         map[string]*workloadapi.Service // by NAMESPACE/HOSTNAME
	workloads        []*workloadapi.Workload
	made             *snapshot
	addresses        map[string]string
}

// newAmbient takes the flags that a sidecar does not have.
func newAmbient(flags *flag.FlagSet, sidecar *sidecar, waypoint string) *ambient {
	a := &ambient{sidecar: sidecar, services: map[string]*workloadapi.Service{}}
	flags.StringVar(&a.waypoint, "waypoint", waypoint, "the waypoint, as NAME or NAME.NAMESPACE")
	flags.BoolVar(&a.enroll, "enroll", false, "label the waypoint's namespace with use-waypoint")
	flags.StringVar(&a.gatewayAPI, "gateway-api", consts.BundleVersion, "release of the Gateway API's CRDs")
	flags.BoolVar(&a.notReady, "not-ready", false, "a waypoint that has never been ready")
	return a
}

func runWaypoint(args []string, out io.Writer) int {
	flags := flag.NewFlagSet("waypoint", flag.ContinueOnError)
	a := newAmbient(flags, newSidecar(flags), "waypoint")
	all := flags.Bool("all", false, "print the waypoint's own configuration too")
	var wanted strs
	flags.Var(&wanted, "call", "a call to follow")
	if err := flags.Parse(args); err != nil || flags.NArg() == 0 {
		fail(usage)
	}
	if code := a.generate(flags.Args()); code != 0 {
		return code
	}
	a.print(out, *all)
	for _, call := range wanted {
		a.follow(out, call)
	}
	return 0
}

// generate runs istiod's generators over the files. The number is the exit
// status; where it is not 0, the reason has been printed.
func (a *ambient) generate(files []string) int {
	if !features.EnableAmbient {
		return restartWith("PILOT_ENABLE_AMBIENT=true")
	}
	docs, code := readWhole(files)
	if docs == nil {
		return code
	}
	if failed := test.Wrap(func(t test.Failer) { a.run(t, docs) }); failed != nil {
		fmt.Fprintln(os.Stderr, failed)
		return 1
	}
	return 0
}

// restartWith starts this program anew, because istiod reads its environment before main.
func restartWith(variable string) int {
	self, err := os.Executable()
	if err == nil {
		err = syscall.Exec(self, os.Args, append(os.Environ(), variable))
	}
	fmt.Fprintln(os.Stderr, err)
	return 2
}

func (a *ambient) run(t test.Failer, docs []*document) {
	name, namespace, ok := strings.Cut(a.waypoint, ".")
	if !ok {
		namespace = a.namespace
	}
	docs = append(docs, a.platform(t, docs, name, namespace)...)
	allocateAddresses(t, docs)
	var objects []runtime.Object
	objects, a.addresses = kubernetesObjects(t, docs)
	objects = append(objects, istioObjects(t, docs)...)
	objects = withNamespaces(objects, func(ns *corev1.Namespace) {
		ns.Labels[label.IoIstioDataplaneMode.Name] = "ambient"
		if a.enroll && ns.Name == namespace {
			ns.Labels[label.IoIstioUseWaypoint.Name] = name
		}
	})
	server := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
		KubernetesObjects: objects, ConfigString: istioYAML(docs), MeshConfig: a.meshConfig(),
		KubeClientModifier: a.installGatewayAPI,
	})
	labels := map[string]string{
		label.IoK8sNetworkingGatewayGatewayName.Name: name,
		label.GatewayManaged.Name:                    constants.ManagedGatewayMeshControllerLabel,
	}
	a.made = newSnapshot(server, &model.Proxy{
		Type: model.Waypoint, ConfigNamespace: namespace, Labels: labels, IPAddresses: []string{waypointPod},
		Metadata: &model.NodeMetadata{Namespace: namespace, IstioVersion: sidecarVersion, Labels: labels},
	})
	for _, info := range server.AmbientIndex.All() {
		if service := info.GetService(); service != nil {
			a.services[service.Namespace+"/"+service.Hostname] = service
		}
		if workload := info.GetWorkload(); workload != nil {
			a.workloads = append(a.workloads, workload)
		}
	}
}

func (a *ambient) print(out io.Writer, all bool) {
	for _, key := range sortedKeys(a.services) {
		if service := a.services[key]; all || service.Ports[0].ServicePort != 15008 {
			fmt.Fprintf(out, "ztunnel service %s vips=[%s] ports=[%s] waypoint=%s endpoints=[%s]\n", key,
				strings.Join(vips(service), " "), ports(service), gatewayName(service.Waypoint), strings.Join(a.endpoints(key, 0), " "))
		}
	}
	var lines []string
	for _, cluster := range a.made.clusters {
		if all || strings.Contains(cluster.Name, "bound") { // inbound-vip and outbound
			lines = append(lines, a.made.clusterLine(cluster))
		}
	}
	main := a.mainListener()
	for _, chain := range main.GetFilterChains() {
		if all || !strings.HasPrefix(chain.Name, "direct-") {
			lines = append(lines, fmt.Sprintf("chain %s to=%s", chain.Name, chainTarget(chain)))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
	for _, chain := range sortedBy(main.GetFilterChains(), (*listenerv3.FilterChain).GetName) {
		if routes := inlineRoutes(chain); routes != nil && (all || !strings.HasPrefix(chain.Name, "direct-")) {
			for _, line := range routeLines(routes, all) {
				fmt.Fprintln(out, line)
			}
		}
	}
}
