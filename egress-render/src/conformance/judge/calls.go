// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"istio.io/istio/pilot/pkg/simulation"
)

// follow prints where a call from the workload ends up.
func follow(out io.Writer, snapshot *snapshot, addresses map[string]string, namespace, call string) {
	input, err := parseCall(call, addresses, namespace)
	if err != nil {
		fmt.Fprintf(out, "call %s: %v\n", call, err)
		return
	}
	result := snapshot.run(input)
	fmt.Fprintf(out, "call %s address=%s", call, input.Address)
	if result.Error != nil {
		fmt.Fprintf(out, " error=%q", result.Error)
	}
	fmt.Fprintf(out, " listener=%s", result.ListenerMatched)
	if result.VirtualHostMatched != "" {
		fmt.Fprintf(out, " vhost=%s", result.VirtualHostMatched)
	}
	fmt.Fprintf(out, " cluster=%s", result.ClusterMatched)
	if result.ClusterMatched != "" {
		fmt.Fprintf(out, " carried=%s", snapshot.carried(result.ClusterMatched))
	}
	fmt.Fprintln(out)
}

// parseCall reads SCHEME://HOST[:PORT][@ADDRESS].
func parseCall(call string, addresses map[string]string, namespace string) (simulation.Call, error) {
	input := simulation.Call{CallMode: simulation.CallModeOutbound}
	target, address, _ := strings.Cut(call, "@")
	parsed, err := url.Parse(target)
	if err != nil {
		return input, err
	}
	host := parsed.Hostname()
	switch parsed.Scheme {
	case "http":
		input.Protocol, input.Port, input.HostHeader = simulation.HTTP, 80, parsed.Host
	case "tls":
		input.Protocol, input.Port, input.TLS, input.Sni = simulation.HTTP, 443, simulation.TLS, host
		input.HostHeader = parsed.Host
	case "tcp":
		input.Protocol = simulation.TCP
	default:
		return input, fmt.Errorf("scheme %q is none of http, tls, tcp", parsed.Scheme)
	}
	if text := parsed.Port(); text != "" {
		if input.Port, err = strconv.Atoi(text); err != nil {
			return input, err
		}
	}
	if address == "" {
		address = resolve(host, addresses, namespace)
	}
	input.Address = address
	return input, nil
}

func resolve(host string, addresses map[string]string, namespace string) string {
	if net.ParseIP(host) != nil {
		return host
	}
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	name, ns := labels[0], namespace
	if len(labels) > 1 {
		ns = labels[1]
	}
	inCluster := len(labels) <= 2 || slices.Equal(labels[2:], []string{"svc"}) ||
		slices.Equal(labels[2:], []string{"svc", "cluster", "local"})
	if ip, ok := addresses[name+"."+ns]; ok && inCluster {
		return ip
	}
	return outsideAddress
}
