# Run this after the first `kubectl apply` of the rendered objects.
# kubectl does not delete the objects that the declaration does not render. Until they are
# deleted, old addresses receive traffic, and old rules and hosts stay in force.
kubectl delete endpointslice/old-proxy -n shop
