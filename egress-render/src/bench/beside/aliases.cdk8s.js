// Prints the objects of the aliases in a JSON file.
const { ApiObject, Chart, Testing, Yaml } = require("cdk8s");
const { readFileSync } = require("fs");

const chart = new Chart(Testing.app(), "aliases");
const add = (alias, apiVersion, kind, rest) =>
  new ApiObject(chart, `${alias.name}-${kind}`, {
    apiVersion,
    kind,
    metadata: { name: alias.name },
    ...rest,
  });

for (const alias of JSON.parse(readFileSync(process.argv[2], "utf8")).aliases) {
  const host = alias.externalName && { type: "ExternalName", externalName: alias.externalName };
  const ports = alias.ports.map((port) => ({ ...port, protocol: "TCP" }));
  add(alias, "v1", "Service", { spec: { ...host, ports } });
  if (alias.endpoints) {
    const addresses = alias.endpoints.map((ip) => ({ ip }));
    add(alias, "v1", "Endpoints", { subsets: [{ addresses, ports: alias.ports }] });
  }
  add(alias, "networking.istio.io/v1alpha3", "DestinationRule", {
    spec: {
      host: `${alias.name}.default.svc.cluster.local`,
      trafficPolicy: { tls: { mode: "DISABLE" } },
    },
  });
}
process.stdout.write(Yaml.stringify(...chart.toJson()));
