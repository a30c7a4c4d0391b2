package org.macrostate.tests.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.special.Erf;
import org.macrostate.tests.acceptance.WolframText.Blank;
import org.macrostate.tests.acceptance.WolframText.Call;
import org.macrostate.tests.acceptance.WolframText.Name;
import org.macrostate.tests.acceptance.WolframText.Node;

/**
 * Runs a text of the Wolfram language by its rules, with numbers for everything: values are {@code Double}, {@code Boolean},
 * {@code String}, {@code List} and, for associations and rules, {@code Map}.
 */
final class WolframProgram {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("Minus", x -> -x),
            Map.entry("Sqrt", Math::sqrt),
            Map.entry("Exp", Math::exp),
            Map.entry("Log", Math::log),
            Map.entry("Sin", Math::sin),
            Map.entry("Cos", Math::cos),
            Map.entry("Tan", Math::tan),
            Map.entry("ArcSin", Math::asin),
            Map.entry("ArcCos", Math::acos),
            Map.entry("ArcTan", Math::atan),
            Map.entry("Sinh", Math::sinh),
            Map.entry("Cosh", Math::cosh),
            Map.entry("Tanh", Math::tanh),
            Map.entry("Erf", Erf::erf),
            Map.entry("Erfc", Erf::erfc),
            Map.entry("Abs", Math::abs),
            Map.entry("Sign", Math::signum),
            Map.entry("UnitStep", x -> x >= 0 ? 1 : 0),
            Map.entry("Ramp", x -> Math.max(0, x)),
            Map.entry("Floor", Math::floor),
            Map.entry("Clip", x -> Math.max(-1, Math.min(1, x))));
    private static final Map<String, DoubleBinaryOperator> OPERATORS = Map.of(
            "Plus", Double::sum,
            "Times", (a, b) -> a * b,
            "Divide", (a, b) -> a / b,
            "Power", Math::pow,
            "Mod", (a, b) -> a - b * Math.floor(a / b));

    private record Definition(List<Blank> arguments, Node body, Map<String, Object> inside) {}

    private final Map<String, Object> globals = new HashMap<>();

    /** Runs all expressions of a text. */
    WolframProgram(String text) {
        globals.put("Pi", Math.PI);
        globals.put("E", Math.E);
        WolframText.read(text).forEach(node -> value(node, globals));
    }

    /** The numbers in what a function of the program makes of arguments: those of an association in its order. */
    double[] numbers(String function, Object... arguments) {
        List<Double> all = new ArrayList<>();
        flat(called((Definition) globals.get(function), List.of(arguments)), all);
        return all.stream().mapToDouble(x -> x).toArray();
    }

    boolean defines(String function) {
        return globals.containsKey(function);
    }

    private static void flat(Object value, List<Double> into) {
        if (value instanceof List<?> list) {
            list.forEach(one -> flat(one, into));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> flat(one, into));
        } else {
            into.add((Double) value);
        }
    }

    private Object called(Definition definition, List<Object> arguments) {
        Map<String, Object> inside = new HashMap<>(definition.inside());
        for (int i = 0; i < definition.arguments().size(); i++) {
            Blank blank = definition.arguments().get(i);
            inside.put(
                    blank.name(),
                    i < arguments.size()
                            ? arguments.get(i)
                            : value(blank.otherwise().orElseThrow(), globals));
        }
        return value(definition.body(), inside);
    }

    private Object value(Node node, Map<String, Object> names) {
        if (node instanceof WolframText.Number number) {
            return number.value();
        }
        if (node instanceof WolframText.Text text) {
            return text.value();
        }
        if (node instanceof Name name) {
            Object value = names.containsKey(name.value()) ? names.get(name.value()) : globals.get(name.value());
            if (value == null) {
                throw new IllegalStateException("no value of " + name.value());
            }
            return value;
        }
        if (node instanceof Call call && call.head() instanceof Name head) {
            return call(head.value(), call.arguments(), names);
        }
        throw new IllegalStateException("no value: " + node);
    }

    private double number(Node node, Map<String, Object> names) {
        return (Double) value(node, names);
    }

    private boolean holds(Node node, Map<String, Object> names) {
        return (Boolean) value(node, names);
    }

    private Object call(String head, List<Node> of, Map<String, Object> names) {
        if (FUNCTIONS.containsKey(head)) {
            return FUNCTIONS.get(head).applyAsDouble(number(of.get(0), names));
        }
        if (OPERATORS.containsKey(head)) {
            double result = number(of.get(0), names);
            for (Node next : of.subList(1, of.size())) {
                result = OPERATORS.get(head).applyAsDouble(result, number(next, names));
            }
            return result;
        }
        Object known = names.containsKey(head) ? names.get(head) : globals.get(head);
        if (known instanceof Definition definition) {
            return called(definition, of.stream().map(a -> value(a, names)).toList());
        }
        if (known instanceof Map<?, ?> association) {
            return association.get(value(of.get(0), names));
        }
        return switch (head) {
            case "Set", "SetDelayed" -> set(of.get(0), of.get(1), names);
            case "CompoundExpression" -> {
                Object last = 0.0;
                for (Node one : of) {
                    last = value(one, names);
                }
                yield last;
            }
            case "Module" -> {
                Map<String, Object> inside = new HashMap<>(names);
                for (Node local : ((Call) of.get(0)).arguments()) {
                    if (local instanceof Call) {
                        value(local, inside);
                    }
                }
                yield value(of.get(1), inside);
            }
            case "If" -> value(of.get(holds(of.get(0), names) ? 1 : 2), names);
            case "NumericQ" -> value(of.get(0), names) instanceof Double;
            case "Boole" -> holds(of.get(0), names) ? 1.0 : 0.0;
            case "And" -> of.stream().allMatch(one -> holds(one, names));
            case "Or" -> of.stream().anyMatch(one -> holds(one, names));
            case "Not" -> !holds(of.get(0), names);
            case "Equal" -> number(of.get(0), names) == number(of.get(1), names);
            case "Less" -> number(of.get(0), names) < number(of.get(1), names);
            case "LessEqual" -> number(of.get(0), names) <= number(of.get(1), names);
            case "Greater" -> number(of.get(0), names) > number(of.get(1), names);
            case "GreaterEqual" -> number(of.get(0), names) >= number(of.get(1), names);
            case "PreIncrement" -> {
                double next = number(of.get(0), names) + 1;
                names.put(((Name) of.get(0)).value(), next);
                yield next;
            }
            case "Part" -> part(value(of.get(0), names), of.subList(1, of.size()), names);
            case "List" ->
                new ArrayList<>(of.stream().map(one -> value(one, names)).toList());
            case "Association" -> {
                Map<Object, Object> association = new LinkedHashMap<>();
                of.forEach(rule -> association.put(
                        value(((Call) rule).arguments().get(0), names),
                        value(((Call) rule).arguments().get(1), names)));
                yield association;
            }
            case "Table" -> table(of.get(0), of.subList(1, of.size()), names);
            case "Do", "Sum" -> {
                List<Double> terms = new ArrayList<>();
                flat(table(of.get(0), of.subList(1, of.size()), names), terms);
                yield terms.stream().mapToDouble(x -> x).sum();
            }
            default -> ofLists(head, of, names);
        };
    }

    private Object ofLists(String head, List<Node> of, Map<String, Object> names) {
        Object first = value(of.get(0), names);
        List<Double> flat = new ArrayList<>();
        flat(first, flat);
        List<?> list = first instanceof List<?> all ? all : List.of();
        return switch (head) {
            case "Flatten" -> flat;
            case "Total" -> flat.stream().mapToDouble(x -> x).sum();
            case "Max", "Min" -> {
                of.subList(1, of.size()).forEach(one -> flat(value(one, names), flat));
                yield head.equals("Max")
                        ? flat.stream().mapToDouble(x -> x).max().orElse(Double.NEGATIVE_INFINITY)
                        : flat.stream().mapToDouble(x -> x).min().orElse(Double.POSITIVE_INFINITY);
            }
            case "Length" -> (double) list.size();
            case "First" -> list.get(0);
            case "Range" ->
                IntStream.rangeClosed(1, (int) (double) (Double) first)
                        .mapToObj(i -> (double) i)
                        .toList();
            case "DeleteCases" -> {
                Object gone = value(of.get(1), names);
                yield list.stream().filter(one -> !one.equals(gone)).toList();
            }
            case "Transpose" ->
                IntStream.range(0, ((List<?>) list.get(0)).size())
                        .mapToObj(j ->
                                list.stream().map(row -> ((List<?>) row).get(j)).toList())
                        .toList();
            case "SingularValueList" -> {
                double[][] matrix = list.stream()
                        .map(row -> ((List<?>) row)
                                .stream().mapToDouble(x -> (Double) x).toArray())
                        .toArray(double[][]::new);
                double[] values =
                        new SingularValueDecomposition(MatrixUtils.createRealMatrix(matrix)).getSingularValues();
                yield Arrays.stream(values).boxed().toList();
            }
            default -> throw new IllegalStateException("no such function: " + head);
        };
    }

    private Object set(Node left, Node right, Map<String, Object> names) {
        if (left instanceof Name name) {
            names.put(name.value(), value(right, names));
            return names.get(name.value());
        }
        Call call = (Call) left;
        String head = ((Name) call.head()).value();
        if (head.equals("Part")) {
            Object value = value(right, names);
            List<Node> places = call.arguments();
            Object row = part(value(places.get(0), names), places.subList(1, places.size() - 1), names);
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) row;
            list.set((int) number(places.get(places.size() - 1), names) - 1, value);
            return value;
        }
        if (call.arguments().stream().noneMatch(Blank.class::isInstance)) {
            return value(right, names); // a value that is remembered is computed again
        }
        Definition definition = new Definition(
                call.arguments().stream().map(Blank.class::cast).toList(), right, names == globals ? Map.of() : names);
        names.put(head, definition);
        return 0.0;
    }

    private Object part(Object of, List<Node> places, Map<String, Object> names) {
        Object value = of;
        for (Node place : places) {
            value = value instanceof Map<?, ?> map
                    ? map.get(value(place, names))
                    : ((List<?>) value).get((int) number(place, names) - 1);
        }
        return value;
    }

    /** Nested lists over iterators {@code {n}}, {@code {i, n}}, {@code {i, a, n}} and {@code {i, list}}. */
    private Object table(Node body, List<Node> iterators, Map<String, Object> names) {
        if (iterators.isEmpty()) {
            return value(body, names);
        }
        List<Node> parts = ((Call) iterators.get(0)).arguments();
        Object last = value(parts.get(parts.size() - 1), names);
        double from = parts.size() == 3 ? number(parts.get(1), names) : 1;
        List<?> over = last instanceof List<?> list
                ? list
                : IntStream.rangeClosed((int) from, (int) (double) (Double) last)
                        .mapToObj(i -> (double) i)
                        .toList();
        List<Object> all = new ArrayList<>();
        String index = parts.size() > 1 ? ((Name) parts.get(0)).value() : "";
        boolean had = names.containsKey(index);
        Object before = had ? names.get(index) : 0.0;
        for (Object each : over) {
            if (!index.isEmpty()) {
                names.put(index, each);
            }
            all.add(table(body, iterators.subList(1, iterators.size()), names));
        }
        if (had) {
            names.put(index, before);
        } else {
            names.remove(index);
        }
        return all;
    }
}
