// SPDX-License-Identifier: Apache-2.0

package main

import (
	stdjson "encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	apivalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	kubejson "sigs.k8s.io/json"
)

// istioSchema finds the schema of an Istio kind in a version that it is served in.
func istioSchema(doc *document) (resource.Schema, bool) {
	gvk := config.GroupVersionKind{Group: doc.gvk.Group, Version: doc.gvk.Version, Kind: doc.gvk.Kind}
	return collections.PilotGatewayAPI().FindByGroupVersionAliasesKind(gvk)
}

// checkIstio decodes the object strictly and runs the validation of istiod's webhook.
func checkIstio(doc *document, schema resource.Schema, report *report) {
	var object crd.IstioKind
	strict, err := kubejson.UnmarshalStrict(doc.json, &object)
	for _, fault := range strict {
		report.error(doc, "istio-decode", fault.Error())
	}
	if err != nil {
		report.error(doc, "istio-decode", err.Error())
		return
	}
	for _, fault := range apivalidation.ValidateObjectMeta(&object.ObjectMeta, true, apivalidation.NameIsDNSSubdomain, field.NewPath("metadata")) {
		report.error(doc, "kube-validation", fault.Error())
	}
	cfg, err := crd.ConvertObjectInternal(schema, &object, "cluster.local", func(s resource.Schema, js string) (config.Spec, error) {
		spec, err := s.NewInstance()
		if err != nil {
			return nil, err
		}
		return spec, config.ApplyJSONStrict(spec, js)
	})
	if err != nil {
		report.error(doc, "istio-decode", err.Error())
		return
	}
	warnings, errs := schema.ValidateConfig(*cfg)
	for _, fault := range flatten(errs) {
		report.error(doc, "istio-validation", fault)
	}
	for _, fault := range flatten(warnings) {
		report.warning(doc, "istio-validation", fault)
	}
}

func flatten(err error) []string {
	if err == nil {
		return nil
	}
	if many, ok := err.(*multierror.Error); ok {
		var all []string
		for _, one := range many.Errors {
			all = append(all, flatten(one)...)
		}
		return all
	}
	return []string{err.Error()}
}

// analyze runs every analyzer of istioctl over the whole set at once, with
// Services among the sources (istioctl itself leaves them out when it reads files).
func analyze(docs []*document, report *report) error {
	analyzer := local.NewSourceAnalyzer(analyzers.AllCombined(), "", "istio-system", nil)
	var text strings.Builder
	for _, doc := range docs {
		if doc.broken == nil {
			fmt.Fprintf(&text, "---\n%s\n", doc.json)
		}
	}
	source := local.ReaderSource{Name: "input", Reader: strings.NewReader(text.String())}
	if err := analyzer.AddTestReaderKubeSource([]local.ReaderSource{source}); err != nil {
		report.error(nil, "analyze", err.Error())
	}
	if err := analyzer.AddDefaultResources(); err != nil {
		return err
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := analyzer.Analyze(stop)
	if err != nil {
		return err
	}
	for _, name := range result.SkippedAnalyzers {
		report.info(nil, "analyze", "analyzer skipped: "+name)
	}
	for _, message := range result.Messages {
		doc := originOf(docs, message)
		text := fmt.Sprintf("[%s] %s", message.Type.Code(), fmt.Sprintf(message.Type.Template(), message.Parameters...))
		switch message.Type.Level() {
		case diag.Error:
			report.error(doc, "analyze", text)
		case diag.Warning:
			report.warning(doc, "analyze", text)
		default:
			report.info(doc, "analyze", text)
		}
	}
	return nil
}

func originOf(docs []*document, message diag.Message) *document {
	if message.Resource == nil {
		return nil
	}
	origin := message.Resource.Origin.FriendlyName()
	index := slices.IndexFunc(docs, func(d *document) bool {
		return origin == fmt.Sprintf("%s %s.%s", d.gvk.Kind, d.meta.Name, d.meta.Namespace) ||
			origin == fmt.Sprintf("%s %s/%s", d.gvk.Kind, d.meta.Namespace, d.meta.Name)
	})
	if index < 0 {
		return nil
	}
	return docs[index]
}

// istioYAML is the Istio part of the input as one text, for istiod's own reader.
func istioYAML(docs []*document) string {
	var parts []string
	for _, doc := range docs {
		if _, ok := istioSchema(doc); ok && doc.broken == nil {
			parts = append(parts, string(stdjson.RawMessage(doc.json)))
		}
	}
	return strings.Join(parts, "\n---\n")
}
