// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apiserver/pkg/endpoints/deprecation"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
)

// The release whose validation is compiled in; it decides which types count as
// deprecated.
const kubernetesMajor, kubernetesMinor = 1, 36

type kubeKind struct {
	resource string
	strategy rest.RESTCreateStrategy
}

var kubeKinds = map[schema.GroupVersionKind]kubeKind{
	corev1.SchemeGroupVersion.WithKind("Service"):            {"services", service.Strategy},
	corev1.SchemeGroupVersion.WithKind("Endpoints"):          {"endpoints", endpoint.Strategy},
	discoveryv1.SchemeGroupVersion.WithKind("EndpointSlice"): {"endpointslices", endpointslice.Strategy},
}

var strictJSON = json.NewSerializerWithOptions(json.DefaultMetaFactory, legacyscheme.Scheme, legacyscheme.Scheme,
	json.SerializerOptions{Strict: true})

// checkKubernetes takes the object through what the API server does to a POST:
// strict decoding, defaulting, conversion, and the registry's create strategy
// (which holds hand-written and declarative validation, and warnings).
func checkKubernetes(doc *document, kind kubeKind, report *report) {
	decoder := legacyscheme.Codecs.DecoderToVersion(strictJSON, runtime.InternalGroupVersioner)
	object, _, err := decoder.Decode(doc.json, nil, nil)
	if strict, ok := runtime.AsStrictDecodingError(err); ok {
		for _, fault := range strict.Errors() {
			report.error(doc, "kube-decode", fault.Error())
		}
	} else if err != nil {
		report.error(doc, "kube-decode", err.Error())
	}
	if object == nil {
		return
	}
	if svc, ok := object.(*core.Service); ok && svc.Spec.ClusterIP != "" && len(svc.Spec.ClusterIPs) == 0 {
		// The service registry fills the plural from the singular before it validates.
		svc.Spec.ClusterIPs = []string{svc.Spec.ClusterIP}
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		report.error(doc, "kube-decode", err.Error())
		return
	}
	rest.FillObjectMetaSystemFields(accessor)

	ctx := request.WithNamespace(context.Background(), accessor.GetNamespace())
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", Namespace: accessor.GetNamespace(), Name: accessor.GetName(),
		APIGroup: doc.gvk.Group, APIVersion: doc.gvk.Version, Resource: kind.resource,
	})
	ctx = warning.WithWarningRecorder(ctx, warningFunc(func(text string) { report.warning(doc, "kube-validation", text) }))
	if err := rest.BeforeCreate(kind.strategy, ctx, object); err != nil {
		reportStatus(doc, err, report)
	}
	if versioned, err := decodeVersioned(doc); err == nil && deprecation.IsDeprecated(versioned, kubernetesMajor, kubernetesMinor) {
		report.warning(doc, "kube-deprecation", deprecation.WarningMessage(versioned))
	}
}

// reportStatus gives every cause of a refusal a line of its own.
func reportStatus(doc *document, err error, report *report) {
	var status *apierrors.StatusError
	if !errors.As(err, &status) || status.ErrStatus.Details == nil || len(status.ErrStatus.Details.Causes) == 0 {
		report.error(doc, "kube-validation", err.Error())
		return
	}
	for _, cause := range status.ErrStatus.Details.Causes {
		report.error(doc, "kube-validation", fmt.Sprintf("%s: %s", cause.Field, cause.Message))
	}
}

// decodeVersioned reads a core object leniently, with defaults applied.
func decodeVersioned(doc *document) (runtime.Object, error) {
	decoder := legacyscheme.Codecs.UniversalDecoder(corev1.SchemeGroupVersion, discoveryv1.SchemeGroupVersion)
	object, _, err := decoder.Decode(doc.json, nil, nil)
	return object, err
}

type warningFunc func(text string)

func (f warningFunc) AddWarning(_, text string) { f(text) }
