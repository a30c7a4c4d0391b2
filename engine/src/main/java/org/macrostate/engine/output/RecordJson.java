package org.macrostate.engine.output;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.complex.Complex;

/**
 * Records as JSON and back: records of numbers, texts, enums, arrays, lists, maps by text, optionals, complex numbers, cells of
 * tables and records, and sealed interfaces of records. A number that is not finite is a text.
 */
public final class RecordJson {
    private static final String IS = "is";
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private RecordJson() {}

    /** @throws IllegalArgumentException if something else than the types above is in it */
    public static Map<String, Object> write(Record value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(IS, value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            json.put(component.getName(), json(component(value, component)));
        }
        return json;
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static Object json(Object value) {
        if (value instanceof Record record) {
            return write(record);
        }
        if (value instanceof Complex number) {
            return List.of(json(number.getReal()), json(number.getImaginary()));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inside -> List.of(json(inside))).orElseGet(List::of);
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isEmpty() ? List.of() : List.of(json(optional.getAsDouble()));
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        if (value instanceof Number || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordJson::json).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> json = new LinkedHashMap<>();
            map.forEach((key, inside) -> json.put((String) key, json(inside)));
            return json;
        }
        if (value.getClass().isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(json(Array.get(value, i)));
            }
            return list;
        }
        throw new IllegalArgumentException("no JSON of " + value.getClass());
    }

    /**
     * Reads a record back.
     *
     * @param json as read from a file: maps, lists, numbers, texts
     * @throws IllegalArgumentException if it is not what {@link #write} makes of such a record
     */
    public static <R extends Record> R read(Class<R> type, Object json) {
        return type.cast(value(type, json));
    }

    private static Object value(Type type, Object json) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, json);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) {
            return json instanceof Number number ? number.doubleValue() : Double.parseDouble(text(json));
        }
        if (raw == Object.class) {
            return cell(json);
        }
        if (raw == Complex.class) {
            return new Complex((double) value(double.class, list(json).get(0)), (double)
                    value(double.class, list(json).get(1)));
        }
        if (raw == OptionalDouble.class) {
            return list(json).stream()
                    .mapToDouble(item -> (double) value(double.class, item))
                    .findFirst();
        }
        if (raw == int.class || raw == Integer.class) {
            return number(json).intValue();
        }
        if (raw == long.class || raw == Long.class) {
            return number(json).longValue();
        }
        if (raw == boolean.class || raw == Boolean.class || raw == String.class) {
            return json;
        }
        if (raw.isEnum()) {
            return constant(raw, text(json));
        }
        return raw.isArray() ? array(raw.getComponentType(), list(json)) : record(raw, map(json));
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

    private static Object collection(ParameterizedType type, Object json) {
        Type[] inside = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return list(json).stream().map(item -> value(inside[0], item)).toList();
        }
        if (type.getRawType() == Optional.class) {
            return list(json).stream().findFirst().map(item -> value(inside[0], item));
        }
        if (type.getRawType() == Map.class) {
            Map<Object, Object> values = new LinkedHashMap<>();
            map(json).forEach((key, item) -> values.put(key, value(inside[1], item)));
            return values;
        }
        throw new IllegalArgumentException("no " + type + " of JSON");
    }

    private static Object array(Class<?> type, List<?> items) {
        Object array = Array.newInstance(type, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, value(type, items.get(i)));
        }
        return array;
    }

    private static Object record(Class<?> declared, Map<?, ?> json) {
        Class<?> type = declared.isRecord()
                ? declared
                : permitted(declared, text(Optional.ofNullable(json.get(IS)).orElse("")));
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object part = json.get(components[i].getName());
            if (part == null) {
                throw new IllegalArgumentException("no " + components[i].getName() + " of " + type);
            }
            values[i] = value(components[i].getGenericType(), part);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + type + " of JSON", e);
        }
    }

    private static Class<?> permitted(Class<?> declared, String name) {
        Class<?>[] permitted = declared.getPermittedSubclasses();
        for (Class<?> type : permitted == null ? new Class<?>[0] : permitted) {
            if (type.isRecord() && type.getSimpleName().equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no " + name + " among the kinds of " + declared);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + type);
    }

    private static String text(Object json) {
        if (json instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("expected a text, found " + json);
    }

    private static Number number(Object json) {
        if (json instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("expected a number, found " + json);
    }

    private static List<?> list(Object json) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("expected a list, found " + json);
    }

    private static Map<?, ?> map(Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("expected an object, found " + json);
    }
}
