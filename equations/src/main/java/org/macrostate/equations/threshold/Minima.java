package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.PolynomialEquation;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/**
 * Where an observable is least along a named state, as a parameter varies.
 *
 * @param solve label of the parameter
 * @param along the observable at the state
 * @param found minima with a closed form, each shown to be one at random points
 * @param notes what was left out and why
 */
public record Minima(String observable, String solve, Expression along, List<Minimum> found, List<String> notes) {
    private static final int POINTS = 100;
    private static final int MOST_TRIED = 2000;
    private static final double BESIDE = 1e-3;

    /**
     * One minimum.
     *
     * @param place the parameter there, in the others
     * @param value its number at their current values; NaN if there is none
     * @param least the observable there
     * @param checkedPoints random points at which the observable is larger on both sides
     */
    public record Minimum(Expression place, double value, Expression least, int checkedPoints) {}

    public Minima {
        found = List.copyOf(found);
        notes = List.copyOf(notes);
    }

    /**
     * Minima along the state and in the parameter of a request.
     *
     * @throws BadInput if the observable is unknown or does not depend on the parameter, or the state is no fixed point
     */
    public static Minima of(OrderParameterSystem system, Sizes sizes, ThresholdRequest request, String observable) {
        SymbolicState state = SymbolicState.first(system, sizes, request);
        Symbol solved = state.parameters().symbol(request.solve());
        RationalFunction along = state.observable(observable);
        RationalFunction slope = along.derivative(solved);
        if (slope.isZero()) {
            throw new BadInput("observable " + observable + " at state '" + request.state() + "' does not depend on "
                    + request.solve());
        }
        Search search = new Search(state.parameters(), solved, along);
        for (Polynomial factor : new PolynomialEquation(slope.numerator(), solved).factors()) {
            new PolynomialEquation(factor, solved).roots(factor).forEach(search::tryRoot);
        }
        return new Minima(observable, request.solve(), ShortestForm.of(along), search.found, search.notes);
    }

    private static final class Search {
        private final ParameterPoints parameters;
        private final Symbol solved;
        private final RationalFunction along;
        private final List<Minimum> found = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Search(ParameterPoints parameters, Symbol solved, RationalFunction along) {
            this.parameters = parameters;
            this.solved = solved;
            this.along = along;
        }

        void tryRoot(RationalFunction root) {
            Random random = new Random(7_919);
            int checked = 0;
            int minima = 0;
            for (int tried = 0; tried < MOST_TRIED && checked < POINTS; tried++) {
                Map<Symbol, Double> point = parameters.random(random);
                double place = root.at(point);
                if (parameters.contains(solved, place) && place != 0 && Double.isFinite(at(point, place))) {
                    checked++;
                    double least = at(point, place);
                    minima +=
                            at(point, place * (1 - BESIDE)) > least && at(point, place * (1 + BESIDE)) > least ? 1 : 0;
                }
            }
            if (minima == checked && checked > 0) {
                Map<Symbol, Double> here = parameters.current();
                double value = root.at(here);
                boolean real = parameters.contains(solved, value);
                found.add(new Minimum(
                        ShortestForm.of(root),
                        real ? value : Double.NaN,
                        ShortestForm.of(along.field()
                                .of(org.macrostate.equations.tensor.Substitution.atoms(
                                                atom -> atom.equals(solved) ? root.toExpression() : atom)
                                        .in(along.toExpression()))),
                        checked));
            } else if (minima > 0) {
                notes.add("a stationary value of " + ParameterPoints.label(solved)
                        + " is not listed: the observable is least there at only " + minima + " of " + checked
                        + " random parameter points");
            }
        }

        private double at(Map<Symbol, Double> point, double value) {
            Map<Symbol, Double> moved = new HashMap<>(point);
            moved.put(solved, value);
            return along.at(moved);
        }
    }
}
