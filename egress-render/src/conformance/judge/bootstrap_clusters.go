// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net"
	"slices"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	internalv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/internal_upstream/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/proto"
)

func (b *bootstrapper) cluster(cluster *clusterv3.Cluster, localities []*endpointv3.LocalityLbEndpoints) {
	switch custom := cluster.GetClusterType(); {
	case custom != nil || cluster.GetType() == clusterv3.Cluster_ORIGINAL_DST:
		// These find their endpoints by themselves: where the workload dialled, or by DNS.
		kind := custom.GetName()
		if custom == nil {
			kind = cluster.GetType().String()
		}
		b.note("changed cluster %s: %s -> STATIC [%s]", cluster.Name, kind, b.passthrough)
		cluster.ClusterDiscoveryType = &clusterv3.Cluster_Type{Type: clusterv3.Cluster_STATIC}
		cluster.LbPolicy, cluster.LbConfig = clusterv3.Cluster_ROUND_ROBIN, nil
		cluster.LoadAssignment = &endpointv3.ClusterLoadAssignment{ClusterName: cluster.Name}
		if b.passthrough != "" {
			ip, port := splitAddress(b.passthrough)
			cluster.LoadAssignment.Endpoints = []*endpointv3.LocalityLbEndpoints{{LbEndpoints: []*endpointv3.LbEndpoint{{
				HostIdentifier: &endpointv3.LbEndpoint_Endpoint{Endpoint: &endpointv3.Endpoint{Address: socketAddress(ip, port)}},
			}}}}
		}
	case cluster.GetType() == clusterv3.Cluster_EDS:
		cluster.ClusterDiscoveryType = &clusterv3.Cluster_Type{Type: clusterv3.Cluster_STATIC}
		cluster.EdsClusterConfig = nil
		cluster.LoadAssignment = &endpointv3.ClusterLoadAssignment{ClusterName: cluster.Name, Endpoints: b.resolved(cluster.Name, localities)}
	default:
		if cluster.LoadAssignment != nil {
			cluster.LoadAssignment.Endpoints = b.resolved(cluster.Name, localities)
		}
	}
	b.transportSocket(cluster.TransportSocket)
	for _, match := range cluster.TransportSocketMatches {
		b.transportSocket(match.TransportSocket)
	}
	cluster.Filters = slices.DeleteFunc(cluster.Filters, func(f *clusterv3.Filter) bool {
		return b.notInEnvoy(cluster.Name, f.Name, f.TypedConfig)
	})
}

// resolved puts this machine's addresses in the place of endpoints, and leaves
// out those that have none here: nothing must leave the machine.
func (b *bootstrapper) resolved(cluster string, localities []*endpointv3.LocalityLbEndpoints) []*endpointv3.LocalityLbEndpoints {
	var all []*endpointv3.LocalityLbEndpoints
	for _, original := range localities {
		locality := proto.Clone(original).(*endpointv3.LocalityLbEndpoints)
		locality.LbEndpoints = slices.DeleteFunc(locality.LbEndpoints, func(lb *endpointv3.LbEndpoint) bool {
			return !b.resolve(cluster, lb.GetEndpoint())
		})
		if len(locality.LbEndpoints) > 0 {
			all = append(all, locality)
		}
	}
	return all
}

func (b *bootstrapper) resolve(cluster string, endpoint *endpointv3.Endpoint) bool {
	sock := endpoint.GetAddress().GetSocketAddress()
	if endpoint.GetAdditionalAddresses() != nil {
		b.note("removed further addresses of %s from %s", address(endpoint.GetAddress()), cluster)
		endpoint.AdditionalAddresses = nil
	}
	if sock == nil {
		b.note("endpoint %s %s: left out", address(endpoint.GetAddress()), cluster)
		return false
	}
	name := joinAddress(sock.Address, sock.GetPortValue())
	target, ok := b.targets[name]
	if !ok {
		target, ok = b.targets[sock.Address]
	}
	if !ok {
		b.note("endpoint %s %s: left out", name, cluster)
		return false
	}
	ip, port := splitAddress(target)
	if port == 0 {
		port = sock.GetPortValue()
	}
	b.note("endpoint %s %s: %s", name, cluster, joinAddress(ip, port))
	if net.ParseIP(sock.Address) == nil && endpoint.Hostname == "" {
		endpoint.Hostname = sock.Address // what Envoy takes from a DNS name
	}
	sock.Address, sock.PortSpecifier = ip, &corev3.SocketAddress_PortValue{PortValue: port}
	return true
}

