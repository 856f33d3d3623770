package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationFormatter;
import io.egressalias.declaration.DeclarationWriter;
import io.egressalias.declaration.FormattedText;
import io.egressalias.declaration.Source;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Formats declarations with and without errors, and with comments in all places. */
final class DeclarationFormatterPropertiesTest {
  private static final Pattern COMMENT = Pattern.compile("# (above|beside) [0-9]+ c$");

  @Property(seed = "2006", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void formattedTextIsTheSameDeclarationWithTheSameComments(
      @ForAll("sets") List<EgressAliases> set, @ForAll int seed) {
    for (EgressAliases declaration : set) {
      String text = commented(DeclarationWriter.write(declaration, "any"), new Random(seed));
      String formatted = assertFormatted(text, declaration);
      assertEquals(comments(text), comments(formatted), () -> text + "\n---\n" + formatted);
    }
  }

  /** JSON is in flow style, with escapes. */
  @Property(seed = "2007", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void formattedJsonIsTheSameDeclaration(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      assertFormatted(DeclarationText.of(declaration), declaration);
    }
  }

  /** The writer and the formatter have the same order, indentation and quotes. */
  @Property(seed = "2008", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void writtenDeclarationIsInCanonicalForm(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      String text = DeclarationWriter.write(declaration, "any");
      assertEquals(text, format(text));
    }
  }

  private static String assertFormatted(String text, EgressAliases declaration) {
    String formatted = format(text);
    assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", formatted), formatted);
    assertEquals(formatted, format(formatted), text);
    return formatted;
  }

  private static String format(String text) {
    FormattedText formatted = DeclarationFormatter.format(Source.of("any.yaml", text));
    assertTrue(formatted.isFormatted(), () -> formatted + "\n" + text);
    return formatted.text();
  }

  private static String commented(String text, Random random) {
    StringBuilder commented = new StringBuilder();
    int count = 0;
    for (String line : text.lines().toList()) {
      while (random.nextInt(4) == 0) {
        commented.append(random.nextInt(4) == 0 ? "\n" : "");
        commented.append(" ".repeat(random.nextInt(10))).append("# above ");
        commented.append(count++).append(" c\n");
      }
      commented.append(line);
      if (random.nextInt(4) == 0) {
        commented.append("  # beside ").append(count++).append(" c  ");
      }
      commented.append(random.nextInt(8) == 0 ? "\n\n\n" : "\n");
    }
    return commented.append("# above ").append(count).append(" c").toString();
  }

  private static List<String> comments(String text) {
    List<String> comments = new ArrayList<>();
    for (String line : text.lines().toList()) {
      COMMENT
          .matcher(line.stripTrailing())
          .results()
          .map(MatchResult::group)
          .forEach(comments::add);
    }
    comments.sort(null);
    return comments;
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return DeclarationArbitraries.sets();
  }
}
