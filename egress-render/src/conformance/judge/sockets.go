// SPDX-License-Identifier: Apache-2.0

package main

import (
	"sort"
	"strings"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	internalv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/internal_upstream/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	httpv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/upstreams/http/v3"
	matcherv3 "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
	"google.golang.org/protobuf/types/known/structpb"
)

func autoSuffix(cluster *clusterv3.Cluster) string {
	if auto := autoOptions(cluster); auto != "" {
		return " " + auto
	}
	return ""
}

// effective applies Envoy's rule: the first match whose fields the endpoint has,
// else the socket of the cluster.
func effective(cluster *clusterv3.Cluster, endpoint *endpointv3.LbEndpoint) string {
	return socket(effectiveSocket(cluster, endpoint))
}

func effectiveSocket(cluster *clusterv3.Cluster, endpoint *endpointv3.LbEndpoint) *corev3.TransportSocket {
	have := endpoint.GetMetadata().GetFilterMetadata()[socketMatchFilter].GetFields()
	for _, match := range cluster.TransportSocketMatches {
		if covers(have, match.Match) {
			return match.TransportSocket
		}
	}
	return cluster.TransportSocket
}

func covers(have map[string]*structpb.Value, want *structpb.Struct) bool {
	for key, value := range want.GetFields() {
		if have[key].GetStringValue() != value.GetStringValue() || have[key] == nil {
			return false
		}
	}
	return true
}

func fields(match *structpb.Struct) string {
	var all []string
	for key, value := range match.GetFields() {
		all = append(all, key+":"+value.GetStringValue())
	}
	sort.Strings(all)
	return strings.Join(all, ",")
}

func socket(transport *corev3.TransportSocket) string {
	config := transport.GetTypedConfig()
	if config == nil || strings.HasSuffix(config.TypeUrl, ".RawBuffer") {
		return "plaintext"
	}
	internal := &internalv3.InternalUpstreamTransport{} // how a waypoint wraps every socket
	if config.UnmarshalTo(internal) == nil {
		return socket(internal.TransportSocket)
	}
	upstream := &tlsv3.UpstreamTlsContext{}
	if err := config.UnmarshalTo(upstream); err != nil {
		return config.TypeUrl[strings.LastIndex(config.TypeUrl, ".")+1:]
	}
	common := upstream.GetCommonTlsContext()
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	add("sni", upstream.Sni)
	validation := common.GetValidationContext()
	add("ca-secret", common.GetValidationContextSdsSecretConfig().GetName())
	if combined := common.GetCombinedValidationContext(); combined != nil {
		validation = combined.DefaultValidationContext
		add("ca-secret", combined.GetValidationContextSdsSecretConfig().GetName())
	}
	add("ca-file", validation.GetTrustedCa().GetFilename())
	var names []string
	for _, name := range validation.GetMatchTypedSubjectAltNames() {
		names = append(names, matcher(name.GetMatcher()))
	}
	for _, name := range validation.GetMatchSubjectAltNames() { // older istiods
		names = append(names, matcher(name))
	}
	if names != nil {
		add("sans", "["+strings.Join(names, ",")+"]")
	}
	for _, secret := range common.GetTlsCertificateSdsSecretConfigs() {
		add("cert-secret", secret.GetName())
	}
	add("alpn", strings.Join(common.GetAlpnProtocols(), ","))
	return "tls(" + strings.Join(parts, " ") + ")"
}

func matcher(m *matcherv3.StringMatcher) string {
	switch pattern := m.GetMatchPattern().(type) {
	case *matcherv3.StringMatcher_Exact:
		return pattern.Exact
	case *matcherv3.StringMatcher_Prefix:
		return pattern.Prefix + "*"
	case *matcherv3.StringMatcher_Suffix:
		return "*" + pattern.Suffix
	}
	return m.String()
}

func autoOptions(cluster *clusterv3.Cluster) string {
	config := cluster.TypedExtensionProtocolOptions[httpOptions]
	if config == nil {
		return ""
	}
	options := &httpv3.HttpProtocolOptions{}
	if err := config.UnmarshalTo(options); err != nil {
		return "http-options=?"
	}
	var parts []string
	if options.GetUpstreamHttpProtocolOptions().GetAutoSni() {
		parts = append(parts, "auto-sni")
	}
	if options.GetUpstreamHttpProtocolOptions().GetAutoSanValidation() {
		parts = append(parts, "auto-san")
	}
	return strings.Join(parts, ",")
}
