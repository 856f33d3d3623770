locals {
  objects = {
    for object in jsondecode(file("${path.module}/aliases.json")).items :
    "${object.kind}/${object.metadata.namespace}/${object.metadata.name}" => object
  }
  entries = { for key, object in local.objects : key => object if object.kind == "ServiceEntry" }
  others  = { for key, object in local.objects : key => object if object.kind != "ServiceEntry" }
}
