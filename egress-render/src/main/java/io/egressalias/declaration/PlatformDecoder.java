package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Position;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import java.util.Optional;
import java.util.function.Function;

/** Reads a platform, and fills in what it leaves open. */
final class PlatformDecoder {
  private static final FieldPath PLATFORM = FieldPath.of("spec", "platform");

  private final Assumptions assumptions;
  private final DocumentFindings findings;
  private final Tree document;

  PlatformDecoder(Tree document, Assumptions assumptions, DocumentFindings findings) {
    this.document = document;
    this.assumptions = assumptions;
    this.findings = findings;
  }

  Platform platform(Mapping tree) {
    Platform.Builder platform = Platform.builder();
    value(tree, "istio", assumptions.istio(), PlatformDecoder::istio, "--istio")
        .ifPresent(platform::istio);
    value(tree, "kubernetes", assumptions.kubernetes(), KubernetesVersion::parse, "--kubernetes")
        .ifPresent(platform::kubernetes);
    value(tree, "clusterDomain", assumptions.clusterDomain(), Optional::of, "--cluster-domain")
        .ifPresent(platform::clusterDomain);
    value(
            tree,
            "outboundTrafficPolicy",
            assumptions.outboundTrafficPolicy().map(Enum::name),
            PlatformDecoder::policy,
            "--outbound-traffic-policy")
        .ifPresent(platform::outboundTrafficPolicy);
    return platform.build();
  }

  Optional<String> namespace(Optional<String> declared) {
    Optional<String> assumed = assumptions.namespace();
    if (declared.isPresent() && assumed.isPresent() && !declared.equals(assumed)) {
      contradiction(
          FieldPath.of("spec", "namespace"), declared.get(), assumed.get(), "--namespace");
    }
    return declared.or(() -> assumed);
  }

  private <T> Optional<T> value(
      Mapping tree,
      String key,
      Optional<String> assumed,
      Function<String, Optional<T>> parser,
      String option) {
    Optional<String> declared = Decoder.text(tree, key);
    FieldPath path = PLATFORM.key(key);
    if (declared.isEmpty()) {
      return tree.entry(key).isPresent() ? Optional.empty() : assumed.flatMap(parser);
    }
    Optional<T> value = declared.flatMap(parser);
    if (value.isEmpty() && !key.equals("outboundTrafficPolicy")) {
      findings.add(
          Rule.VERSION,
          path,
          position(path),
          "expected a release such as `%s`, found `%s`"
              .formatted(example(key), Quoted.shortened(declared.get())),
          "Write major and minor number in quotes: `%s: \"%s\"`%s"
              .formatted(
                  key,
                  example(key),
                  key.equals("istio") ? ", or `istio: none` for a cluster without a mesh" : ""));
    } else if (assumed.isPresent() && !assumed.flatMap(parser).equals(value)) {
      contradiction(path, declared.get(), assumed.get(), option);
    }
    return value;
  }

  private void contradiction(FieldPath path, String declared, String assumed, String option) {
    findings.add(
        Rule.CONTRADICTING_OPTION,
        path,
        position(path),
        "the declaration says `%s`, the option `%s %s` says otherwise"
            .formatted(Quoted.shortened(declared), option, Quoted.shortened(assumed)),
        "Leave the option out, or take `" + path + "` out of the declaration");
  }

  private static String example(String key) {
    return key.equals("istio") ? "1.27" : "1.34";
  }

  private Position position(FieldPath path) {
    return Locator.locate(document, path);
  }

  static Optional<Istio> istio(String text) {
    return text.equals("none")
        ? Optional.of(Istio.none())
        : IstioVersion.parse(text).map(Istio::release);
  }

  private static Optional<OutboundTrafficPolicy> policy(String word) {
    for (OutboundTrafficPolicy policy : OutboundTrafficPolicy.values()) {
      if (policy.name().equals(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
