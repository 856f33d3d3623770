// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	bootstrapv3 "github.com/envoyproxy/go-control-plane/envoy/config/bootstrap/v3"
	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

const (
	systemCA        = "file-root:system"
	virtualOutbound = "virtualOutbound"
	defaultEntry    = "15001"
)

func runBootstrap(args []string, out, notes io.Writer) int {
	flags := flag.NewFlagSet("bootstrap", flag.ContinueOnError)
	sidecar := newSidecar(flags)
	ambient := newAmbient(flags, sidecar, "")
	var resolve, secrets strs
	flags.Var(&resolve, "resolve", "where an endpoint is on this machine, as HOST[:PORT]=IP[:PORT]")
	flags.Var(&secrets, "secret", "files of a secret, as NAME=CERTIFICATE,KEY or NAME=CA")
	ca := flags.String("ca", "", "file in place of the operating system's certificate authorities")
	passthrough := flags.String("passthrough", "", "IP:PORT that takes what would go to the dialled address")
	entry := flags.String("entry", defaultEntry, "port on 127.0.0.1, or path of a socket, that takes the workload's connections")
	admin := flags.Int("admin", -1, "port of Envoy's admin interface on 127.0.0.1; none without it")
	if err := flags.Parse(args); err != nil || flags.NArg() == 0 {
		fail(usage)
	}
	b := &bootstrapper{targets: map[string]string{}, files: map[string][]string{}, secrets: map[string]*tlsv3.Secret{}}
	for _, text := range resolve {
		host, target, ok := strings.Cut(text, "=")
		if ip, _ := splitAddress(target); !ok || net.ParseIP(ip) == nil {
			fail(fmt.Sprintf("--resolve %s: want HOST[:PORT]=IP[:PORT]\n", text))
		}
		b.targets[host] = target
	}
	for _, text := range secrets {
		// A secret's name can itself hold '=', a file's name here cannot.
		at := strings.LastIndex(text, "=")
		if at <= 0 {
			fail(fmt.Sprintf("--secret %s: want NAME=CERTIFICATE,KEY or NAME=CA\n", text))
		}
		b.files[text[:at]] = strings.Split(text[at+1:], ",")
	}
	if *ca != "" {
		b.files[systemCA] = []string{*ca}
	}
	if *passthrough != "" {
		if ip, port := splitAddress(*passthrough); net.ParseIP(ip) == nil || port == 0 {
			fail(fmt.Sprintf("--passthrough %s: want IP:PORT\n", *passthrough))
		}
		b.passthrough = *passthrough
	}
	var made *snapshot
	var addresses map[string]string
	code := 0
	if ambient.waypoint == "" {
		made, addresses, code = sidecar.generate(flags.Args())
	} else if code = ambient.generate(flags.Args()); code == 0 {
		made, addresses = ambient.made.insideTunnel(), ambient.addresses
	}
	if made == nil {
		return code
	}
	text, err := b.bootstrap(made, *entry, *admin)
	if err != nil {
		fmt.Fprintln(notes, err)
		return 1
	}
	for _, name := range sortedKeys(addresses) {
		b.note("address %s %s", name, addresses[name])
	}
	slices.Sort(b.notes)
	for _, line := range slices.Compact(b.notes) {
		fmt.Fprintln(notes, line)
	}
	out.Write(text)
	return 0
}

// bootstrapper turns what a sidecar is sent into a file that an Envoy on its own
// can start from. It changes only what needs a control plane, a kernel that
// redirects connections or filters that exist in Istio's build alone; the rest
// stays the message that istiod made.
type bootstrapper struct {
	targets     map[string]string   // HOST:PORT or HOST -> IP[:PORT]
	files       map[string][]string // secret -> its files
	passthrough string
	routes      []*routev3.RouteConfiguration
	secrets     map[string]*tlsv3.Secret
	notes       []string
	failure     error
}

func (b *bootstrapper) note(format string, args ...any) {
	b.notes = append(b.notes, fmt.Sprintf(format, args...))
}

func (b *bootstrapper) fail(err error) {
	if b.failure == nil {
		b.failure = err
	}
}

func (b *bootstrapper) bootstrap(s *snapshot, entry string, admin int) ([]byte, error) {
	b.routes = s.routes
	static := &bootstrapv3.Bootstrap_StaticResources{}
	for _, original := range sortedBy(s.clusters, (*clusterv3.Cluster).GetName) {
		if name := strings.ToLower(original.Name); strings.HasPrefix(name, "inbound") && !strings.HasPrefix(name, "inbound-vip|") {
			continue
		}
		cluster := proto.Clone(original).(*clusterv3.Cluster)
		b.cluster(cluster, s.localities(original))
		static.Clusters = append(static.Clusters, cluster)
	}
	for _, original := range sortedBy(s.listeners, (*listenerv3.Listener).GetName) {
		if original.TrafficDirection != corev3.TrafficDirection_OUTBOUND && original.Name != mainInternal {
			continue
		}
		listener := proto.Clone(original).(*listenerv3.Listener)
		b.listener(listener, entry)
		static.Listeners = append(static.Listeners, listener)
	}
	for _, name := range sortedKeys(b.secrets) {
		static.Secrets = append(static.Secrets, b.secrets[name])
	}
	if b.failure != nil {
		return nil, b.failure
	}
	message := &bootstrapv3.Bootstrap{StaticResources: static}
	if admin >= 0 {
		message.Admin = &bootstrapv3.Admin{Address: socketAddress("127.0.0.1", uint32(admin))}
	}
	compact, err := protojson.MarshalOptions{UseProtoNames: true}.Marshal(message)
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer // indented anew: protojson spaces its text by chance
	if err := json.Indent(&text, compact, "", "  "); err != nil {
		return nil, err
	}
	text.WriteByte('\n')
	return text.Bytes(), nil
}

func (b *bootstrapper) absolute(file string) string {
	path, err := filepath.Abs(file)
	if err != nil {
		b.fail(err)
	}
	return path
}

func (b *bootstrapper) pack(into *anypb.Any, message proto.Message) {
	if err := into.MarshalFrom(message); err != nil {
		b.fail(err)
	}
}

func socketAddress(ip string, port uint32) *corev3.Address {
	return &corev3.Address{Address: &corev3.Address_SocketAddress{SocketAddress: &corev3.SocketAddress{
		Address: ip, PortSpecifier: &corev3.SocketAddress_PortValue{PortValue: port},
	}}}
}

// splitAddress reads IP or IP:PORT, with brackets where an IPv6 address has a port.
func splitAddress(text string) (string, uint32) {
	host, digits, err := net.SplitHostPort(text)
	if err != nil {
		return strings.Trim(text, "[]"), 0
	}
	port, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return "", 0
	}
	return host, uint32(port)
}

func joinAddress(host string, port uint32) string {
	return net.JoinHostPort(host, strconv.FormatUint(uint64(port), 10))
}
