// SPDX-License-Identifier: Apache-2.0

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/test"
	"k8s.io/apimachinery/pkg/runtime"
)

// outsideAddress is the answer of DNS for every host outside the cluster.
const outsideAddress = "203.0.113.99"

type strs []string

func (s *strs) String() string { return strings.Join(*s, " ") }

func (s *strs) Set(value string) error { *s = append(*s, value); return nil }

type keyValues map[string]string

func (k keyValues) String() string { return "" }

func (k keyValues) Set(text string) error {
	key, value, ok := strings.Cut(text, "=")
	if !ok {
		return fmt.Errorf("%q is not KEY=VALUE", text)
	}
	k[key] = value
	return nil
}

// sidecar describes the proxy that the configuration is made for.
type sidecar struct {
	registryOnly, dnsProxy bool
	namespace              string
	labels                 keyValues
}

func newSidecar(flags *flag.FlagSet) *sidecar {
	s := &sidecar{labels: keyValues{}}
	flags.BoolVar(&s.registryOnly, "registry-only", false, "outboundTrafficPolicy REGISTRY_ONLY instead of ALLOW_ANY")
	flags.BoolVar(&s.dnsProxy, "dns-proxy", false, "a sidecar that answers DNS itself (ISTIO_META_DNS_CAPTURE)")
	flags.StringVar(&s.namespace, "namespace", defaultNamespace, "namespace of the sidecar")
	flags.Var(s.labels, "label", "a label of the sidecar's pod, as KEY=VALUE")
	return s
}

func runEnvoy(args []string, out io.Writer) int {
	flags := flag.NewFlagSet("envoy", flag.ContinueOnError)
	sidecar := newSidecar(flags)
	all := flags.Bool("all", false, "print inbound and built-in configuration too")
	var wanted strs
	flags.Var(&wanted, "call", "a call to follow")
	if err := flags.Parse(args); err != nil || flags.NArg() == 0 {
		fail(usage)
	}
	snapshot, addresses, code := sidecar.generate(flags.Args())
	if snapshot == nil {
		return code
	}
	snapshot.print(out, *all)
	for _, call := range wanted {
		follow(out, snapshot, addresses, sidecar.namespace, call)
	}
	return 0
}

// generate runs istiod's generators over the files. The map says which address
// DNS inside the cluster gives for a service. Without a snapshot the number is
// the exit status, and the reason has been printed.
func (s *sidecar) generate(files []string) (*snapshot, map[string]string, int) {
	docs, code := readWhole(files)
	if docs == nil {
		return nil, nil, code
	}
	var made *snapshot
	var addresses map[string]string
	failed := test.Wrap(func(t test.Failer) {
		var objects []runtime.Object
		objects, addresses = kubernetesObjects(t, docs)
		server := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
			KubernetesObjects: objects, ConfigString: istioYAML(docs), MeshConfig: s.meshConfig(),
		})
		made = newSnapshot(server, s.proxy())
	})
	if failed != nil {
		fmt.Fprintln(os.Stderr, failed)
		return nil, nil, 1
	}
	return made, addresses, 0
}

// readWhole reads files, and refuses them where a document cannot be read. Without
// documents the number is the exit status, and the reason has been printed.
func readWhole(files []string) ([]*document, int) {
	docs, err := readFiles(files)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return nil, 2
	}
	for _, doc := range docs {
		if doc.broken != nil {
			fmt.Fprintf(os.Stderr, "%s:%d: %v\n", doc.file, doc.index, doc.broken)
			return nil, 1
		}
	}
	return docs, 0
}

func (s *sidecar) meshConfig() *meshconfig.MeshConfig {
	settings := mesh.DefaultMeshConfig()
	if s.registryOnly {
		settings.OutboundTrafficPolicy = &meshconfig.MeshConfig_OutboundTrafficPolicy{
			Mode: meshconfig.MeshConfig_OutboundTrafficPolicy_REGISTRY_ONLY,
		}
	}
	return settings
}

func (s *sidecar) proxy() *model.Proxy {
	return &model.Proxy{
		ConfigNamespace: s.namespace,
		Labels:          s.labels,
		Metadata: &model.NodeMetadata{
			Namespace: s.namespace, IstioVersion: sidecarVersion, Labels: s.labels,
			DNSCapture: model.StringBool(s.dnsProxy), DNSAutoAllocate: model.StringBool(s.dnsProxy),
		},
	}
}

func newSnapshot(server *xds.FakeDiscoveryServer, proxy *model.Proxy) *snapshot {
	proxy = server.SetupProxy(proxy)
	listeners := server.Listeners(proxy)
	return &snapshot{
		clusters:  server.Clusters(proxy),
		endpoints: server.Endpoints(proxy),
		listeners: listeners,
		routes:    server.RoutesFromListeners(proxy, listeners),
	}
}
