// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"istio.io/istio/pkg/workloadapi"
)

func vips(service *workloadapi.Service) []string {
	var all []string
	for _, address := range service.Addresses {
		if ip, ok := netip.AddrFromSlice(address.Address); ok {
			all = append(all, ip.String())
		}
	}
	return all
}

func ports(service *workloadapi.Service) string {
	var all []string
	for _, port := range service.Ports {
		all = append(all, fmt.Sprintf("%d->%d", port.ServicePort, port.TargetPort))
	}
	return strings.Join(all, " ")
}

func gatewayName(gateway *workloadapi.GatewayAddress) string {
	if name := gateway.GetHostname(); name != nil {
		return fmt.Sprintf("%s/%s:%d", name.Namespace, name.Hostname, gateway.HboneMtlsPort)
	}
	return "none"
}

// endpoints are the places that ztunnel itself would connect to, by its own rules
// (src/state.rs): the workload's target port, else the service's. With a port, of
// that port only.
func (a *ambient) endpoints(key string, wanted uint32) []string {
	var all []string
	for _, port := range a.services[key].Ports {
		if wanted != 0 && port.ServicePort != wanted {
			continue
		}
		for _, workload := range a.workloads {
			list, ok := workload.Services[key]
			if !ok {
				continue
			}
			target := port.TargetPort
			for _, own := range list.Ports {
				if own.ServicePort == port.ServicePort {
					target = own.TargetPort
				}
			}
			if target == 0 {
				continue
			}
			where := workload.Hostname
			if len(workload.Addresses) > 0 {
				ip, _ := netip.AddrFromSlice(workload.Addresses[0])
				where = ip.String()
			}
			if workload.TunnelProtocol == workloadapi.TunnelProtocol_HBONE {
				where = "hbone:" + where
			}
			all = append(all, joinAddress(where, target))
		}
	}
	slices.Sort(all)
	return all
}

// serviceAt is ztunnel's choice among services with one address (src/state/service.rs):
// one in the caller's namespace, else the canonical one.
func (a *ambient) serviceAt(address string) string {
	best := ""
	for _, key := range sortedKeys(a.services) {
		service := a.services[key]
		if !slices.Contains(vips(service), address) {
			continue
		}
		if best == "" || service.Namespace == a.namespace || (service.Canonical && a.services[best].Namespace != a.namespace) {
			best = key
		}
	}
	return best
}

func (a *ambient) isWorkload(address string) bool {
	return slices.ContainsFunc(a.workloads, func(w *workloadapi.Workload) bool {
		return slices.ContainsFunc(w.Addresses, func(bytes []byte) bool {
			ip, ok := netip.AddrFromSlice(bytes)
			return ok && ip.String() == address
		})
	})
}

// ztunnelDNS is ztunnel's own answer (src/dns/server.rs): it knows the names of all
// services that have an address, and tries the search domains of a pod.
func (a *ambient) ztunnelDNS(host, otherwise string) string {
	host = strings.TrimSuffix(host, ".")
	for _, name := range []string{host, host + "." + a.namespace + ".svc.cluster.local", host + ".svc.cluster.local", host + ".cluster.local"} {
		for _, key := range sortedKeys(a.services) {
			if service := a.services[key]; service.Hostname == name && len(vips(service)) > 0 {
				return vips(service)[0]
			}
		}
	}
	return otherwise
}

func hostOf(call string) string {
	_, rest, _ := strings.Cut(call, "://")
	rest, _, _ = strings.Cut(rest, "@")
	host, _, _ := strings.Cut(rest, ":")
	return host
}
