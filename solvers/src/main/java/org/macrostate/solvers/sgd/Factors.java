package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** The laws of the random factors of one sample, in the order of {@link StepInputs}. */
final class Factors {
    private final List<Law> laws = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final LearningProblem problem;
    private final Sizes sizes;
    private final ParameterLayout layout;

    /**
     * @param schedules parameters that follow an expression in time
     * @throws BadInput if a probability depends on one of them
     */
    Factors(LearningProblem problem, Sizes sizes, ParameterLayout layout, Set<String> schedules) {
        this.problem = problem;
        this.sizes = sizes;
        this.layout = layout;
        for (Declaration.Random random : problem.randoms()) {
            refuseSchedules(random, schedules);
            int copies = random.copies().map(sizes::of).orElse(1);
            for (int i = 0; i < copies; i++) {
                laws.add(random.law());
                names.add(random.name());
            }
        }
    }

    private static void refuseSchedules(Declaration.Random random, Set<String> schedules) {
        List<Expression> probabilities = random.law() instanceof Law.Discrete discrete
                ? discrete.probabilities()
                : random.law() instanceof Law.Classes classes ? List.of(classes.probability()) : List.of();
        if (!probabilities.isEmpty()) {
            for (String name : schedules) {
                boolean scheduled = probabilities.stream()
                        .anyMatch(p -> Expansion.contains(
                                p, e -> e instanceof Symbol s && s.name().equals(name)));
                if (scheduled) {
                    throw new BadInput("the probabilities of " + random.name() + " depend on " + name
                            + ", which cannot follow a schedule in a simulation");
                }
            }
        }
    }

    /**
     * Ready to draw, each factor by its law.
     *
     * @throws BadInput if a probability is not from 0 to 1 at these parameters
     */
    FactorDraws at(double[] parameters) {
        Map<Symbol, Double> values = new LinkedHashMap<>();
        for (Declaration.Size size : problem.sizes()) {
            Symbol symbol = new Symbol(Kind.SIZE, size.name(), List.of());
            values.put(symbol, (double) sizes.of(symbol));
        }
        for (Declaration.Parameter parameter : problem.parameters()) {
            int copies = parameter.copies().map(sizes::of).orElse(0);
            if (copies == 0) {
                put(parameter.name(), List.of(), parameters, values);
            }
            for (int i = 1; i <= copies; i++) {
                put(parameter.name(), List.of(i), parameters, values);
            }
        }
        List<double[]> points = new ArrayList<>();
        List<double[]> cumulative = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            Law law = laws.get(i);
            String name = names.get(i);
            if (law instanceof Law.Classes classes) {
                int count = (int) names.stream().filter(name::equals).count();
                points.add(IntStream.rangeClosed(1, count).asDoubleStream().toArray());
                cumulative.add(sums(probabilities(classes, count), values, name));
                continue;
            }
            points.add(
                    law instanceof Law.Discrete d
                            ? d.values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray()
                            : new double[0]);
            cumulative.add(law instanceof Law.Discrete d ? sums(d.probabilities(), values, name) : new double[0]);
        }
        return new FactorDraws(laws, points, cumulative);
    }

    private static List<Expression> probabilities(Law.Classes law, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(k -> law.probabilityAt(new Position(k)))
                .toList();
    }

    private void put(String name, List<Integer> place, double[] parameters, Map<Symbol, Double> values) {
        Symbol symbol = new Symbol(
                Kind.PARAMETER,
                name,
                place.stream().<IndexTerm>map(Position::new).toList());
        values.put(symbol, parameters[layout.position(Places.label(name, place))]);
    }

    private static double[] sums(List<Expression> probabilities, Map<Symbol, Double> values, String name) {
        double[] sums = probabilities.stream()
                .mapToDouble(p -> NumericValue.of(p, values))
                .toArray();
        for (double p : sums) {
            if (!(p >= 0 && p <= 1)) {
                throw new BadInput("a probability of " + name + " must be from 0 to 1, was " + p);
            }
        }
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }
}
