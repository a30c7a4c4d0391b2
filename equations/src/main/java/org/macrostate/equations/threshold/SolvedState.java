package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * A fixed point in symbols, shown to be one.
 *
 * @param values one for each state element
 * @param solved labels of the elements the model does not name, whose values were solved for
 */
record SolvedState(List<RationalFunction> values, List<String> solved) {

    /**
     * The solutions, at least one.
     *
     * @throws BadInput if none is found
     */
    static List<SolvedState> all(
            OrderParameterSystem system,
            Sizes sizes,
            FunctionField field,
            ThresholdRequest request,
            ParameterPoints parameters) {
        List<StateLayout.Element> elements = new StateLayout(system, sizes).elements();
        NamedState named = NamedState.of(system, sizes, field, request);
        List<Integer> superfluous = OneDirectionEach.zeros(elements, sizes).stream()
                .filter(i -> named.values().get(i).isEmpty())
                .toList();
        // The state with fewest unknowns first: where each unit has a direction of its own the equations fall apart.
        List<SolvedState> simplest = superfluous.isEmpty()
                ? List.of()
                : solved(system, sizes, field, request, parameters, named.withZeros(superfluous, field));
        List<SolvedState> all =
                simplest.isEmpty() ? solved(system, sizes, field, request, parameters, named) : simplest;
        if (all.isEmpty()) {
            throw unsolved(request.state(), unknown(elements, named));
        }
        return all;
    }

    private static List<String> unknown(List<StateLayout.Element> elements, NamedState named) {
        return IntStream.range(0, elements.size())
                .filter(i -> named.values().get(i).isEmpty())
                .mapToObj(i -> elements.get(i).label())
                .toList();
    }

    private static List<SolvedState> solved(
            OrderParameterSystem system,
            Sizes sizes,
            FunctionField field,
            ThresholdRequest request,
            ParameterPoints parameters,
            NamedState named) {
        List<StateLayout.Element> elements = new StateLayout(system, sizes).elements();
        Map<Symbol, StateLayout.Element> unknowns = new LinkedHashMap<>();
        List<RationalFunction> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Symbol symbol = NamedState.unknown(elements.get(i));
            Optional<RationalFunction> value = named.values().get(i);
            if (value.isEmpty()) {
                unknowns.put(symbol, elements.get(i));
            }
            values.add(value.orElseGet(() -> field.of(symbol)));
        }
        List<String> labels =
                unknowns.values().stream().map(StateLayout.Element::label).toList();
        if (unknowns.isEmpty()) {
            return List.of(new SolvedState(List.copyOf(values), labels));
        }
        List<RationalFunction> equations = new ExactSystem(system, sizes, field, request.fixed(), values)
                .rates().stream().map(ExactDual::value).toList();
        return new StateSolver(unknowns, parameters)
                .solutions(equations).stream()
                        .map(solution -> new SolvedState(
                                values.stream()
                                        .map(value -> substituted(value, solution))
                                        .toList(),
                                labels))
                        .toList();
    }

    private static RationalFunction substituted(RationalFunction value, Map<Symbol, RationalFunction> solution) {
        RationalFunction result = value;
        for (Map.Entry<Symbol, RationalFunction> entry : solution.entrySet()) {
            result = result.substitute(entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static BadInput unsolved(String state, List<String> labels) {
        return new BadInput("state '" + state + "' does not say what "
                + labels.stream().limit(12).collect(Collectors.joining(", "))
                + (labels.size() > 12 ? ", …" : "") + (labels.size() == 1 ? " is" : " are")
                + ", and the fixed-point equations could not be solved for "
                + (labels.size() == 1 ? "it" : "them") + " one after another; give a value for each");
    }

    /** @throws BadInput naming the first equations that are not satisfied, with what is left of them and how much that is */
    void requireFixedPoint(
            String state, List<StateLayout.Element> elements, List<ExactDual> rates, ParameterPoints parameters) {
        List<String> violated = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            RationalFunction residual = rates.get(i).value();
            if (!residual.isZero()) {
                Expression form = ShortestForm.of(residual);
                String number = form instanceof Rational
                        ? ""
                        : " = " + (float) residual.at(parameters.current()) + " at the current parameters";
                violated.add("d" + elements.get(i).label() + "/dt = " + ExpressionText.of(form) + number);
            }
        }
        if (!violated.isEmpty()) {
            throw new BadInput("state '" + state + "' is no fixed point: there "
                    + violated.stream().limit(3).collect(Collectors.joining(", "))
                    + (violated.size() > 3 ? " and " + (violated.size() - 3) + " more" : "") + ", not 0");
        }
    }
}
