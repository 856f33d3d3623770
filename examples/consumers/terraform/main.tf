terraform {
  required_providers {
    kubernetes = { source = "hashicorp/kubernetes" }
  }
}

provider "kubernetes" {
  config_path = "~/.kube/config"
}

resource "kubernetes_manifest" "others" {
  for_each = local.others
  manifest = each.value
}

# Each alias has its ServiceEntry last when it is created, and first when it is deleted.
resource "kubernetes_manifest" "entries" {
  for_each   = local.entries
  manifest   = each.value
  depends_on = [kubernetes_manifest.others]
}
