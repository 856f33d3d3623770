// SPDX-License-Identifier: Apache-2.0

package main

import (
	"strings"
	"testing"

	"istio.io/istio/pilot/pkg/simulation"
)

func TestParseCall(t *testing.T) {
	addresses := map[string]string{"payments.default": "10.96.0.2"}
	tests := []struct {
		text string
		want simulation.Call
	}{
		{"http://payments", simulation.Call{Address: "10.96.0.2", Port: 80, Protocol: simulation.HTTP, HostHeader: "payments"}},
		{"http://payments:81", simulation.Call{Address: "10.96.0.2", Port: 81, Protocol: simulation.HTTP, HostHeader: "payments:81"}},
		{"http://payments@192.0.2.1", simulation.Call{Address: "192.0.2.1", Port: 80, Protocol: simulation.HTTP, HostHeader: "payments"}},
		{"tls://payments", simulation.Call{Address: "10.96.0.2", Port: 443, Protocol: simulation.HTTP, TLS: simulation.TLS, Sni: "payments", HostHeader: "payments"}},
		{"tcp://192.0.2.1:6379", simulation.Call{Address: "192.0.2.1", Port: 6379, Protocol: simulation.TCP}},
		{"http://[2001:db8::1]:80", simulation.Call{Address: "2001:db8::1", Port: 80, Protocol: simulation.HTTP, HostHeader: "[2001:db8::1]:80"}},
		{"http://example.com", simulation.Call{Address: outsideAddress, Port: 80, Protocol: simulation.HTTP, HostHeader: "example.com"}},
	}
	for _, test := range tests {
		test.want.CallMode = simulation.CallModeOutbound
		got, err := parseCall(test.text, addresses, "default")
		if err != nil || got.Address != test.want.Address || got.Port != test.want.Port || got.Protocol != test.want.Protocol ||
			got.TLS != test.want.TLS || got.Sni != test.want.Sni || got.HostHeader != test.want.HostHeader || got.CallMode != test.want.CallMode {
			t.Errorf("%s: want %+v, got %+v, %v", test.text, test.want, got, err)
		}
	}
}

func TestParseCallRefuses(t *testing.T) {
	for _, text := range []string{"ftp://payments", "payments", "http://payments:port", "http://[::1"} {
		if got, err := parseCall(text, nil, "default"); err == nil {
			t.Errorf("%s: want an error, got %+v", text, got)
		}
	}
}

func TestResolve(t *testing.T) {
	addresses := map[string]string{"payments.default": "10.96.0.2", "payments.shop": "10.96.0.3"}
	for host, want := range map[string]string{
		"payments":                            "10.96.0.2",
		"payments.shop":                       "10.96.0.3",
		"payments.shop.svc":                   "10.96.0.3",
		"payments.shop.svc.cluster.local":     "10.96.0.3",
		"payments.shop.svc.cluster.local.":    "10.96.0.3",
		"payments.shop.example.com":           outsideAddress,
		"missing":                             outsideAddress,
		"2001:db8::1":                         "2001:db8::1",
		"payments.shop.svc.cluster.local.com": outsideAddress,
	} {
		if got := resolve(host, addresses, "default"); got != want {
			t.Errorf("%s: want %s, got %s", host, want, got)
		}
	}
}

func TestHostOf(t *testing.T) {
	for call, want := range map[string]string{"http://payments:80@192.0.2.1": "payments", "tls://api.example.com": "api.example.com"} {
		if got := hostOf(call); got != want {
			t.Errorf("%s: want %s, got %s", call, want, got)
		}
	}
}

func TestSplitAddress(t *testing.T) {
	tests := []struct {
		text, host string
		port       uint32
	}{
		{"192.0.2.1", "192.0.2.1", 0}, {"192.0.2.1:80", "192.0.2.1", 80}, {"[2001:db8::1]:80", "2001:db8::1", 80},
		{"[2001:db8::1]", "2001:db8::1", 0}, {"192.0.2.1:port", "", 0}, {"192.0.2.1:65536", "", 0},
	}
	for _, test := range tests {
		if host, port := splitAddress(test.text); host != test.host || port != test.port {
			t.Errorf("%s: want %s and %d, got %s and %d", test.text, test.host, test.port, host, port)
		}
	}
}

func TestReadDocuments(t *testing.T) {
	docs, err := readDocuments("file", []byte("# nothing\n---\nkind: Service\napiVersion: v1\nmetadata: {name: a}\n---\n[1]\n---\nkind: x\nkind: x\napiVersion: v1\n"))
	if err != nil || len(docs) != 3 {
		t.Fatalf("want 3 documents, got %d, %v", len(docs), err)
	}
	if docs[0].label() != "Service/a" || docs[0].identity() != "/Service/default/a" || docs[0].index != 1 {
		t.Errorf("got %s, %s, %d", docs[0].label(), docs[0].identity(), docs[0].index)
	}
	if docs[1].broken == nil || docs[1].label() != "?/?" {
		t.Errorf("a list is no object: %v", docs[1].broken)
	}
	if len(docs[2].faults) != 1 || !strings.Contains(docs[2].faults[0], `key "kind" already set in map`) {
		t.Errorf("two equal keys are a fault: %q", docs[2].faults)
	}
}

func TestSocketOfNothingIsPlaintext(t *testing.T) {
	if got := socket(nil); got != "plaintext" {
		t.Error(got)
	}
}

func TestEveryEndpointCoversAMatchWithoutFields(t *testing.T) {
	if !covers(nil, nil) {
		t.Error("does not")
	}
}
