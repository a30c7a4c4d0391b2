package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.HumanForm;
import org.macrostate.equations.symbolic.RationalFunction;
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

    static SolvedState of(
            OrderParameterSystem system,
            Sizes sizes,
            FunctionField field,
            ThresholdRequest request,
            ParameterPoints parameters) {
        List<StateLayout.Element> elements = new StateLayout(system, sizes).elements();
        NamedState named = NamedState.of(system, sizes, field, request);
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
        if (!unknowns.isEmpty()) {
            List<RationalFunction> equations = new ExactSystem(system, sizes, field, request.fixed(), values)
                    .rates().stream().map(ExactDual::value).toList();
            Map<Symbol, RationalFunction> solution = new StateSolver(unknowns, parameters)
                    .solve(equations)
                    .orElseThrow(() -> unsolved(request.state(), labels));
            values.replaceAll(value -> {
                for (Map.Entry<Symbol, RationalFunction> entry : solution.entrySet()) {
                    value = value.substitute(entry.getKey(), entry.getValue());
                }
                return value;
            });
        }
        return new SolvedState(List.copyOf(values), labels);
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
                Expression form = HumanForm.of(residual);
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
