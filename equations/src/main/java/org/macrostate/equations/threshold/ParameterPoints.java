package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** The parameters of a model as symbols, with their domains, current values, and random values to check with. */
final class ParameterPoints {
    private final Map<Symbol, Domain> domains = new LinkedHashMap<>();
    private final Map<Symbol, Double> current = new LinkedHashMap<>();
    private final Map<Symbol, Double> pinned = new LinkedHashMap<>();

    /**
     * The parameters of a model with some values replaced.
     *
     * @throws BadInput if a name is unknown or a value outside its domain
     */
    ParameterPoints(LearningProblem problem, Sizes sizes, ThresholdRequest request) {
        ParameterLayout layout = new ParameterLayout(problem, sizes);
        Map<String, Double> values = new LinkedHashMap<>(request.values());
        request.fixed().forEach((name, value) -> values.put(name, value.doubleValue()));
        double[] numbers = layout.with(values);
        for (Declaration.Parameter parameter : problem.parameters()) {
            int copies = parameter.copies().map(sizes::of).orElse(0);
            List<List<Integer>> places = new ArrayList<>();
            if (copies == 0) {
                places.add(List.of());
            }
            for (int i = 1; i <= copies; i++) {
                places.add(List.of(i));
            }
            for (List<Integer> place : places) {
                String label = Places.label(parameter.name(), place);
                Symbol symbol = ExactSystem.located(new Symbol(Kind.PARAMETER, parameter.name(), List.of()), place);
                double number = numbers[layout.position(label)];
                domains.put(symbol, parameter.domain());
                current.put(symbol, number);
                if (request.fixed().containsKey(label) || request.fixed().containsKey(parameter.name())) {
                    pinned.put(symbol, number);
                }
            }
        }
    }

    /**
     * The symbol of a label.
     *
     * @throws BadInput if there is none, or it is fixed to a number
     */
    Symbol symbol(String label) {
        Symbol found = domains.keySet().stream()
                .filter(symbol -> label(symbol).equals(label))
                .findFirst()
                .orElseThrow(() -> BadInput.unknownName(
                        "parameter to solve for",
                        label,
                        domains.keySet().stream().map(ParameterPoints::label).toList()));
        if (pinned.containsKey(found)) {
            throw new BadInput("parameter '" + label + "' cannot be solved for: it is fixed to " + pinned.get(found));
        }
        return found;
    }

    static String label(Symbol symbol) {
        return org.macrostate.equations.tensor.ExpressionText.of(symbol);
    }

    boolean contains(Symbol symbol, double value) {
        Domain domain = domains.get(symbol);
        return domain != null && domain.contains(value);
    }

    Map<Symbol, Double> current() {
        return java.util.Collections.unmodifiableMap(current);
    }

    /** The current values as exact numbers, as their decimals read, except that of one parameter. */
    Map<Symbol, BigFraction> exactExcept(Symbol unknown) {
        Map<Symbol, BigFraction> exact = new LinkedHashMap<>();
        current.forEach((symbol, value) -> {
            if (!symbol.equals(unknown)) {
                java.math.BigDecimal decimal = new java.math.BigDecimal(Double.toString(value));
                java.math.BigInteger one = java.math.BigInteger.ONE;
                java.math.BigInteger ten = java.math.BigInteger.TEN.pow(Math.max(decimal.scale(), 0));
                exact.put(
                        symbol,
                        new BigFraction(
                                decimal.multiply(new java.math.BigDecimal(ten)).toBigInteger(), ten.max(one)));
            }
        });
        return exact;
    }

    Sign sign(Symbol symbol) {
        Domain domain = domains.get(symbol);
        return domain == null ? Sign.UNKNOWN : sign(domain);
    }

    static Sign sign(Domain domain) {
        return switch (domain) {
            case REAL -> Sign.UNKNOWN;
            case NONNEGATIVE -> Sign.NONNEGATIVE;
            case POSITIVE, UNIT -> Sign.POSITIVE;
        };
    }

    /** A random point in the domains, spread over a decade and a half around the current values. */
    Map<Symbol, Double> random(Random random) {
        Map<Symbol, Double> point = new LinkedHashMap<>();
        domains.forEach((symbol, domain) -> {
            double centre = Math.abs(current.getOrDefault(symbol, 0.0));
            double size = (centre == 0 ? 1 : centre) * Math.exp(3.4 * (random.nextDouble() - 0.5));
            double value =
                    switch (domain) {
                        case POSITIVE, NONNEGATIVE -> size;
                        case UNIT -> random.nextDouble();
                        case REAL ->
                            random.nextDouble() < 0.7 ? Math.copySign(size, current.getOrDefault(symbol, 1.0)) : -size;
                    };
            point.put(symbol, pinned.getOrDefault(symbol, value));
        });
        return point;
    }
}
