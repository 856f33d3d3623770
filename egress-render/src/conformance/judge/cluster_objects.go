// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net"
	"strings"

	"istio.io/istio/pkg/test"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// kubernetesObjects turns the core documents into what a cluster would hold:
// Services have a cluster IP, and Endpoints have been mirrored to EndpointSlices.
// The map says which address DNS inside the cluster gives for a service.
func kubernetesObjects(t test.Failer, docs []*document) ([]runtime.Object, map[string]string) {
	objects := []runtime.Object{&corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: defaultNamespace}}}
	addresses := map[string]string{}
	headless := map[string]bool{}
	next := 1
	for _, doc := range docs {
		if _, istio := istioSchema(doc); istio {
			continue
		}
		object, err := decodeVersioned(doc)
		if err != nil {
			t.Fatalf("%s:%d: %v", doc.file, doc.index, err)
		}
		switch typed := object.(type) {
		case *corev1.Service:
			if typed.Spec.Type != corev1.ServiceTypeExternalName && typed.Spec.ClusterIP == "" {
				typed.Spec.ClusterIP = fmt.Sprintf("10.96.%d.%d", next/250, next%250+1)
				next++
			}
			switch ip := typed.Spec.ClusterIP; ip {
			case "":
			case corev1.ClusterIPNone:
				headless[typed.Name+"."+typed.Namespace] = true
			default:
				typed.Spec.ClusterIPs = []string{ip}
				addresses[typed.Name+"."+typed.Namespace] = ip
			}
		case *corev1.Endpoints:
			for _, slice := range mirror(typed) {
				objects = append(objects, slice)
			}
		}
		objects = append(objects, object)
	}
	for _, object := range objects {
		// DNS answers for a headless service with the addresses of its endpoints.
		if slice, ok := object.(*discoveryv1.EndpointSlice); ok && len(slice.Endpoints) > 0 {
			if name := slice.Labels[discoveryv1.LabelServiceName] + "." + slice.Namespace; headless[name] {
				addresses[name] = slice.Endpoints[0].Addresses[0]
			}
		}
	}
	return objects, addresses
}

// mirror does what the EndpointSliceMirroring controller does: a slice for every
// subset and address family, with the labels of the Endpoints.
func mirror(endpoints *corev1.Endpoints) []*discoveryv1.EndpointSlice {
	var slicesOut []*discoveryv1.EndpointSlice
	for number, subset := range endpoints.Subsets {
		for _, family := range []discoveryv1.AddressType{discoveryv1.AddressTypeIPv4, discoveryv1.AddressTypeIPv6} {
			slice := &discoveryv1.EndpointSlice{AddressType: family, ObjectMeta: metav1.ObjectMeta{
				Name:      fmt.Sprintf("%s-%d-%s", endpoints.Name, number, strings.ToLower(string(family))),
				Namespace: endpoints.Namespace,
				Labels:    map[string]string{},
			}}
			for key, value := range endpoints.Labels {
				slice.Labels[key] = value
			}
			slice.Labels[discoveryv1.LabelServiceName] = endpoints.Name
			slice.Labels[discoveryv1.LabelManagedBy] = "endpointslicemirroring-controller.k8s.io"
			for i := range subset.Ports {
				port := &subset.Ports[i]
				slice.Ports = append(slice.Ports, discoveryv1.EndpointPort{
					Name: &port.Name, Port: &port.Port, Protocol: &port.Protocol, AppProtocol: port.AppProtocol,
				})
			}
			ready := true
			for _, address := range subset.Addresses {
				if isIPv4 := net.ParseIP(address.IP).To4() != nil; isIPv4 == (family == discoveryv1.AddressTypeIPv4) {
					slice.Endpoints = append(slice.Endpoints, discoveryv1.Endpoint{
						Addresses: []string{address.IP}, Conditions: discoveryv1.EndpointConditions{Ready: &ready},
					})
				}
			}
			if len(slice.Endpoints) > 0 {
				slicesOut = append(slicesOut, slice)
			}
		}
	}
	return slicesOut
}
