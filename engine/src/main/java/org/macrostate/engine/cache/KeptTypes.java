package org.macrostate.engine.cache;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.threshold.ThresholdAnalysis;

/**
 * The records and enumerations that entries may contain, by number: those a system or an analysis of thresholds can be made
 * of, found by following the declared components of their records, and no other. Another build may number them otherwise, so entries tell builds apart.
 */
final class KeptTypes {
    private static final String OURS = "org.macrostate.equations.";

    private static final List<Class<?>> ALL = List.copyOf(reachable());

    private KeptTypes() {}

    private static Set<Class<?>> reachable() {
        Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));
        for (RecordComponent component : OrderParameterSystem.class.getRecordComponents()) {
            if (component.getType() != LearningProblem.class) {
                follow(component.getGenericType(), found);
            }
        }
        follow(ThresholdAnalysis.class, found);
        return found;
    }

    private static void follow(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType p) {
            for (Type argument : p.getActualTypeArguments()) {
                follow(argument, found);
            }
        } else if (type instanceof Class<?> c && c.getName().startsWith(OURS)) {
            followOurs(c, found);
        }
    }

    private static void followOurs(Class<?> type, Set<Class<?>> found) {
        if (type.isSealed() && !type.isEnum()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                followOurs(permitted, found);
            }
        } else if ((type.isEnum() || type.isRecord()) && found.add(type) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                follow(component.getGenericType(), found);
            }
        }
    }

    /** @throws IllegalArgumentException if it is none of them */
    static int number(Class<?> type) {
        int number = ALL.indexOf(type);
        if (number < 0) {
            throw new IllegalArgumentException("not kept: " + type);
        }
        return number;
    }

    static Class<?> type(int number) throws IOException {
        if (number >= ALL.size()) {
            throw new IOException("no type: " + number);
        }
        return ALL.get(number);
    }
}
