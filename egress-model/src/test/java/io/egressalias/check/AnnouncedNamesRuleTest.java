package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnnouncedNamesRuleTest {
  private static final String KAFKA =
      "Keep the declaration as it is if the brokers announce names of aliases in `advertised.listeners`";

  @ParameterizedTest
  @CsvSource({
    "tcp-kafka:9092, 1.27, kafka",
    "tls-kafka:9093, 1.27, kafka",
    "kafka:9092, none, kafka",
    "tcp:9092, 1.27, kafka",
    "tcp-events:9092, 1.27, ''",
    "http:9092, 1.27, ''",
    "http-kafka:8082, 1.27, ''",
    "mongo:27017, 1.27, mongos",
    "tls-mongodb:27018, 1.27, mongos",
    "db:27018=mongo, 1.27, mongos",
    "tls:27017, 1.27, mongos",
    "redis-cluster:6379, 1.27, redis",
    "tcp-redis-cluster:6379, none, redis",
    "redis:6379, 1.27, ''",
    "tcp-db:5432, 1.27, ''"
  })
  void serversThatAnnounceNamesAreAnInfo(String port, String platform, String product) {
    EgressAlias.Builder alias = Given.alias("10.20.0.10").addPorts(Given.port(port));
    String remedy = Given.remedy(Rule.ANNOUNCED_NAMES, alias, Given.platform(platform));
    String found =
        remedy.isEmpty()
            ? ""
            : remedy.equals("ports[0]: " + KAFKA)
                ? "kafka"
                : remedy.contains("mongos") ? "mongos" : "redis";
    assertEquals(product, found, remedy);
  }
}
