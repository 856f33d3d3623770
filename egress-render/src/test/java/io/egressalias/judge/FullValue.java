package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Mutual;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Simple;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import io.egressalias.model.Waypoint;
import io.egressalias.model.WorkloadSelector;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a value of the model with every attribute set to a non-default value. The attributes are
 * found by reflection: a new attribute that cannot be set here is a failure.
 */
final class FullValue {
  private final Class<?> type;

  private FullValue(Class<?> type) {
    this.type = type;
  }

  /** Returns a value of a type of the model that has a builder. */
  static <T> T of(Class<T> type) {
    return type.cast(new FullValue(type).build());
  }

  /** Returns the attributes of a value, without derived values. */
  static List<Method> attributes(Object value, Class<?> type) {
    List<Method> attributes = new ArrayList<>();
    for (Field field : value.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        attributes.add(find(type.getMethods(), field.getName(), 0));
      }
    }
    assertTrue(!attributes.isEmpty(), type::toString);
    return attributes;
  }

  static Object get(Object value, Method attribute) {
    return call(attribute, value);
  }

  private Object build() {
    Object builder = call(find(type.getMethods(), "builder", 0), type);
    // Only the builder knows the required attributes: the first value has all, the default few.
    for (Method attribute : attributes(sample(), type)) {
      Object value = value(attribute.getGenericReturnType());
      call(setter(attribute.getName(), value), builder, value);
    }
    Object built = call(find(builder(), "build", 0), builder);
    for (Method attribute : attributes(built, type)) {
      assertNotEquals(
          get(sample(), attribute), get(built, attribute), () -> attribute + " is as by default");
    }
    return built;
  }

  /** A value with the required attributes only. */
  private Object sample() {
    if (type == EgressAlias.class) {
      return EgressAlias.builder().name("any").externalName("httpbin.org").build();
    }
    if (type == ServicePort.class) {
      return ServicePort.builder().port(80).build();
    }
    Object builder = call(find(type.getMethods(), "builder", 0), type);
    return call(find(builder(), "build", 0), builder);
  }

  private Method[] builder() {
    return find(type.getMethods(), "builder", 0).getReturnType().getMethods();
  }

  /** Returns the method that sets an attribute or adds to it. */
  private Method setter(String attribute, Object value) {
    String upper = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
    List<String> names = List.of(attribute, "addAll" + upper, "putAll" + upper);
    return Arrays.stream(builder())
        .filter(method -> method.getParameterCount() == 1 && names.contains(method.getName()))
        .filter(method -> takes(method.getParameterTypes()[0], value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no builder method for " + attribute));
  }

  private static boolean takes(Class<?> parameter, Object value) {
    return MethodType.methodType(parameter).wrap().returnType().isInstance(value);
  }

  /** A non-default value that a declaration in a file can have. */
  private Object value(Type wanted) {
    if (wanted instanceof ParameterizedType generic) {
      List<Object> parts =
          Arrays.stream(generic.getActualTypeArguments()).map(this::value).toList();
      Map<Class<?>, Object> containers =
          Map.of(
              Optional.class, parts.get(0),
              List.class, List.of(parts.get(0)),
              Map.class, Map.of(parts.get(0), parts.get(parts.size() - 1)));
      return known(containers, generic.getRawType());
    }
    Map<Class<?>, Object> values =
        Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, 8443),
            Map.entry(boolean.class, true),
            Map.entry(Target.class, new StaticEndpoints(List.of("192.0.2.10"))),
            Map.entry(TargetPort.class, new TargetPort.ByNumber(9443)),
            Map.entry(Protocol.class, Protocol.UDP),
            Map.entry(WorkloadSelector.class, new WorkloadSelector(Map.of("app", "curl"))),
            Map.entry(KubernetesVersion.class, new KubernetesVersion(1, 34)),
            Map.entry(Istio.class, Istio.release(new IstioVersion(1, 27))),
            Map.entry(OutboundTrafficPolicy.class, OutboundTrafficPolicy.REGISTRY_ONLY),
            Map.entry(DataPlane.class, DataPlane.AMBIENT),
            Map.entry(Waypoint.class, Waypoint.named("text", "text")));
    if (values.containsKey(wanted)) {
      return known(values, wanted);
    }
    if (wanted == ClientTls.class) {
      return type == ServicePort.class ? of(Simple.class) : of(Mutual.class);
    }
    if (wanted == Platform.class || wanted == EgressAlias.class || wanted == ServicePort.class) {
      return of((Class<?>) wanted);
    }
    throw new AssertionError(wanted + " is new: say here what a value of it is");
  }

  private static Object known(Map<Class<?>, Object> values, Type wanted) {
    Object value = values.get(wanted);
    if (value == null) {
      throw new AssertionError(wanted + " is new: say here what a value of it is");
    }
    return value;
  }

  private static Method find(Method[] methods, String name, int parameters) {
    return Arrays.stream(methods)
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
        .filter(method -> !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no method " + name));
  }

  private static Object call(Method method, Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method + " cannot be called", e);
    }
  }
}
