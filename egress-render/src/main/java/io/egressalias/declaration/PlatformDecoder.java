package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.text.Tree;
import io.egressalias.text.Tree.Mapping;
import io.egressalias.text.Tree.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a platform, and fills in what it leaves open. */
final class PlatformDecoder {
  /** The word for a cluster without a mesh. */
  static final String NO_ISTIO = "none";

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
    istio(tree, platform);
    kubernetes(tree, platform);
    clusterDomain(tree, platform);
    outboundTrafficPolicy(tree, platform);
    return platform.build();
  }

  private void istio(Mapping tree, Platform.Builder platform) {
    Optional<String> assumed = assumptions.istio();
    String text = said(tree, "istio", assumed);
    if (text == null) {
      return;
    }
    Optional<Istio> istio = istio(text);
    if (istio.isEmpty()) {
      noRelease("istio", text, "1.27", ", or `istio: none` for a cluster without a mesh");
      return;
    }
    platform.istio(istio.get());
    if (assumed.isPresent() && !istio(assumed.get()).equals(istio)) {
      contradiction(PLATFORM.key("istio"), text, assumed.get(), "--istio");
    }
  }

  private void kubernetes(Mapping tree, Platform.Builder platform) {
    Optional<String> assumed = assumptions.kubernetes();
    String text = said(tree, "kubernetes", assumed);
    if (text == null) {
      return;
    }
    Optional<KubernetesVersion> version = KubernetesVersion.parse(text);
    if (version.isEmpty()) {
      noRelease("kubernetes", text, "1.34", "");
      return;
    }
    platform.kubernetes(version.get());
    if (assumed.isPresent() && !KubernetesVersion.parse(assumed.get()).equals(version)) {
      contradiction(PLATFORM.key("kubernetes"), text, assumed.get(), "--kubernetes");
    }
  }

  private void clusterDomain(Mapping tree, Platform.Builder platform) {
    Optional<String> assumed = assumptions.clusterDomain();
    String domain = said(tree, "clusterDomain", assumed);
    if (domain == null) {
      return;
    }
    platform.clusterDomain(domain);
    if (assumed.isPresent() && !assumed.get().equals(domain)) {
      contradiction(PLATFORM.key("clusterDomain"), domain, assumed.get(), "--cluster-domain");
    }
  }

  private void outboundTrafficPolicy(Mapping tree, Platform.Builder platform) {
    Optional<OutboundTrafficPolicy> assumed = assumptions.outboundTrafficPolicy();
    String word = said(tree, "outboundTrafficPolicy", Optional.empty());
    for (OutboundTrafficPolicy policy : OutboundTrafficPolicy.values()) {
      if (word != null && policy.name().equals(word)) {
        platform.outboundTrafficPolicy(policy);
        if (assumed.isPresent() && assumed.get() != policy) {
          FieldPath path = PLATFORM.key("outboundTrafficPolicy");
          contradiction(path, word, assumed.get().name(), "--outbound-traffic-policy");
        }
      }
    }
    if (assumed.isPresent() && tree.entry("outboundTrafficPolicy") == null) {
      platform.outboundTrafficPolicy(assumed.get());
    }
  }

  /** What is declared, or else assumed; null: neither, or it is declared and no text. */
  private static @Nullable String said(Mapping tree, String key, Optional<String> assumed) {
    return tree.entry(key) == null && assumed.isPresent() ? assumed.get() : Decoder.text(tree, key);
  }

  Optional<String> namespace(Optional<String> declared) {
    Optional<String> assumed = assumptions.namespace();
    if (declared.isPresent() && assumed.isPresent() && !declared.equals(assumed)) {
      contradiction(
          FieldPath.of("spec", "namespace"), declared.get(), assumed.get(), "--namespace");
    }
    return declared.isPresent() ? declared : assumed;
  }

  private void noRelease(String key, String found, String example, String alternative) {
    FieldPath path = PLATFORM.key(key);
    findings.add(
        Rule.VERSION,
        path,
        position(path),
        "expected a release such as `%s`, found `%s`".formatted(example, Quoted.shortened(found)),
        "Write major and minor number in quotes: `%s: \"%s\"`%s"
            .formatted(key, example, alternative));
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

  private Position position(FieldPath path) {
    return Locator.locate(document, path);
  }

  static Optional<Istio> istio(String text) {
    if (text.equals(NO_ISTIO)) {
      return Optional.of(Istio.none());
    }
    Optional<IstioVersion> version = IstioVersion.parse(text);
    return version.isPresent() ? Optional.of(Istio.release(version.get())) : Optional.empty();
  }
}