// transportSocket makes the socket's secrets static ones: a reference by name
// without a source means one of the bootstrap's own.
func (b *bootstrapper) transportSocket(transport *corev3.TransportSocket) {
	upstream := &tlsv3.UpstreamTlsContext{}
	if transport.GetTypedConfig() == nil {
		return
	}
	internal := &internalv3.InternalUpstreamTransport{}
	if transport.GetTypedConfig().UnmarshalTo(internal) == nil {
		b.transportSocket(internal.TransportSocket)
		b.pack(transport.GetTypedConfig(), internal)
		return
	}
	if transport.GetTypedConfig().UnmarshalTo(upstream) != nil {
		return
	}
	common := upstream.GetCommonTlsContext()
	for _, config := range common.GetTlsCertificateSdsSecretConfigs() {
		b.secret(config, true)
	}
	b.secret(common.GetValidationContextSdsSecretConfig(), false)
	validation := common.GetValidationContext()
	if combined := common.GetCombinedValidationContext(); combined != nil {
		b.secret(combined.GetValidationContextSdsSecretConfig(), false)
		validation = combined.GetDefaultValidationContext()
	}
	b.file(validation.GetTrustedCa())
	for _, certificate := range common.GetTlsCertificates() {
		b.file(certificate.GetCertificateChain())
		b.file(certificate.GetPrivateKey())
	}
	b.pack(transport.GetTypedConfig(), upstream)
}

func (b *bootstrapper) secret(config *tlsv3.SdsSecretConfig, certificate bool) {
	if config == nil {
		return
	}
	config.SdsConfig = nil
	if b.secrets[config.Name] != nil {
		return
	}
	kind, want := "ca", 1
	if certificate {
		kind, want = "certificate", 2
	}
	files, given := b.files[config.Name]
	var sources []*corev3.DataSource
	for _, file := range files {
		sources = append(sources, &corev3.DataSource{Specifier: &corev3.DataSource_Filename{Filename: b.absolute(file)}})
	}
	if !given {
		certificate, key, err := untrustedCertificate()
		if err != nil {
			b.fail(err)
		}
		for _, text := range []string{certificate, key}[:want] {
			sources = append(sources, &corev3.DataSource{Specifier: &corev3.DataSource_InlineString{InlineString: text}})
		}
	}
	if len(sources) != want {
		b.fail(fmt.Errorf("secret %s is a %s: want %d files, not %d", config.Name, kind, want, len(sources)))
		return
	}
	secret := &tlsv3.Secret{Name: config.Name}
	if certificate {
		secret.Type = &tlsv3.Secret_TlsCertificate{TlsCertificate: &tlsv3.TlsCertificate{CertificateChain: sources[0], PrivateKey: sources[1]}}
	} else {
		secret.Type = &tlsv3.Secret_ValidationContext{ValidationContext: &tlsv3.CertificateValidationContext{TrustedCa: sources[0]}}
	}
	b.secrets[config.Name] = secret
	source := "an untrusted one, because no --secret names it"
	if given {
		source = "given"
	}
	b.note("secret %s %s: %s", config.Name, kind, source)
}

// file replaces a file of the pod's file system by one of this machine's.
func (b *bootstrapper) file(source *corev3.DataSource) {
	name := source.GetFilename()
	if name == "" {
		return
	}
	files := b.files[name]
	if len(files) != 1 {
		b.fail(fmt.Errorf("the configuration names the file %s: give --secret %s=FILE", name, name))
		return
	}
	source.Specifier = &corev3.DataSource_Filename{Filename: b.absolute(files[0])}
}
