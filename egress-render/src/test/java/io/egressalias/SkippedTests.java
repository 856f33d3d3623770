package io.egressalias;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Prints the skipped tests and the reasons, which Surefire and Failsafe only count. Each reason is
 * printed once for a class. Both find this class by {@code META-INF/services}.
 */
public final class SkippedTests implements TestExecutionListener {
  private static final String PREFIX = "skipped: ";

  private final Set<String> printed = ConcurrentHashMap.newKeySet();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print(test, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.ABORTED) {
      print(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason is given"));
    }
  }

  /** JUnit prefixes the reason of an assumption with other words. */
  private void print(TestIdentifier test, String reason) {
    String told = reason.replaceFirst("^Assumption failed: ", "");
    String line =
        PREFIX
            + name(test)
            + ": "
            + (told.startsWith(PREFIX) ? told.substring(PREFIX.length()) : told);
    if (printed.add(line)) {
      System.out.println(line);
    }
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .map(
            source -> {
              if (source instanceof MethodSource method) {
                return method.getClassName();
              }
              return source instanceof ClassSource type
                  ? type.getClassName()
                  : test.getDisplayName();
            })
        .orElseGet(test::getDisplayName)
        .replaceFirst(".*\\.", "");
  }
}
