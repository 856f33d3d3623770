package io.egressalias.check;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports servers that announce the names or addresses of their members to clients, which then
 * connect to the members and not to the alias.
 */
final class AnnouncedNamesRule implements AliasRule {

  /** The products, and what they need so that clients use the alias. */
  private enum Product {
    KAFKA("Kafka", "the brokers announce names of aliases in `advertised.listeners`"),
    MONGO(
        "MongoDB",
        "clients connect with `directConnection=true`, or connect to a `mongos`, or the server has no"
            + " replica set"),
    REDIS("Redis Cluster", "the members announce names of aliases in `cluster-announce-hostname`");

    private final String title;
    private final String condition;

    Product(String title, String condition) {
      this.title = title;
      this.condition = condition;
    }
  }

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().isExternal()) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      Product product = product(ports.get(i));
      if (product != null) {
        findings.add(
            Rule.ANNOUNCED_NAMES,
            alias.port(i),
            "the members of %s announce their own names or addresses, and clients that connect to port `%s` then connect to these and not to the alias"
                .formatted(product.title, ports.get(i).number()),
            "Keep the declaration as it is if " + product.condition);
        return;
      }
    }
  }

  private static @Nullable Product product(ResolvedPort port) {
    if (port.speaksHttp()) {
      return null;
    }
    if (port.protocol().orElse(null) == IstioProtocol.MONGO) {
      return Product.MONGO;
    }
    List<String> words = PortWords.of(port.declared().name().orElse(""));
    boolean redis = false;
    boolean cluster = false;
    for (String word : words) {
      switch (word) {
        case "kafka" -> {
          return Product.KAFKA;
        }
        case "mongo", "mongodb" -> {
          return Product.MONGO;
        }
        case "redis", "rediss" -> redis = true;
        case "cluster" -> cluster = true;
        default -> {
          // no product
        }
      }
    }
    return redis && cluster ? Product.REDIS : PortWords.isBare(words) ? ofNumber(port) : null;
  }

  private static @Nullable Product ofNumber(ResolvedPort port) {
    return switch (port.targetNumber()) {
      case 9092 -> Product.KAFKA;
      case 27017 -> Product.MONGO;
      default -> null;
    };
  }
}
