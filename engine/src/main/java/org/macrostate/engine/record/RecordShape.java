package org.macrostate.engine.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

/** How records of a class are taken apart and put together. */
final class RecordShape {
    private final Constructor<?> constructor;
    private final Method[] accessors;
    private final Type[] types;

    /** @throws IllegalArgumentException if the class is no record that may be looked into */
    RecordShape(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            accessors = new Method[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true);
            }
            types = Arrays.stream(components)
                    .map(RecordComponent::getGenericType)
                    .toArray(Type[]::new);
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("no record: " + type, e);
        }
    }

    /** The declared types of its components. */
    Type[] types() {
        return types;
    }

    Object component(Object record, int index) {
        try {
            return accessors[index].invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + accessors[index], e);
        }
    }

    /** @throws IllegalArgumentException if they are no components of such a record */
    Object make(Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a record by " + constructor, e);
        }
    }
}
