// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// asCommand makes the binary of the tests behave as the command.
const asCommand = "JUDGE_TEST_AS_COMMAND"

var update = flag.Bool("update", false, "write the golden files, and fail where one changes")

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// command runs the command in the folder testdata.
func command(t *testing.T, args ...string) (out, err string, status int) {
	t.Helper()
	self, failure := os.Executable()
	if failure != nil {
		t.Fatal(failure)
	}
	process := exec.Command(self, args...)
	process.Dir = "testdata"
	process.Env = append(os.Environ(), asCommand+"=true")
	var stdout, stderr bytes.Buffer
	process.Stdout, process.Stderr = &stdout, &stderr
	failure = process.Run()
	var exit *exec.ExitError
	if failure != nil && !errors.As(failure, &exit) {
		t.Fatal(failure)
	}
	return stdout.String(), stderr.String(), process.ProcessState.ExitCode()
}

func golden(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	want, err := os.ReadFile(file)
	if err == nil && string(want) == text {
		return
	}
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%s: want\n%sgot\n%s", file, want, text)
}

func TestPrintsWhatIstiodSends(t *testing.T) {
	tests := []struct {
		name   string
		status int
		args   []string
	}{
		{"check-right", 0, []string{"check", "routed.yaml", "selector.yaml"}},
		{"check-wrong", 1, []string{"check", "wrong.yaml"}},
		{"check-json", 1, []string{"check", "--json", "--no-analyze", "wrong.yaml"}},
		{"check-digit", 1, []string{"check", "--no-analyze", "--kube-feature-gates", "RelaxedServiceNameValidation=false", "digit.yaml"}},
		{"envoy", 0, []string{"envoy", "--call", "http://payments", "--call", "tls://payments", "--call", "tcp://payments:99",
			"--call", "http://api.example.com", "routed.yaml"}},
		{"envoy-registry-only", 0, []string{"envoy", "--registry-only", "--dns-proxy", "--namespace", "elsewhere",
			"--call", "http://payments.default", "--call", "http://api.example.com", "routed.yaml"}},
		{"envoy-selected", 0, []string{"envoy", "--label", "app=shop", "--call", "http://orders", "selector.yaml"}},
		{"envoy-not-selected", 0, []string{"envoy", "--call", "http://orders", "selector.yaml"}},
		{"waypoint", 0, []string{"waypoint", "--call", "http://payments", "--call", "tls://payments:443", "routed.yaml"}},
		{"waypoint-not-ready", 0, []string{"waypoint", "--not-ready", "--call", "http://payments", "routed.yaml"}},
		{"waypoint-enrolled", 0, []string{"waypoint", "--enroll", "--call", "http://orders", "selector.yaml"}},
		{"gateway", 0, []string{"gateway", "--call", "http://payments", "gateway.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err, status := command(t, test.args...)
			if status != test.status || err != "" {
				t.Fatalf("want status %d and no error, got %d\n%s%s", test.status, status, out, err)
			}
			golden(t, test.name, out)
		})
	}
}

// An Envoy can start from the bootstrap, and what was changed in it is named.
func TestPrintsABootstrapWithoutWayOut(t *testing.T) {
	args := []string{"bootstrap", "--entry", "15001", "--resolve", "api.example.com:443=127.0.0.1:8443", "--ca", "ca.pem",
		"--secret", "ROOTCA=mesh.pem", "--secret", "default=pod.pem,pod.key", "routed.yaml"}
	out, notes, status := command(t, args...)
	if status != 0 {
		t.Fatalf("status %d\n%s", status, notes)
	}
	golden(t, "bootstrap-notes", notes)
	for _, want := range []string{`"address": "127.0.0.1"`, `"port_value": 8443`, `ca.pem"`} {
		if !bytes.Contains([]byte(out), []byte(want)) {
			t.Errorf("the bootstrap does not hold %s", want)
		}
	}
	if again, _, _ := command(t, args...); again != out {
		t.Error("the same input gives other bytes")
	}
}

func TestMisuseHasStatus2(t *testing.T) {
	for _, args := range [][]string{
		{}, {"chek"}, {"check"}, {"check", "no-such-file.yaml"}, {"envoy"}, {"gateway", "--gateway", "no-dot", "gateway.yaml"},
		{"bootstrap", "--resolve", "host", "routed.yaml"}, {"bootstrap", "--passthrough", "host:80", "routed.yaml"},
		{"bootstrap", "--secret", "name", "routed.yaml"},
	} {
		if out, err, status := command(t, args...); status != 2 || out != "" || err == "" {
			t.Errorf("%q: status %d, out %q, err %q", args, status, out, err)
		}
	}
}
