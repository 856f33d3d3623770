package io.egressalias.internal.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A spelling of the name of a Service: {@code db}, {@code db.shop}, {@code db.shop.svc} or {@code
 * db.shop.svc.cluster.local}.
 *
 * @param name the name of the Service
 * @param namespace the namespace; empty: that of the object in which the name is written
 */
public record LocalHost(String name, String namespace) {

  /** Returns the parts of a spelling; null: the host is no name of a Service. */
  public static @Nullable LocalHost of(String host, String domain) {
    String rest = withoutEnd(withoutEnd(host, "." + domain), ".svc");
    boolean marked = rest.length() < host.length();
    int dot = rest.indexOf('.');
    if (dot < 0) {
      return marked || rest.isEmpty() ? null : new LocalHost(rest, "");
    }
    boolean two = dot > 0 && dot < rest.length() - 1 && rest.indexOf('.', dot + 1) < 0;
    return two ? new LocalHost(rest.substring(0, dot), rest.substring(dot + 1)) : null;
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }
}
