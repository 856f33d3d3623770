#!/bin/sh
set -eu

# delete DestinationRule shop/my-httpbin: no longer declared
kubectl delete --ignore-not-found destinationrule.networking.istio.io my-httpbin --namespace=shop

# delete EndpointSlice shop/my-httpbin-ipv4: Kubernetes does not delete it, and its addresses would still receive traffic
kubectl delete --ignore-not-found endpointslice.discovery.k8s.io my-httpbin-ipv4 --namespace=shop

# change Service shop/my-httpbin: spec.selector
kubectl apply -f - <<'END-OF-MANIFEST'
---
apiVersion: v1
kind: Service
metadata:
  name: my-httpbin
  namespace: shop
spec:
  selector:
    app: httpbin
  ports:
  - name: http
    protocol: TCP
    port: 80
END-OF-MANIFEST
