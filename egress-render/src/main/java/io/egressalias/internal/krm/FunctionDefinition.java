package io.egressalias.internal.krm;

import io.egressalias.declaration.JsonSchema;
import io.egressalias.model.EgressAliases;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the function for tools that catalog functions.
 *
 * @see <a
 *     href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-cli/2906-kustomize-function-catalog#function-metadata-schema">
 *     KEP-2906, function metadata schema</a>
 */
public final class FunctionDefinition {
  private FunctionDefinition() {}

  /** Returns the definition, an object of the kind {@code KRMFunctionDefinition}. */
  public static ObjectNode document() {
    int slash = EgressAliases.API_VERSION.indexOf('/');
    String group = EgressAliases.API_VERSION.substring(0, slash);
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("apiVersion", "config.kubernetes.io/v1alpha1");
    definition.put("kind", "KRMFunctionDefinition");
    definition.putObject("metadata").put("name", "egressaliases." + group);
    ObjectNode spec = definition.putObject("spec");
    spec.put("group", group);
    spec.putObject("names").put("kind", EgressAliases.KIND);
    spec.put(
        "description",
        "Gives external services the DNS names of local ones: generates the Kubernetes and Istio"
            + " manifests of egress aliases");
    spec.putArray("tags").add("generator").add("istio");
    ObjectNode version = spec.putArray("versions").addObject();
    version.put("name", EgressAliases.API_VERSION.substring(slash + 1));
    version.putObject("schema").set("openAPIV3Schema", JsonSchema.openApi());
    version.put("idempotent", true);
    version.put("license", "Apache-2.0");
    version.putObject("runtime").putObject("exec").put("path", "egress");
    return definition;
  }
}
