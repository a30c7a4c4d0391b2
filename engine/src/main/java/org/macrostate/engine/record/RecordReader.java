package org.macrostate.engine.record;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes records of what {@link RecordWriter} made of them, following the declared types. Throws {@code
 * IllegalArgumentException} or what a record's constructor throws if it is something else.
 */
final class RecordReader {
    private static final int LONGEST_NUMBER = 4000;
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private final Map<Class<?>, Map<String, Class<?>>> kinds = new HashMap<>();
    private final List<Object> read = new ArrayList<>();

    <R extends Record> R record(Class<R> type, Object json) {
        return type.cast(kind(type, json));
    }

    private Object value(Type type, Object json) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, list(json));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) {
            return json instanceof Number number ? number.doubleValue() : notFinite(json);
        }
        if (raw == int.class || raw == Integer.class) {
            return is(Integer.class, json);
        }
        if (raw == long.class || raw == Long.class) {
            return json instanceof Integer number ? (Object) number.longValue() : is(Long.class, json);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return is(Boolean.class, json);
        }
        if (raw == String.class) {
            return is(String.class, json);
        }
        if (raw == Object.class) {
            return cell(json);
        }
        if (raw.isArray()) {
            return array(raw.getComponentType(), list(json));
        }
        return raw.isEnum() ? constant(raw, is(String.class, json)) : other(raw, json);
    }

    private Object other(Class<?> type, Object json) {
        if (type == Complex.class) {
            return new Complex((double) value(double.class, list(json).get(0)), (double)
                    value(double.class, list(json).get(1)));
        }
        if (type == BigFraction.class) {
            return new BigFraction(
                    integer(list(json).get(0)), integer(list(json).get(1)));
        }
        if (type == OptionalDouble.class) {
            List<?> inside = list(json);
            return inside.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) value(double.class, inside.get(0)));
        }
        return kind(type, json);
    }

    private static BigInteger integer(Object json) {
        String digits = is(String.class, json);
        if (digits.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number of " + digits.length() + " digits");
        }
        return new BigInteger(digits);
    }

    private static double notFinite(Object json) {
        if (json instanceof String name && NOT_FINITE.contains(name)) {
            return Double.parseDouble(name);
        }
        throw new IllegalArgumentException("expected a number, found " + json);
    }

    /** A number, text or truth value of a table, whose numbers that are not finite are texts here. */
    private static Object cell(Object json) {
        if (json instanceof String text && NOT_FINITE.contains(text)) {
            return Double.parseDouble(text);
        }
        if (json instanceof Number || json instanceof String || json instanceof Boolean) {
            return json;
        }
        throw new IllegalArgumentException("expected a cell of a table, found " + json);
    }

    private Object collection(ParameterizedType type, List<?> json) {
        Type[] inside = type.getActualTypeArguments();
        if (type.getRawType() == Map.class || type.getRawType() == TreeMap.class) {
            Map<Object, Object> map = type.getRawType() == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
            for (int i = 0; i < json.size(); i += 2) {
                map.put(value(inside[0], json.get(i)), value(inside[1], json.get(i + 1)));
            }
            return map;
        }
        List<Object> values = new ArrayList<>(json.size());
        json.forEach(item -> values.add(value(inside[0], item)));
        if (type.getRawType() == List.class) {
            return List.copyOf(values);
        }
        if (type.getRawType() == Set.class) {
            return Set.copyOf(values);
        }
        if (type.getRawType() == Optional.class && values.size() <= 1) {
            return values.stream().findFirst();
        }
        throw new IllegalArgumentException("no " + type);
    }

    private Object array(Class<?> type, List<?> items) {
        Object array = Array.newInstance(type, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, value(type, items.get(i)));
        }
        return array;
    }

    /** A record of a declared type, or of one of the kinds of a sealed interface. */
    private Object kind(Class<?> declared, Object json) {
        if (json instanceof Integer earlier) {
            return declared.cast(read.get(earlier));
        }
        List<?> parts = list(json);
        Class<?> type = kinds.computeIfAbsent(declared, RecordReader::kinds).get(is(String.class, parts.get(0)));
        if (type == null) {
            throw new IllegalArgumentException("no " + parts.get(0) + " among the kinds of " + declared);
        }
        RecordShape shape = shapes.computeIfAbsent(type, RecordShape::new);
        Type[] types = shape.types();
        if (parts.size() != 1 + types.length) {
            throw new IllegalArgumentException("another number of components: " + type);
        }
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(types[i], parts.get(i + 1));
        }
        Object record = shape.make(values);
        read.add(record);
        return record;
    }

    /** The records that a value of a type can be, by name. */
    private static Map<String, Class<?>> kinds(Class<?> declared) {
        Map<String, Class<?>> kinds = new HashMap<>();
        recordsOf(declared).forEach(type -> kinds.put(type.getSimpleName(), type));
        return kinds;
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordReader::recordsOf)
                : Stream.of();
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + type));
    }

    private static List<?> list(Object json) {
        return is(List.class, json);
    }

    private static <T> T is(Class<T> type, Object json) {
        if (type.isInstance(json)) {
            return type.cast(json);
        }
        throw new IllegalArgumentException("expected a " + type.getSimpleName() + ", found " + json);
    }
}
