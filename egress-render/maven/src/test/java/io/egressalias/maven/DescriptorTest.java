package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Tests the plugin descriptor. */
final class DescriptorTest {
  private static final Set<String> OF_BOTH =
      Set.of(
          "egress.skip",
          "egress.sources",
          "egress.platform.istio",
          "egress.platform.kubernetes",
          "egress.platform.outboundTrafficPolicy",
          "egress.platform.dataPlane",
          "egress.platform.waypoint",
          "egress.clusterDomain",
          "egress.namespace",
          "egress.envFile",
          "egress.substitute",
          "egress.failOn",
          "egress.order");

  private Document descriptor;

  @BeforeEach
  void read() throws IOException, ParserConfigurationException, SAXException {
    descriptor = parse("/META-INF/maven/plugin.xml");
  }

  @Test
  void goalsAreThreadSafeAndBoundToTheirPhases() {
    assertEquals("egress", text(descriptor.getDocumentElement(), "goalPrefix"));
    assertEquals("generate-resources", text(goal("generate"), "phase"));
    assertEquals("verify", text(goal("check"), "phase"));
    assertEquals("verify", text(goal("lint"), "phase"));
    for (String goal : List.of("generate", "check", "import", "lint", "help")) {
      assertEquals("true", text(goal(goal), "threadSafe"), goal);
    }
  }

  @Test
  void propertiesOfEachGoalAreListed() {
    assertEquals(
        with("egress.outputDirectory", "egress.outputFile", "egress.split", "egress.addResources"),
        properties("generate"));
    assertEquals(with("egress.against", "egress.semantic"), properties("check"));
    assertEquals(with("egress.complete"), properties("lint"));
    assertEquals(
        new TreeSet<>(
            Set.of(
                "egress.skip",
                "egress.manifests",
                "egress.platform.istio",
                "egress.platform.kubernetes",
                "egress.platform.dataPlane",
                "egress.platform.waypoint",
                "egress.clusterDomain",
                "egress.namespace",
                "egress.name",
                "egress.splitBy",
                "egress.declarationFile",
                "egress.declarationDirectory",
                "egress.leftovers",
                "egress.failOn")),
        properties("import"));
  }

  @Test
  void everyParameterHasADescription() {
    List<Element> editable =
        elements(descriptor, "parameter").stream()
            .filter(parameter -> text(parameter, "editable").equals("true"))
            .toList();
    assertTrue(editable.size() > 20);
    for (Element parameter : editable) {
      String description = text(parameter, "description");
      assertTrue(description.endsWith("."), text(parameter, "name"));
      assertFalse(description.contains("{@"), description);
    }
  }

  /** The oldest release of Maven that can run the build of this project. */
  @Test
  void requiredReleasesAreListed() {
    assertEquals("3.8.1", text(descriptor.getDocumentElement(), "requiredMavenVersion"));
    assertEquals("17", text(descriptor.getDocumentElement(), "requiredJavaVersion"));
  }

  @Test
  void lifecycleMappingCoversEachGoal()
      throws IOException, ParserConfigurationException, SAXException {
    Document mapping = parse("/META-INF/m2e/lifecycle-mapping-metadata.xml");
    List<String> told = new ArrayList<>();
    for (Element execution : elements(mapping, "pluginExecution")) {
      String action = execution.getElementsByTagName("ignore").getLength() > 0 ? "ignore" : "run";
      for (Element goal : elements(execution, "goal")) {
        told.add(action + " " + goal.getTextContent());
      }
    }
    assertEquals(List.of("run generate", "ignore check", "ignore import"), told);
  }

  private static Set<String> with(String... more) {
    Set<String> properties = new TreeSet<>(OF_BOTH);
    properties.addAll(List.of(more));
    return properties;
  }

  private Set<String> properties(String goal) {
    Set<String> properties = new TreeSet<>();
    NodeList configured =
        ((Element) goal(goal).getElementsByTagName("configuration").item(0))
            .getElementsByTagName("*");
    for (int i = 0; i < configured.getLength(); i++) {
      String expression = configured.item(i).getTextContent();
      if (expression.startsWith("${egress.")) {
        properties.add(expression.substring(2, expression.length() - 1));
      }
    }
    return properties;
  }

  private Element goal(String name) {
    return elements(descriptor, "mojo").stream()
        .filter(mojo -> text(mojo, "goal").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Element parent, String tag) {
    return parent.getElementsByTagName(tag).item(0).getTextContent();
  }

  private static List<Element> elements(Document document, String tag) {
    return elements(document.getDocumentElement(), tag);
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Document parse(String resource)
      throws IOException, ParserConfigurationException, SAXException {
    try (InputStream in = DescriptorTest.class.getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }
}
