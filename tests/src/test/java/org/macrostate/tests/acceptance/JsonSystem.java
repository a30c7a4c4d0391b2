package org.macrostate.tests.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Erf;

/** A derived system read from {@code derive --json} alone, with sizes as they are there. */
final class JsonSystem {
    private final Map<?, ?> json;
    private final Map<String, Double> values = new HashMap<>();
    private Map<String, Double> arguments = Map.of();

    JsonSystem(Map<?, ?> json) {
        this.json = json;
    }

    void set(String label, double value) {
        values.put(label, value);
    }

    double rate(String name, List<Integer> places) {
        return formula("equations", name, places);
    }

    private double formula(String section, String name, List<Integer> places) {
        for (Object item : (List<?>) json.get(section)) {
            Map<?, ?> formula = (Map<?, ?>) item;
            Object head = formula.get("head");
            boolean named = name.equals(head)
                    || (head == null && (name.equals(formula.get("name")) || name.equals(formula.get("variable"))));
            if (named) {
                Map<String, Integer> bound = new HashMap<>();
                for (int i = 0; i < places.size(); i++) {
                    bound.put((String) Called.at(formula, "indices", i, "index"), places.get(i));
                }
                return value(formula.get("tree"), bound);
            }
        }
        throw new IllegalArgumentException("nothing is called " + name);
    }

    /** A tree without free indices. */
    double value(Object tree) {
        return value(tree, Map.of());
    }

    private double value(Object tree, Map<String, Integer> bound) {
        if (tree instanceof Number n) {
            return n.doubleValue();
        }
        if (tree instanceof String name) {
            return named(name);
        }
        List<?> call = (List<?>) tree;
        String head = (String) call.get(0);
        return switch (head) {
            case "At" -> at(call, bound);
            case "KroneckerDelta" -> place(call.get(1), bound) == place(call.get(2), bound) ? 1 : 0;
            case "Sum" -> sum(call, bound);
            case "If" -> value(call.get(value(call.get(1), bound) != 0 ? 2 : 3), bound);
            case "And" -> value(call.get(1), bound) != 0 && value(call.get(2), bound) != 0 ? 1 : 0;
            default -> {
                double[] x = call.subList(1, call.size()).stream()
                        .mapToDouble(argument -> value(argument, bound))
                        .toArray();
                yield ((List<?>) json.get("functions"))
                        .stream()
                                .filter(f -> head.equals(Called.at(f, "name")))
                                .findFirst()
                                .map(f -> defined((Map<?, ?>) f, x))
                                .orElseGet(() -> function(head, x));
            }
        };
    }

    /** A function by the definition that comes with the system. */
    private double defined(Map<?, ?> function, double[] x) {
        Map<String, Double> outer = arguments;
        Map<String, Double> inner = new HashMap<>();
        List<?> names = (List<?>) function.get("arguments");
        for (int i = 0; i < names.size(); i++) {
            inner.put((String) names.get(i), i < x.length ? x[i] : Called.number(function, "left out"));
        }
        arguments = inner;
        double value = value(function.get("tree"), Map.of());
        arguments = outer;
        return value;
    }

    private double named(String name) {
        if (arguments.containsKey(name)) {
            return arguments.getOrDefault(name, Double.NaN);
        }
        if (name.equals("Pi")) {
            return Math.PI;
        }
        Map<?, ?> sizes = (Map<?, ?>) json.get("sizes");
        if (sizes.containsKey(name)) {
            return ((Number) sizes.get(name)).doubleValue();
        }
        return values.containsKey(name) ? values.get(name) : formula("pieces", name, List.of());
    }

    private double at(List<?> call, Map<String, Integer> bound) {
        String name = (String) call.get(1);
        List<Integer> places =
                call.subList(2, call.size()).stream().map(p -> place(p, bound)).toList();
        for (Object table : (List<?>) json.get("tables")) {
            if (name.equals(Called.at(table, "name"))) {
                return Called.number(table, "values", places.get(0) - 1);
            }
        }
        boolean overlap = name.contains(".");
        String label = overlap
                ? name.replace(".", "[" + places.get(0) + "].") + "[" + places.get(1) + "]"
                : name + places.toString().replace(" ", "");
        String mirrored = places.size() == 2 ? name + "[" + places.get(1) + "," + places.get(0) + "]" : label;
        if (values.containsKey(label) || values.containsKey(mirrored)) {
            return values.getOrDefault(label, values.get(mirrored));
        }
        return formula("pieces", name, places);
    }

    private double sum(List<?> call, Map<String, Integer> bound) {
        Map<String, Integer> inside = new HashMap<>(bound);
        double total = 0;
        long last = Math.round(value(call.get(3), bound));
        for (int i = 1; i <= last; i++) {
            inside.put((String) call.get(2), i);
            total += value(call.get(1), inside);
        }
        return total;
    }

    private static int place(Object term, Map<String, Integer> bound) {
        return term instanceof Number n ? n.intValue() : bound.get((String) term);
    }

    private static double function(String head, double[] x) {
        return switch (head) {
            case "Rational" -> x[0] / x[1];
            case "Plus" -> java.util.Arrays.stream(x).sum();
            case "Times" -> java.util.Arrays.stream(x).reduce(1, (a, b) -> a * b);
            case "Power" -> Math.pow(x[0], x[1]);
            case "Exp" -> Math.exp(x[0]);
            case "Log" -> Math.log(x[0]);
            case "Erf" -> Erf.erf(x[0]);
            case "ArcSin" -> Math.asin(x[0]);
            case "Sign" -> Math.signum(x[0]);
            case "Abs" -> Math.abs(x[0]);
            case "Min" -> java.util.Arrays.stream(x).min().orElseThrow();
            case "Max" -> java.util.Arrays.stream(x).max().orElseThrow();
            case "Less" -> x[0] < x[1] ? 1 : 0;
            case "Not" -> x[0] == 0 ? 1 : 0;
            default -> throw new IllegalArgumentException("no function is called " + head);
        };
    }
}
