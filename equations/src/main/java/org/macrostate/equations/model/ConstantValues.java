package org.macrostate.equations.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** Values of sizes and parameters: the defaults, and others that a user may set. */
record ConstantValues(List<Declaration.Size> sizes, List<Declaration.Parameter> parameters) {
    private static final int LARGEST_SIZE = 50;
    private static final double DECADES = 6;

    ConstantValues {
        sizes = List.copyOf(sizes);
        parameters = List.copyOf(parameters);
    }

    Map<Symbol, Double> defaults() {
        Map<Symbol, Double> values = new LinkedHashMap<>();
        sizes.forEach(s -> values.put(symbol(s), (double) s.value()));
        for (Declaration.Parameter parameter : parameters) {
            List<Double> own = parameter.values();
            put(parameter, values, i -> own.get(i));
        }
        return values;
    }

    /** Of all orders of magnitude, and close to the edges of domains too. */
    Map<Symbol, Double> drawn(Random random) {
        Map<Symbol, Double> values = new LinkedHashMap<>();
        sizes.forEach(s -> values.put(symbol(s), 1.0 + random.nextInt(LARGEST_SIZE)));
        for (Declaration.Parameter parameter : parameters) {
            put(parameter, values, i -> draw(parameter.domain(), random));
        }
        return values;
    }

    private static Symbol symbol(Declaration.Size size) {
        return new Symbol(Kind.SIZE, size.name(), List.of());
    }

    private static void put(
            Declaration.Parameter parameter, Map<Symbol, Double> values, ToDoubleFunction<Integer> value) {
        values.put(new Symbol(Kind.PARAMETER, parameter.name(), List.of()), value.applyAsDouble(0));
        for (int i = 0; i < parameter.values().size(); i++) {
            values.put(
                    new Symbol(Kind.PARAMETER, parameter.name(), List.of(new Position(i + 1))), value.applyAsDouble(i));
        }
    }

    private static double draw(Domain domain, Random random) {
        double size = Math.pow(10, DECADES * (2 * random.nextDouble() - 1));
        return switch (domain) {
            case REAL -> random.nextBoolean() ? size : -size;
            case NONNEGATIVE, POSITIVE -> size;
            case UNIT -> size / (1 + size);
        };
    }
}
