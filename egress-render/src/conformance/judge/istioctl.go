// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"istio.io/istio/istioctl/pkg/cli"
	"istio.io/istio/istioctl/pkg/validate"
)

// checkIstioctl runs the command "istioctl validate" on one Service: the only
// place where Istio objects to the names of ports. For Istio's own kinds that
// command runs what checkIstio runs.
func checkIstioctl(doc *document, report *report) error {
	dir, err := os.MkdirTemp("", "judge")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "document.yaml")
	if err := os.WriteFile(file, doc.json, 0o600); err != nil {
		return err
	}
	context := cli.NewFakeContext(&cli.NewFakeContextOption{Namespace: doc.meta.Namespace, IstioNamespace: "istio-system"})
	command := validate.NewValidateCommand(context)
	command.SilenceErrors, command.SilenceUsage = true, true
	command.SetArgs([]string{"-f", file})
	var output bytes.Buffer
	command.SetOut(&output)
	command.SetErr(&output)
	if err := command.Execute(); err != nil {
		for _, fault := range flatten(err) {
			report.error(doc, "istioctl-validate", fault)
		}
	}
	if _, warnings, found := strings.Cut(output.String(), "has warnings:"); found {
		report.warning(doc, "istioctl-validate", warnings)
	}
	return nil
}
