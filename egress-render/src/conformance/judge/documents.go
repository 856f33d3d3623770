// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	kubejson "sigs.k8s.io/json"
	"sigs.k8s.io/yaml"
)

const defaultNamespace = "default"

// document is one YAML document of one file, read as a cluster would read it.
type document struct {
	file   string
	index  int // from 1, empty documents not counted
	gvk    schema.GroupVersionKind
	meta   metav1.ObjectMeta
	json   []byte // with metadata.namespace filled in
	broken error  // why it could not be read at all
	faults []string
}

func (d *document) label() string {
	kind, name := d.gvk.Kind, d.meta.Name
	if kind == "" {
		kind = "?"
	}
	if name == "" {
		name = "?"
	}
	return kind + "/" + name
}

// identity is what may occur only once in a cluster.
func (d *document) identity() string {
	return strings.Join([]string{d.gvk.Group, d.gvk.Kind, d.meta.Namespace, d.meta.Name}, "/")
}

func readFiles(names []string) ([]*document, error) {
	var all []*document
	for _, name := range names {
		text, err := readFile(name)
		if err != nil {
			return nil, err
		}
		docs, err := readDocuments(name, text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, docs...)
	}
	return all, nil
}

func readFile(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(name)
}

func readDocuments(file string, text []byte) ([]*document, error) {
	var docs []*document
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		chunk, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return docs, err
		}
		doc := parseDocument(chunk)
		if doc == nil {
			continue
		}
		doc.file, doc.index = file, len(docs)+1
		docs = append(docs, doc)
	}
}

// parseDocument returns nil for a document that holds nothing but comments.
func parseDocument(chunk []byte) *document {
	doc := &document{}
	asJSON, err := yaml.YAMLToJSONStrict(chunk)
	if err != nil {
		doc.faults = append(doc.faults, err.Error())
		if asJSON, err = yaml.YAMLToJSON(chunk); err != nil {
			doc.broken = err
			return doc
		}
	}
	if string(asJSON) == "null" {
		return nil
	}
	var object map[string]any
	if err := json.Unmarshal(asJSON, &object); err != nil {
		doc.broken = fmt.Errorf("not an object: %w", err)
		return doc
	}
	var head struct {
		metav1.TypeMeta `json:",inline"`
		Metadata        metav1.ObjectMeta `json:"metadata"`
	}
	if err := kubejson.UnmarshalCaseSensitivePreserveInts(asJSON, &head); err != nil {
		doc.broken = err
		return doc
	}
	doc.gvk, doc.meta = head.GroupVersionKind(), head.Metadata
	if doc.gvk.Kind == "" || doc.gvk.Version == "" {
		doc.broken = errors.New("apiVersion and kind are required")
		return doc
	}
	if doc.meta.Namespace == "" && doc.gvk.Kind != "Namespace" {
		doc.meta.Namespace = defaultNamespace
		if metadata, ok := object["metadata"].(map[string]any); ok {
			metadata["namespace"] = defaultNamespace
		}
	}
	if doc.json, err = json.Marshal(object); err != nil {
		doc.broken = err
	}
	return doc
}
