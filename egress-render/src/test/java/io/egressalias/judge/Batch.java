package io.egressalias.judge;

import io.egressalias.judge.Judge.Finding;
import io.egressalias.judge.Judge.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Candidates that are judged in one call. The judge treats all files of a call as one set, so no
 * alias may occur in two candidates.
 */
final class Batch {
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<String> identities = new HashSet<>();

  /** Adds a candidate, unless it conflicts with another one. */
  boolean add(Candidate candidate) {
    Set<String> own = candidate.identities();
    if (own.stream().anyMatch(identities::contains)) {
      return false;
    }
    identities.addAll(own);
    return candidates.add(candidate);
  }

  int size() {
    return candidates.size();
  }

  /**
   * Returns the findings of the judge about each candidate, and empties the batch.
   *
   * @param options of the judge
   * @param unattributed receives the findings about no document
   */
  Map<Candidate, List<Finding>> judge(Judge judge, List<String> options, List<Finding> unattributed)
      throws IOException, InterruptedException {
    StringBuilder yaml = new StringBuilder();
    List<Candidate> owners = new ArrayList<>();
    Map<Candidate, List<Finding>> said = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      yaml.append(candidate.yaml());
      candidate.manifests().forEach(manifest -> owners.add(candidate));
      said.put(candidate, new ArrayList<>());
    }
    candidates.clear();
    identities.clear();
    Verdict verdict = judge.check(yaml.toString(), options);
    if (verdict.documents() != owners.size()) {
      throw new AssertionError(
          "the judge sees %d documents where %d were written"
              .formatted(verdict.documents(), owners.size()));
    }
    for (Finding finding : verdict.findings()) {
      if (finding.document() == 0) {
        unattributed.add(finding);
      } else {
        said.getOrDefault(owners.get(finding.document() - 1), unattributed).add(finding);
      }
    }
    return said;
  }
}
