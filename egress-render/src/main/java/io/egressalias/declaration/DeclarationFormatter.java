package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.format.CanonicalYaml;
import io.egressalias.internal.format.Unformattable;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the declarations of a text in canonical form, and keeps their comments.
 *
 * <p>Fields are in the order of the field reference, and unknown keys come after them. Maps and
 * lists in flow style stay in flow style if they fit within 100 columns and have no comments. A
 * comment above a field or at the end of its line stays with it. Documents of other kinds are not
 * changed. The result reads as the same declaration, or the text is refused.
 */
public final class DeclarationFormatter {
  private static final String MARKER = "---";
  private static final String END = "...";

  private final Source source;
  private final StringBuilder out = new StringBuilder();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  /** Whether the last part was a declaration whose end is not marked yet. */
  private boolean open;

  private DeclarationFormatter(Source source) {
    this.source = source;
  }

  /** Returns a text in canonical form, or the reasons why it is not changed. */
  public static FormattedText format(Source source) {
    DeclarationFormatter formatter = new DeclarationFormatter(source);
    formatter.text();
    String text =
        formatter.findings.isEmpty() && formatter.refusals.isEmpty()
            ? formatter.out.toString()
            : source.text();
    return new FormattedText(text, formatter.findings, formatter.refusals);
  }

  private void text() {
    if (source.problem().isPresent()) {
      problem(source.problem().get());
      return;
    }
    List<YamlDocument> parts = YamlDocuments.all(source.text());
    int documents = 0;
    boolean changed = false;
    for (YamlDocument part : parts) {
      boolean document = YamlDocuments.isDocument(part);
      documents += document ? 1 : 0;
      if (documents > Limits.DOCUMENTS) {
        problem(YamlDocumentReader.tooManyDocuments(part));
        return;
      }
      if (document && isDeclaration(part)) {
        declaration(part);
        changed = true;
      } else {
        other(part.text());
      }
    }
    if (!changed) {
      // A byte order mark before other documents is kept.
      out.setLength(0);
      out.append(source.text());
    }
  }

  private boolean isDeclaration(YamlDocument part) {
    YamlDocumentReader.Read read = YamlDocumentReader.read(part);
    for (ReadingProblem problem : read.problems()) {
      problem(
          UnfilledVariable.explained(
              problem, part, new Variables(source.name(), OptionStyle.COMMAND_LINE, null), false));
    }
    return read.problems().isEmpty()
        && read.documents().size() == 1
        && read.documents().get(0).textAt("kind").equals(EgressAliases.KIND);
  }

  private void problem(ReadingProblem problem) {
    findings.add(
        Diagnostic.of(
                problem.rule(),
                findings.size(),
                FieldPath.root(),
                problem.message(),
                problem.remedy())
            .at(
                new SourceLocation(
                    source.name(), problem.position().line(), problem.position().column())));
  }

  private void declaration(YamlDocument part) {
    String text = part.text().replace("\r\n", "\n").replace('\r', '\n');
    text = text.endsWith("\n") ? text : text + "\n";
    try {
      String written = CanonicalYaml.of(text, FieldOrder.DOCUMENT);
      if (!SameTree.read(text, written)) {
        throw new Unformattable(
            1, "a YAML alias would come before its anchor. Write the value instead of the alias");
      }
      out.append(out.length() == 0 ? "" : MARKER + "\n").append(written);
      open = true;
    } catch (Unformattable e) {
      refusals.add(
          "%s:%d: the document is not formatted: %s"
              .formatted(source.name(), part.line() + e.line() - 1, e.getMessage()));
    }
  }

  /** Writes another document as it is. Its start has to be marked if it has no marker itself. */
  private void other(String text) {
    if (open && !YamlDocuments.isMarker(MARKER, text, 0)) {
      out.append(text.startsWith("%") ? END + "\n" : MARKER + "\n");
    }
    out.append(text);
    open = false;
  }

  /** Compares documents, and ignores the order of keys. */
  private static final class SameTree {
    private SameTree() {}

    static boolean read(String text, String written) {
      YamlDocumentReader.Read before = YamlDocumentReader.read(new YamlDocument(text, 1));
      YamlDocumentReader.Read after = YamlDocumentReader.read(new YamlDocument(written, 1));
      return after.problems().isEmpty()
          && after.documents().size() == 1
          && same(before.documents().get(0), after.documents().get(0));
    }

    private static boolean same(Tree left, Tree right) {
      if (left instanceof Tree.Scalar a && right instanceof Tree.Scalar b) {
        return (a.isNull() && b.isNull())
            || (a.text().equals(b.text()) && (a.isString() ? b.isString() : !b.isString()));
      }
      if (left instanceof Tree.Sequence a && right instanceof Tree.Sequence b) {
        return same(a.items(), b.items());
      }
      return left instanceof Tree.Mapping a && right instanceof Tree.Mapping b && same(a, b);
    }

    private static boolean same(List<Tree> left, List<Tree> right) {
      boolean same = left.size() == right.size();
      for (int i = 0; same && i < left.size(); i++) {
        same = same(left.get(i), right.get(i));
      }
      return same;
    }

    private static boolean same(Tree.Mapping left, Tree.Mapping right) {
      boolean same = left.entries().size() == right.entries().size();
      for (int i = 0; same && i < left.entries().size(); i++) {
        Tree.Entry entry = left.entries().get(i);
        Tree other = right.value(entry.key().text());
        // Of a repeated key only the first value counts.
        Tree first = left.value(entry.key().text());
        same = other != null && first != null && same(first, other);
      }
      return same;
    }
  }
}
