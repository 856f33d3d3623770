// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	utilfeature "k8s.io/apiserver/pkg/util/feature"
)

// finding is one line of "judge check".
type finding struct {
	File     string `json:"file"`
	Document int    `json:"document"`
	Object   string `json:"object"`
	Severity string `json:"severity"`
	Source   string `json:"source"`
	Message  string `json:"message"`
}

type report struct {
	findings []finding
	counts   map[string]int
}

func (r *report) add(doc *document, severity, source, message string) {
	f := finding{File: "-", Object: "-", Severity: severity, Source: source,
		Message: strings.Join(strings.Fields(message), " ")}
	if doc != nil {
		f.File, f.Document, f.Object = doc.file, doc.index, doc.label()
	}
	r.findings = append(r.findings, f)
	r.counts[severity]++
}

func (r *report) error(doc *document, source, message string) { r.add(doc, "error", source, message) }
func (r *report) warning(doc *document, source, message string) {
	r.add(doc, "warning", source, message)
}
func (r *report) info(doc *document, source, message string) { r.add(doc, "info", source, message) }

func runCheck(args []string, out io.Writer) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print findings as JSON lines")
	noAnalyze := flags.Bool("no-analyze", false, "leave out the analyzers")
	gates := flags.String("kube-feature-gates", "", "feature gates of the API server, as NAME=BOOL,...")
	if err := flags.Parse(args); err != nil || flags.NArg() == 0 {
		fail(usage)
	}
	if err := utilfeature.DefaultMutableFeatureGate.Set(*gates); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	docs, err := readFiles(flags.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	report := &report{counts: map[string]int{}}
	for _, doc := range docs {
		if err := checkDocument(doc, report); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
	}
	checkUnique(docs, report)
	if !*noAnalyze {
		if err := analyze(docs, report); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
	}
	report.print(out, len(docs), *asJSON)
	if report.counts["error"] > 0 {
		return 1
	}
	return 0
}

func checkDocument(doc *document, report *report) error {
	for _, fault := range doc.faults {
		report.error(doc, "yaml", fault)
	}
	if doc.broken != nil {
		report.error(doc, "yaml", doc.broken.Error())
		return nil
	}
	if kind, ok := kubeKinds[doc.gvk]; ok {
		checkKubernetes(doc, kind, report)
		if doc.gvk.Kind == "Service" {
			return checkIstioctl(doc, report)
		}
		return nil
	}
	if schema, ok := istioSchema(doc); ok {
		checkIstio(doc, schema, report)
		return nil
	}
	report.error(doc, "judge", fmt.Sprintf("%s is not a kind that this program checks", doc.gvk))
	return nil
}

func checkUnique(docs []*document, report *report) {
	first := map[string]*document{}
	for _, doc := range docs {
		if doc.broken != nil {
			continue
		}
		if earlier, ok := first[doc.identity()]; ok {
			report.error(doc, "judge", fmt.Sprintf("same object as %s:%d", earlier.file, earlier.index))
			continue
		}
		first[doc.identity()] = doc
	}
}

func (r *report) print(out io.Writer, documents int, asJSON bool) {
	for _, f := range r.findings {
		if asJSON {
			line, _ := json.Marshal(f)
			fmt.Fprintln(out, string(line))
			continue
		}
		fmt.Fprintf(out, "%s:%d %s: %s %s: %s\n", f.File, f.Document, f.Object, f.Severity, f.Source, f.Message)
	}
	if asJSON {
		fmt.Fprintf(out, "{\"documents\":%d,\"errors\":%d,\"warnings\":%d}\n", documents, r.counts["error"], r.counts["warning"])
		return
	}
	fmt.Fprintf(out, "%d documents, %d errors, %d warnings\n", documents, r.counts["error"], r.counts["warning"])
}
