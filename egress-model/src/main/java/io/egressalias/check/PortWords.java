package io.egressalias.check;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;

/** The words of the name of a port, which hyphens separate. */
final class PortWords {
  private PortWords() {}

  static List<String> of(String name) {
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int end = name.indexOf('-'); end >= 0; end = name.indexOf('-', start)) {
      words.add(name.substring(start, end));
      start = end + 1;
    }
    words.add(name.substring(start));
    return words;
  }

  /**
   * Returns whether a name contains only a protocol of Istio and numbers, such as {@code tcp-22}.
   *
   * @param words the words of the name
   */
  static boolean isBare(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean protocol = i == 0 && (word.isEmpty() || IstioProtocol.ofWord(word).isPresent());
      if (!protocol && !NameGrammar.isNumeric(word)) {
        return false;
      }
    }
    return true;
  }

  /** Returns a name, or a similar one if another port of the alias has the name. */
  static String unused(String name, ServicePort renamed, EgressAlias alias) {
    for (ServicePort port : alias.ports()) {
      if (port != renamed && port.name().orElse("").equals(name)) {
        return NearestLabel.numbered(name, renamed.port());
      }
    }
    return name;
  }
}
