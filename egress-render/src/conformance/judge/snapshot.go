// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"sort"
	"strings"

	clusterv3 "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpointv3 "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
)

const (
	httpOptions       = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
	socketMatchFilter = "envoy.transport_socket_match"
)

// snapshot is everything that one sidecar is sent.
type snapshot struct {
	clusters  []*clusterv3.Cluster
	endpoints []*endpointv3.ClusterLoadAssignment
	listeners []*listenerv3.Listener
	routes    []*routev3.RouteConfiguration
}

func (s *snapshot) print(out io.Writer, all bool) {
	var lines []string
	for _, cluster := range s.clusters {
		if all || strings.HasPrefix(cluster.Name, "outbound|") {
			lines = append(lines, s.clusterLine(cluster))
		}
	}
	for _, listener := range s.listeners {
		if all || (listener.TrafficDirection == corev3.TrafficDirection_OUTBOUND && !strings.HasPrefix(listener.Name, "virtual")) {
			lines = append(lines, listenerLines(listener)...)
		}
	}
	// The order of clusters, listeners and filter chains means nothing to Envoy.
	sort.Strings(lines)
	for _, routes := range sortedBy(s.routes, routeName) {
		lines = append(lines, routeLines(routes, all)...)
	}
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}

func sortedBy[T any](all []T, name func(T) string) []T {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b T) int { return strings.Compare(name(a), name(b)) })
	return sorted
}

func routeName(routes *routev3.RouteConfiguration) string { return routes.Name }

func sortedKeys[V any](all map[string]V) []string {
	return slices.Sorted(maps.Keys(all))
}

func (s *snapshot) find(name string) *clusterv3.Cluster {
	index := slices.IndexFunc(s.clusters, func(c *clusterv3.Cluster) bool { return c.Name == name })
	if index < 0 {
		return nil
	}
	return s.clusters[index]
}

// clusterLine names the cluster, the socket that is used unless an endpoint asks
// for another, those others, and for every endpoint the socket that it really gets.
func (s *snapshot) clusterLine(cluster *clusterv3.Cluster) string {
	parts := []string{"cluster", cluster.Name, cluster.GetType().String(), "socket=" + socket(cluster.TransportSocket)}
	if len(cluster.TransportSocketMatches) > 0 {
		var matches []string
		for _, match := range cluster.TransportSocketMatches {
			matches = append(matches, fmt.Sprintf("%s{%s}=%s", match.Name, fields(match.Match), socket(match.TransportSocket)))
		}
		parts = append(parts, "matches=["+strings.Join(matches, " ")+"]")
	}
	if auto := autoOptions(cluster); auto != "" {
		parts = append(parts, auto)
	}
	var endpoints []string
	for _, endpoint := range s.endpointsOf(cluster) {
		endpoints = append(endpoints, fmt.Sprintf("%s=%s", address(endpoint.GetEndpoint().GetAddress()), effective(cluster, endpoint)))
	}
	sort.Strings(endpoints)
	parts = append(parts, "endpoints=["+strings.Join(endpoints, " ")+"]")
	return strings.Join(parts, " ")
}

func (s *snapshot) endpointsOf(cluster *clusterv3.Cluster) []*endpointv3.LbEndpoint {
	var all []*endpointv3.LbEndpoint
	for _, locality := range s.localities(cluster) {
		all = append(all, locality.LbEndpoints...)
	}
	return all
}

func (s *snapshot) localities(cluster *clusterv3.Cluster) []*endpointv3.LocalityLbEndpoints {
	assignment := cluster.LoadAssignment
	if cluster.GetType() == clusterv3.Cluster_EDS {
		name := cluster.GetEdsClusterConfig().GetServiceName()
		if name == "" {
			name = cluster.Name
		}
		for _, candidate := range s.endpoints {
			if candidate.ClusterName == name {
				assignment = candidate
			}
		}
	}
	return assignment.GetEndpoints()
}

// carried says how traffic to a cluster leaves the sidecar: the distinct sockets
// of its endpoints, or its own where it has no list of endpoints.
func (s *snapshot) carried(name string) string {
	cluster := s.find(name)
	if cluster == nil {
		return "no-such-cluster"
	}
	var kinds []string
	for _, endpoint := range s.endpointsOf(cluster) {
		kinds = append(kinds, effective(cluster, endpoint))
	}
	if cluster.GetType() == clusterv3.Cluster_ORIGINAL_DST {
		return socket(cluster.TransportSocket) + autoSuffix(cluster) + " to the dialled address"
	}
	if name == "BlackHoleCluster" {
		return "nothing"
	}
	if len(kinds) == 0 {
		return socket(cluster.TransportSocket) + autoSuffix(cluster) + " to no endpoint"
	}
	sort.Strings(kinds)
	return strings.Join(slices.Compact(kinds), "+") + autoSuffix(cluster)
}

func address(a *corev3.Address) string {
	if sock := a.GetSocketAddress(); sock != nil {
		return fmt.Sprintf("%s:%d", sock.Address, sock.GetPortValue())
	}
	if internal := a.GetEnvoyInternalAddress(); internal != nil {
		return "internal:" + internal.GetServerListenerName()
	}
	return a.GetPipe().GetPath()
}
