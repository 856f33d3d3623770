// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	xdsmatcher "github.com/cncf/xds/go/xds/type/matcher/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	"google.golang.org/protobuf/proto"
	"istio.io/istio/pilot/pkg/simulation"
)

func (a *ambient) follow(out io.Writer, call string) {
	input, err := parseCall(call, a.addresses, a.namespace)
	if err != nil {
		fmt.Fprintf(out, "call %s: %v\n", call, err)
		return
	}
	if input.Address == outsideAddress {
		input.Address = a.ztunnelDNS(hostOf(call), input.Address)
	}
	fmt.Fprintf(out, "call %s address=%s ", call, input.Address)
	key := a.serviceAt(input.Address)
	if key == "" {
		fmt.Fprintln(out, "ztunnel=passthrough carried=plaintext to the dialled address")
		return
	}
	service := a.services[key]
	if a.isWorkload(input.Address) { // it wins over a service with that address (find_address in src/state.rs)
		fmt.Fprintf(out, "ztunnel=%s but called by a workload's address waypoint=none carried=plaintext to [%s]\n",
			key, strings.Join(a.endpoints(key, uint32(input.Port)), " "))
		return
	}
	if service.Waypoint == nil {
		endpoints := a.endpoints(key, uint32(input.Port))
		if len(endpoints) == 0 {
			fmt.Fprintf(out, "ztunnel=%s waypoint=none carried=nothing: no endpoint\n", key)
			return
		}
		fmt.Fprintf(out, "ztunnel=%s waypoint=none carried=plaintext to [%s]\n", key, strings.Join(endpoints, " "))
		return
	}
	fmt.Fprintf(out, "ztunnel=%s waypoint=%s %s\n", key, gatewayName(service.Waypoint), a.throughWaypoint(input))
}

func (a *ambient) throughWaypoint(input simulation.Call) string {
	main := a.mainListener()
	isHTTP := input.Protocol == simulation.HTTP && input.TLS != simulation.TLS
	name := matchChain(main.GetFilterChainMatcher(), input.Address, input.Port, isHTTP)
	index := slices.IndexFunc(main.GetFilterChains(), func(c *listenerv3.FilterChain) bool { return c.Name == name })
	if index < 0 {
		return "chain=none carried=nothing"
	}
	chain := main.FilterChains[index]
	target := chainTarget(chain)
	if routes := inlineRoutes(chain); routes != nil {
		if !isHTTP {
			return "chain=" + name + " carried=nothing: not HTTP on an HTTP port"
		}
		// A waypoint has one virtual host for a service; the path is /.
		target = "none"
		for _, route := range routes.VirtualHosts[0].Routes {
			if match := routeMatch(route.Match); len(route.Match.Headers) == 0 && (match == "prefix:/" || match == "path:/") {
				target = routeTarget(route)
				break
			}
		}
	}
	cluster, _, _ := strings.Cut(target, " ")
	var arrivals []string
	if found := a.made.find(cluster); found != nil {
		for _, endpoint := range a.made.endpointsOf(found) {
			arrivals = append(arrivals, effective(found, endpoint)+autoSuffix(found)+" to "+address(endpoint.GetEndpoint().GetAddress()))
		}
	}
	if len(arrivals) == 0 {
		arrivals = []string{a.made.carried(cluster)}
	}
	slices.Sort(arrivals)
	return fmt.Sprintf("chain=%s to=%s carried=%s", name, target, strings.Join(arrivals, " + "))
}

func (a *ambient) mainListener() *listenerv3.Listener {
	index := slices.IndexFunc(a.made.listeners, func(l *listenerv3.Listener) bool { return l.Name == mainInternal })
	if index < 0 {
		return nil
	}
	return a.made.listeners[index]
}

// insideTunnel is what a waypoint has behind the tunnels of ztunnel: the listener
// for what comes out of them, and the clusters that lead out of the mesh.
func (s *snapshot) insideTunnel() *snapshot {
	inside := &snapshot{endpoints: s.endpoints, routes: s.routes}
	for _, cluster := range s.clusters {
		if strings.Contains(cluster.Name, "|") {
			inside.clusters = append(inside.clusters, cluster)
		}
	}
	for _, original := range s.listeners {
		if original.Name != mainInternal {
			continue
		}
		listener := proto.Clone(original).(*listenerv3.Listener)
		listener.FilterChains = slices.DeleteFunc(listener.FilterChains, func(c *listenerv3.FilterChain) bool {
			return strings.HasPrefix(c.Name, "direct-") // of pods, by their address
		})
		listener.ListenerFilters = slices.DeleteFunc(listener.ListenerFilters, func(f *listenerv3.ListenerFilter) bool {
			return strings.HasSuffix(f.Name, "original_dst")
		})
		inside.listeners = append(inside.listeners, listener)
	}
	return inside
}

func inlineRoutes(chain *listenerv3.FilterChain) *routev3.RouteConfiguration {
	for _, filter := range chain.Filters {
		http := &hcmv3.HttpConnectionManager{}
		if filter.GetTypedConfig().UnmarshalTo(http) == nil {
			return http.GetRouteConfig()
		}
	}
	return nil
}

// matchChain follows the matchers that istiod makes for a waypoint: address, then
// port, then what the HTTP inspector has seen.
func matchChain(matcher *xdsmatcher.Matcher, address string, port int, isHTTP bool) string {
	tree := matcher.GetMatcherTree()
	next := matcher.GetOnNoMatch()
	switch tree.GetInput().GetName() {
	case "ip":
		ranges := &xdsmatcher.IPMatcher{}
		if tree.GetCustomMatch().GetTypedConfig().UnmarshalTo(ranges) != nil {
			return ""
		}
		ip, _ := netip.ParseAddr(address)
		longest := -1
		for _, candidate := range ranges.RangeMatchers {
			for _, cidr := range candidate.Ranges {
				base, _ := netip.ParseAddr(cidr.AddressPrefix)
				bits := int(cidr.GetPrefixLen().GetValue())
				if bits > longest && netip.PrefixFrom(base, bits).Contains(ip) {
					longest, next = bits, candidate.OnMatch
				}
			}
		}
	case "port":
		next = tree.GetExactMatchMap().GetMap()[strconv.Itoa(port)]
	case "application-protocol":
		if isHTTP {
			next = tree.GetExactMatchMap().GetMap()["'http/1.1'"]
		}
	}
	if action := next.GetAction(); action != nil {
		return action.Name
	}
	if next.GetMatcher() == nil {
		return ""
	}
	return matchChain(next.GetMatcher(), address, port, isHTTP)
}
