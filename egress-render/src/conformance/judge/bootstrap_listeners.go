// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	corev3 "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	listenerv3 "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	routev3 "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	proxyprotocolv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/listener/proxy_protocol/v3"
	hcmv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

func (b *bootstrapper) listener(listener *listenerv3.Listener, entry string) {
	if listener.Name == virtualOutbound || listener.Name == mainInternal {
		b.note("changed listener %s: %s -> %s, destination from the PROXY protocol", listener.Name, address(listener.Address), entry)
		listener.ListenerSpecifier = nil
		listener.Address, listener.AdditionalAddresses = b.entryAddress(entry), nil
		listener.BindToPort = nil
		config := &anypb.Any{}
		b.pack(config, &proxyprotocolv3.ProxyProtocol{})
		listener.ListenerFilters = slices.Insert(listener.ListenerFilters, 0, &listenerv3.ListenerFilter{
			Name:       "envoy.filters.listener.proxy_protocol",
			ConfigType: &listenerv3.ListenerFilter_TypedConfig{TypedConfig: config},
		})
	} else if listener.BindToPort == nil || listener.BindToPort.Value {
		b.note("changed listener %s: reached by its address through %s only", listener.Name, virtualOutbound)
		listener.BindToPort = wrapperspb.Bool(false)
	}
	listener.ListenerFilters = slices.DeleteFunc(listener.ListenerFilters, func(f *listenerv3.ListenerFilter) bool {
		return b.notInEnvoy(listener.Name, f.Name, f.GetTypedConfig())
	})
	chains := listener.FilterChains
	if listener.DefaultFilterChain != nil {
		chains = append(slices.Clone(chains), listener.DefaultFilterChain)
	}
	for _, chain := range chains {
		chain.Filters = slices.DeleteFunc(chain.Filters, func(f *listenerv3.Filter) bool {
			return b.notInEnvoy(listener.Name, f.Name, f.GetTypedConfig())
		})
		for _, filter := range chain.Filters {
			http := &hcmv3.HttpConnectionManager{}
			if filter.GetTypedConfig().UnmarshalTo(http) == nil {
				b.http(listener.Name, http)
				b.pack(filter.GetTypedConfig(), http)
			}
		}
	}
}

func (b *bootstrapper) http(listener string, http *hcmv3.HttpConnectionManager) {
	if rds := http.GetRds(); rds != nil {
		index := slices.IndexFunc(b.routes, func(r *routev3.RouteConfiguration) bool { return r.Name == rds.RouteConfigName })
		if index < 0 {
			b.fail(fmt.Errorf("listener %s: no routes %s", listener, rds.RouteConfigName))
			return
		}
		http.RouteSpecifier = &hcmv3.HttpConnectionManager_RouteConfig{
			RouteConfig: proto.Clone(b.routes[index]).(*routev3.RouteConfiguration),
		}
	}
	http.HttpFilters = slices.DeleteFunc(http.HttpFilters, func(f *hcmv3.HttpFilter) bool {
		return b.notInEnvoy(listener, f.Name, f.GetTypedConfig())
	})
	perFilter := func(configs map[string]*anypb.Any) {
		for name, config := range configs {
			if b.notInEnvoy(listener, name, config) {
				delete(configs, name)
			}
		}
	}
	routes := http.GetRouteConfig()
	perFilter(routes.GetTypedPerFilterConfig())
	for _, host := range routes.GetVirtualHosts() {
		perFilter(host.TypedPerFilterConfig)
		for _, route := range host.Routes {
			perFilter(route.TypedPerFilterConfig)
			for _, weighted := range route.GetRoute().GetWeightedClusters().GetClusters() {
				perFilter(weighted.TypedPerFilterConfig)
			}
		}
	}
}

// notInEnvoy says whether a filter is one that Envoy's own builds do not have, and
// notes its removal.
func (b *bootstrapper) notInEnvoy(owner, name string, config *anypb.Any) bool {
	kind := strings.TrimPrefix(config.GetTypeUrl(), "type.googleapis.com/")
	if strings.HasPrefix(kind, "envoy.") && !strings.Contains(kind, ".wasm.") {
		return false
	}
	if kind == "" {
		kind = "no configuration of its own"
	}
	b.note("removed filter %s (%s) from %s", name, kind, owner)
	return true
}

func (b *bootstrapper) entryAddress(entry string) *corev3.Address {
	if port, err := strconv.ParseUint(entry, 10, 16); err == nil {
		return socketAddress("127.0.0.1", uint32(port))
	}
	return &corev3.Address{Address: &corev3.Address_Pipe{Pipe: &corev3.Pipe{Path: b.absolute(entry)}}}
}
