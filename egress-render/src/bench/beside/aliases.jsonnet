local ports(alias, more) = [{ name: port.name, port: port.port } + more for port in alias.ports];

local object(apiVersion, kind, alias) = {
  apiVersion: apiVersion,
  kind: kind,
  metadata: { name: alias.name },
};

local service(alias) = object('v1', 'Service', alias) {
  spec: { ports: ports(alias, { protocol: 'TCP' }) } +
        if std.objectHas(alias, 'externalName')
        then { type: 'ExternalName', externalName: alias.externalName }
        else {},
};

local endpoints(alias) = object('v1', 'Endpoints', alias) {
  subsets: [{ addresses: [{ ip: ip } for ip in alias.endpoints], ports: ports(alias, {}) }],
};

local rule(alias) = object('networking.istio.io/v1alpha3', 'DestinationRule', alias) {
  spec: {
    host: alias.name + '.default.svc.cluster.local',
    trafficPolicy: { tls: { mode: 'DISABLE' } },
  },
};

function(values) std.manifestYamlStream(
  std.flattenArrays([
    [service(alias)] +
    (if std.objectHas(alias, 'endpoints') then [endpoints(alias)] else []) +
    [rule(alias)]
    for alias in values.aliases
  ]),
  c_document_end=false,
  quote_keys=false
)
