package io.egressalias.judge;

import io.egressalias.judge.Judge.Finding;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.PlatformFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;

/**
 * One run: draws sets, mutates accepted ones, checks all of them with the judge, and records the
 * differences.
 */
final class Agreement {
  /** Large enough that the start of the program takes only a small part of a call. */
  private static final int BATCH = 250;

  /** Enough mutations that every rule fires often; of many sets one for each suffices. */
  private static final int MUTATIONS_OF_SET = 5;

  private static final int ENOUGH_MUTATIONS = 10_000;

  private static final int POOL = 400;
  private static final Arbitrary<List<EgressAliases>> SETS = DeclarationArbitraries.sets();

  private final Judge judge;
  private final Sampler sampler;
  private final Counts counts = new Counts();
  private final Map<Docket, Batch> batches = new LinkedHashMap<>();
  private final List<EgressAliases> pool = new ArrayList<>();
  private final Map<String, List<String>> onDrawn = new LinkedHashMap<>();
  private final Map<String, List<String>> onMutated = new LinkedHashMap<>();

  private Agreement(Judge judge, long seed) {
    this.judge = judge;
    this.sampler = new Sampler(seed);
  }

  /** Runs with the requested number of accepted sets, and at least as many mutations. */
  static Agreement of(Judge judge, int sets, long seed) throws IOException, InterruptedException {
    Agreement agreement = new Agreement(judge, seed);
    JqwikSession.start();
    try {
      agreement.draw(sets);
      agreement.mutate(Math.max(sets, Math.min(sets * MUTATIONS_OF_SET, ENOUGH_MUTATIONS)));
    } finally {
      JqwikSession.finish();
    }
    return agreement;
  }

  Counts counts() {
    return counts;
  }

  /** The objections of the judge to accepted sets: by message, the sets that cause it. */
  Map<String, List<String>> objectionsToDrawn() {
    return onDrawn;
  }

  /** The objections of the judge to accepted mutated sets. */
  Map<String, List<String>> objectionsToMutated() {
    return onMutated;
  }

  private void draw(int sets) throws IOException, InterruptedException {
    for (int i = 0; i < sets; ) {
      Candidate candidate = Candidate.drawn(sampler.draw(SETS));
      i += hear(candidate) && candidate.isAccepted() ? 1 : 0;
      if (candidate.isAccepted()) {
        remember(candidate);
      }
    }
    judgeAll();
  }

  /** Retains single aliases of a set for mutations, and drops the oldest. */
  private void remember(Candidate candidate) {
    for (EgressAliases declaration : candidate.set()) {
      for (EgressAlias alias : declaration.aliases()) {
        DeclarationDraft draft = DeclarationDraft.of(declaration);
        draft.aliases = new ArrayList<>(List.of(AliasDraft.of(alias)));
        pool.add(draft.build());
      }
    }
    if (pool.size() > 2 * POOL) {
      pool.subList(0, POOL).clear();
    }
  }

  private void mutate(int number) throws IOException, InterruptedException {
    List<Mutation> mutations =
        Mutations.all().stream().flatMap(m -> Collections.nCopies(m.weight(), m).stream()).toList();
    for (int i = 0; i < number; ) {
      Mutation mutation = mutations.get(i % mutations.size());
      i += hear(mutated(mutation)) ? 1 : 0;
      if (i % MUTATIONS_OF_SET == 0) {
        Candidate fresh = Candidate.drawn(sampler.draw(SETS));
        if (fresh.isAccepted()) {
          remember(fresh);
        }
      }
    }
    judgeAll();
  }

  private Candidate mutated(Mutation mutation) {
    for (int tries = 0; tries < 100 * POOL; tries++) {
      Optional<EgressAliases> mutated = mutation.of(sampler.draw(pool), sampler);
      if (mutated.isPresent()) {
        return Candidate.of(mutation.field(), List.of(mutated.get()));
      }
    }
    throw new AssertionError("nothing in " + POOL + " aliases to be mutated: " + mutation.field());
  }

  /** Queues a candidate for the judge; returns false if it conflicts with queued ones. */
  private boolean hear(Candidate candidate) throws IOException, InterruptedException {
    Docket docket = Docket.of(candidate);
    Batch batch = batches.computeIfAbsent(docket, d -> new Batch());
    boolean taken = batch.add(candidate);
    if (batch.size() == BATCH) {
      judge(docket, batch);
      JqwikSession.finishTry();
    }
    return taken;
  }

  private void judgeAll() throws IOException, InterruptedException {
    for (Map.Entry<Docket, Batch> entry : batches.entrySet()) {
      if (entry.getValue().size() > 0) {
        judge(entry.getKey(), entry.getValue());
      }
    }
  }

  private void judge(Docket docket, Batch batch) throws IOException, InterruptedException {
    List<Finding> unattributed = new ArrayList<>();
    batch
        .judge(judge, docket.options(), unattributed)
        .forEach(
            (candidate, findings) -> {
              counts.add(candidate, findings.stream().anyMatch(Finding::isError));
              if (docket.accepted()) {
                objections(candidate, findings);
              }
            });
    if (docket.accepted()) {
      // Findings between candidates belong to none of them, and must not be lost.
      unattributed.stream()
          .filter(finding -> !finding.isInfo())
          .forEach(
              finding ->
                  onDrawn
                      .computeIfAbsent(finding.withoutNames(), k -> new ArrayList<>())
                      .add("a batch"));
    }
  }

  private void objections(Candidate candidate, List<Finding> findings) {
    Map<String, List<String>> kept = candidate.isDrawn() ? onDrawn : onMutated;
    for (Finding finding : findings) {
      if (!finding.isInfo() && !Expected.isExpected(finding, candidate)) {
        kept.computeIfAbsent(finding.withoutNames(), k -> new ArrayList<>())
            .add(finding + "\n" + candidate);
      }
    }
  }

  /**
   * The properties that candidates of one call share.
   *
   * @param accepted whether we accept them: broken candidates are kept separate, so that findings
   *     of the judge about the whole call concern sets that should be valid
   * @param older whether they are for servers that refuse the name of a Service that starts with a
   *     digit
   */
  private record Docket(boolean accepted, boolean older) {

    static Docket of(Candidate candidate) {
      return new Docket(
          candidate.isAccepted(), !PlatformFact.RELAXED_SERVICE_NAME.holds(candidate.platform()));
    }

    List<String> options() {
      return older
          ? List.of("--kube-feature-gates", "RelaxedServiceNameValidation=false")
          : List.of();
    }
  }
}
