package io.egressalias.check;

/** A rule, or a family of rules, that checks one alias at a time. */
interface AliasRule {

  void check(AliasScope alias, FindingCollector findings);
}
