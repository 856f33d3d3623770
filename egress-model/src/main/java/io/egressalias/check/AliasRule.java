package io.egressalias.check;

/** A rule, or a family of rules, that can be held against one alias by itself. */
interface AliasRule {

  void check(AliasScope alias, FindingCollector findings);
}
