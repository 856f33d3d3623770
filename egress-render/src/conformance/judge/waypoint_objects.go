// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"istio.io/api/label"
	"istio.io/istio/pkg/kube"
	"istio.io/istio/pkg/test"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	metadatafake "k8s.io/client-go/metadata/fake"
	kubetesting "k8s.io/client-go/testing"
	"sigs.k8s.io/gateway-api/pkg/consts"
)

// waypointPlatform is what "istioctl waypoint apply" and the controllers make of
// it: the Gateway, ready, with its Service and one instance.
const waypointPlatform = `
apiVersion: v1
kind: Service
metadata:
  name: NAME
  namespace: NAMESPACE
  labels: {gateway.istio.io/managed: istio.io-mesh-controller, gateway.networking.k8s.io/gateway-name: NAME}
spec:
  clusterIP: 10.96.255.15
  ports: [{name: mesh, port: 15008, protocol: TCP, appProtocol: hbone}]
  selector: {gateway.networking.k8s.io/gateway-name: NAME}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: istio-waypoint}
spec: {controllerName: istio.io/mesh-controller}
---
apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: {name: NAME-instance, namespace: NAMESPACE}
spec:
  address: 10.244.0.15
  labels: {gateway.networking.k8s.io/gateway-name: NAME}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: NAME, namespace: NAMESPACE, labels: {istio.io/waypoint-for: service}}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}]
status: {addresses: [{type: Hostname, value: NAME.NAMESPACE.svc.cluster.local}]}
`

// installGatewayAPI gives the CRDs the mark by which istiod knows their release.
func (a *ambient) installGatewayAPI(client kube.Client) {
	fake := client.Metadata().(*metadatafake.FakeMetadataClient)
	fake.PrependReactor("create", "customresourcedefinitions", func(action kubetesting.Action) (bool, runtime.Object, error) {
		crd := action.(kubetesting.CreateAction).GetObject().(metav1.Object)
		if strings.HasSuffix(crd.GetName(), ".gateway.networking.k8s.io") {
			crd.SetAnnotations(map[string]string{consts.BundleVersionAnnotation: a.gatewayAPI})
		}
		return false, nil, nil
	})
}

// platform is the waypoint, unless the set holds one.
func (a *ambient) platform(t test.Failer, docs []*document, name, namespace string) []*document {
	text := strings.NewReplacer("NAMESPACE", namespace, "NAME", name).Replace(waypointPlatform)
	made, err := readDocuments("waypoint", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	gateway := made[len(made)-1]
	for _, doc := range docs {
		if doc.identity() == gateway.identity() {
			made, gateway = made[:len(made)-1], doc
			edit(t, doc, func(object map[string]any) {
				host := map[string]any{"type": "Hostname", "value": name + "." + namespace + ".svc.cluster.local"}
				object["status"] = map[string]any{"addresses": []any{host}}
			})
		}
	}
	if a.notReady {
		edit(t, gateway, func(object map[string]any) { delete(object, "status") })
	}
	return made
}

func edit(t test.Failer, doc *document, change func(object map[string]any)) {
	var object map[string]any
	if err := json.Unmarshal(doc.json, &object); err != nil {
		t.Fatal(err)
	}
	change(object)
	var err error
	if doc.json, err = json.Marshal(object); err != nil {
		t.Fatal(err)
	}
}

// allocateAddresses does what istiod's controller does since 1.25: a ServiceEntry
// that brings no address gets one for every host, in its status.
func allocateAddresses(t test.Failer, docs []*document) {
	next := 0
	for _, doc := range docs {
		if doc.gvk.Kind != "ServiceEntry" {
			continue
		}
		edit(t, doc, func(object map[string]any) {
			spec, _ := object["spec"].(map[string]any)
			off := doc.meta.Labels[label.NetworkingEnableAutoallocateIp.Name] == "false"
			if off || spec["addresses"] != nil || object["status"] != nil || spec["resolution"] == nil || spec["resolution"] == "NONE" {
				return
			}
			var all []any
			hosts, _ := spec["hosts"].([]any)
			for _, host := range hosts {
				next++
				all = append(all, map[string]any{"value": fmt.Sprintf("240.240.0.%d", next), "host": host})
			}
			object["status"] = map[string]any{"addresses": all}
		})
	}
}

// istioObjects are the Istio and Gateway API documents in their stored versions:
// the ambient index and the routes of the Gateway API come from the cluster.
func istioObjects(t test.Failer, docs []*document) []runtime.Object {
	var objects []runtime.Object
	for _, doc := range docs {
		schema, ok := istioSchema(doc)
		if !ok {
			continue
		}
		edit(t, doc, func(object map[string]any) {
			object["apiVersion"] = schema.Group() + "/" + schema.Version()
			if schema.IsClusterScoped() {
				delete(object["metadata"].(map[string]any), "namespace")
			}
		})
		object, _, err := kube.IstioCodec.UniversalDeserializer().Decode(doc.json, nil, nil)
		if err != nil {
			t.Fatalf("%s:%d: %v", doc.file, doc.index, err)
		}
		objects = append(objects, object)
	}
	return objects
}

// withNamespaces adds the namespaces that the objects are in.
func withNamespaces(objects []runtime.Object, change func(*corev1.Namespace)) []runtime.Object {
	all := map[string]*corev1.Namespace{}
	var others []runtime.Object
	for _, object := range objects {
		if namespace, ok := object.(*corev1.Namespace); ok {
			all[namespace.Name] = namespace
			continue
		}
		others = append(others, object)
	}
	for _, object := range others {
		if name := object.(metav1.Object).GetNamespace(); name != "" && all[name] == nil {
			all[name] = &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}
		}
	}
	for _, name := range sortedKeys(all) {
		if all[name].Labels == nil {
			all[name].Labels = map[string]string{}
		}
		change(all[name])
		others = append(others, all[name])
	}
	return others
}
