package org.macrostate.engine.record;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;

/** Makes lists, texts, numbers and booleans of records, as {@link RecordCodec} says. */
final class RecordWriter {
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();

    /** @throws IllegalArgumentException if there is something in it that is not written */
    Object value(Object value) {
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : number.toString();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Set<?> set) { // in the order of what is in it, so that the same set has the same bytes
            return all(set.stream().sorted().toList());
        }
        if (value instanceof List<?> list) {
            return all(list);
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> inTurn = new ArrayList<>();
            map.forEach((key, inside) -> {
                inTurn.add(value(key));
                inTurn.add(value(inside));
            });
            return inTurn;
        }
        return value.getClass().isArray() ? array(value) : number(value);
    }

    private Object number(Object value) {
        if (value instanceof Optional<?> optional) {
            return all(optional.stream().toList());
        }
        if (value instanceof OptionalDouble optional) {
            return all(optional.stream().boxed().toList());
        }
        if (value instanceof Complex number) {
            return all(List.of(number.getReal(), number.getImaginary()));
        }
        if (value instanceof BigFraction fraction) {
            return List.of(
                    fraction.getNumerator().toString(),
                    fraction.getDenominator().toString());
        }
        throw new IllegalArgumentException("not written: " + value.getClass());
    }

    private Object record(Record record) {
        Integer earlier = written.get(record);
        if (earlier != null) {
            return earlier;
        }
        RecordShape shape = shapes.computeIfAbsent(record.getClass(), RecordShape::new);
        List<Object> components = new ArrayList<>(1 + shape.types().length);
        components.add(record.getClass().getSimpleName());
        for (int i = 0; i < shape.types().length; i++) {
            components.add(value(shape.component(record, i)));
        }
        written.put(record, written.size());
        return components;
    }

    private List<Object> all(Collection<?> values) {
        List<Object> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(value(value)));
        return list;
    }

    private List<Object> array(Object array) {
        int length = Array.getLength(array);
        List<Object> list = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            list.add(value(Array.get(array, i)));
        }
        return list;
    }
}
