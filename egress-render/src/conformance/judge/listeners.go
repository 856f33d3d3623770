// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"slices"
	"strings"

	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcpv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
)

func listenerLines(listener *listenerv3.Listener) []string {
	var lines []string
	chains := listener.FilterChains
	if listener.DefaultFilterChain != nil {
		chains = append(slices.Clone(chains), listener.DefaultFilterChain)
	}
	for _, chain := range chains {
		match := "any"
		if chain == listener.DefaultFilterChain {
			match = "default"
		}
		if m := chain.FilterChainMatch; m != nil {
			var parts []string
			for _, prefix := range m.PrefixRanges {
				parts = append(parts, fmt.Sprintf("%s/%d", prefix.AddressPrefix, prefix.GetPrefixLen().GetValue()))
			}
			if m.DestinationPort != nil {
				parts = append(parts, fmt.Sprintf("port:%d", m.DestinationPort.Value))
			}
			for _, name := range m.ServerNames {
				parts = append(parts, "sni:"+name)
			}
			if m.TransportProtocol != "" {
				parts = append(parts, "transport:"+m.TransportProtocol)
			}
			for _, protocol := range m.ApplicationProtocols {
				parts = append(parts, "alpn:"+protocol)
			}
			if parts != nil {
				match = strings.Join(parts, ",")
			}
		}
		lines = append(lines, fmt.Sprintf("listener %s %s match=[%s] to=%s",
			listener.Name, address(listener.Address), match, chainTarget(chain)))
	}
	return lines
}

func chainTarget(chain *listenerv3.FilterChain) string {
	for _, filter := range chain.Filters {
		tcp := &tcpv3.TcpProxy{}
		if filter.GetTypedConfig().UnmarshalTo(tcp) == nil {
			if tcp.GetCluster() != "" {
				return tcp.GetCluster()
			}
			var all []string
			for _, weighted := range tcp.GetWeightedClusters().GetClusters() {
				all = append(all, weighted.Name)
			}
			return strings.Join(all, "+")
		}
		http := &hcmv3.HttpConnectionManager{}
		if filter.GetTypedConfig().UnmarshalTo(http) == nil {
			if rds := http.GetRds(); rds != nil {
				return "routes:" + rds.RouteConfigName
			}
			return "routes:(inline)" + inlineTargets(http.GetRouteConfig())
		}
	}
	return "?"
}

func inlineTargets(routes *routev3.RouteConfiguration) string {
	var all []string
	for _, host := range routes.GetVirtualHosts() {
		for _, route := range host.Routes {
			all = append(all, routeTarget(route))
		}
	}
	return strings.Join(all, "+")
}

func routeLines(routes *routev3.RouteConfiguration, all bool) []string {
	var lines []string
	for _, host := range sortedBy(routes.VirtualHosts, (*routev3.VirtualHost).GetName) {
		builtIn := host.Name == "allow_any" || host.Name == "block_all" || host.Name == "backend"
		if builtIn && !all {
			continue
		}
		for _, route := range host.Routes {
			lines = append(lines, fmt.Sprintf("route %s vhost=%s domains=[%s] match=%s to=%s",
				routes.Name, host.Name, strings.Join(host.Domains, " "), routeMatch(route.Match), routeTarget(route)))
		}
	}
	return lines
}

func routeMatch(m *routev3.RouteMatch) string {
	switch path := m.GetPathSpecifier().(type) {
	case *routev3.RouteMatch_Prefix:
		return "prefix:" + path.Prefix
	case *routev3.RouteMatch_Path:
		return "path:" + path.Path
	case *routev3.RouteMatch_PathSeparatedPrefix:
		return "prefix:" + path.PathSeparatedPrefix
	}
	return "other"
}

func routeTarget(route *routev3.Route) string {
	if direct := route.GetDirectResponse(); direct != nil {
		return fmt.Sprintf("status:%d", direct.Status)
	}
	if redirect := route.GetRedirect(); redirect != nil {
		return "redirect"
	}
	action := route.GetRoute()
	target := action.GetCluster()
	for _, weighted := range action.GetWeightedClusters().GetClusters() {
		target += fmt.Sprintf("%s*%d ", weighted.Name, weighted.GetWeight().GetValue())
	}
	if rewrite := action.GetHostRewriteLiteral(); rewrite != "" {
		target = strings.TrimSpace(target) + " host-rewrite=" + rewrite
	}
	if action.GetAutoHostRewrite().GetValue() {
		target += " host-rewrite=auto"
	}
	return strings.TrimSpace(target)
}
