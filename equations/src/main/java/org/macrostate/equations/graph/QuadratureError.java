package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * How far numerical integration is off at a state: the difference between the equations with their own number of
 * quadrature nodes and with half as many again, which bounds the error as long as both converge.
 *
 * @param rates one element a state element: {@code |rate − refined rate|}
 * @param observables one element an observable
 */
public record QuadratureError(double[] rates, double[] observables) {
    private static final int STATES = 3;

    /** Integrals over more fields are looked at in one state only. */
    private static final int FEW_FIELDS = 2;

    /** No error is known to be smaller. */
    private static final double ROUNDING = 1e-15;

    /** What the rule that values are checked by may be off, relative to them. */
    private static final double CHECK = 1e-11;

    private static final int MOST_NODES = 100;

    /** The number of nodes the error of a formula is judged by: half as many again, or fewer where these are too many. */
    public static int refined(int nodes) {
        if (nodes < 0) {
            return Math.max(-13, nodes - 3);
        }
        int more = nodes + 2 * ((nodes + 3) / 4);
        return more <= MOST_NODES ? more : coarser(nodes);
    }

    /**
     * The estimate; zero without a new derivation where every expectation is a closed form.
     *
     * @param bound a system derived with this number of nodes
     * @param state of {@code bound.state().length()} elements; not modified
     * @param parameters of {@code bound.parameters().length()} elements; not modified
     */
    public static QuadratureError at(BoundSystem bound, int nodes, double t, double[] state, double[] parameters) {
        OrderParameterSystem system = bound.system();
        int observables = system.observables().size();
        if (system.numericalPieces().isEmpty()) {
            return new QuadratureError(new double[state.length], new double[observables]);
        }
        BoundSystem finer =
                BoundSystem.of(Derivation.of(system.problem(), system.limit(), refined(nodes)), bound.sizes());
        return comparison(bound, finer).at(t, state, parameters);
    }

    /** A comparison of a system with the same equations of more nodes. */
    public static Comparison comparison(BoundSystem bound, BoundSystem finer) {
        return new Comparison(bound, finer);
    }

    /** Of two bindings of the same equations with different numbers of nodes, at any states. */
    public static final class Comparison {
        private final Program rates;
        private final Program refinedRates;
        private final Program observables;
        private final Program refinedObservables;

        private Comparison(BoundSystem bound, BoundSystem finer) {
            rates = bound.rightHandSide();
            refinedRates = finer.rightHandSide();
            observables = bound.observables();
            refinedObservables = finer.observables();
        }

        /** @param state not modified; neither are {@code parameters} */
        public QuadratureError at(double t, double[] state, double[] parameters) {
            return new QuadratureError(
                    difference(rates, refinedRates, t, state, parameters),
                    difference(observables, refinedObservables, t, state, parameters));
        }
    }

    /**
     * The error that is stated of a value that another rule gives differently: twice the difference, and what the other one may
     * be off by itself.
     */
    public static double stated(double value, double other) {
        return value == other ? 0 : 2 * Math.abs(value - other) + CHECK * Math.abs(other);
    }

    /** The number of nodes that an error is judged by where a rough bound will do; even, at least 2. */
    public static int coarser(int nodes) {
        if (nodes < 0) {
            return refined(nodes);
        }
        return Math.max(2, 2 * (nodes / 3));
    }

    /**
     * How far each numerically integrated part is off, at states in general position: the largest difference to a coarser
     * formula. That bounds the error as long as both converge.
     *
     * @param coarse the same system with fewer nodes
     * @param parameters of {@code bound.parameters().length()} elements; not modified
     * @return by the part's name
     */
    public static Map<String, Double> ofPieces(BoundSystem bound, OrderParameterSystem coarse, double[] parameters) {
        List<Formula> formulas = new ArrayList<>();
        for (NamedTerm piece : bound.system().numericalPieces()) {
            for (List<Integer> place : places(piece, bound.sizes())) {
                List<Position> positions = place.stream().map(Position::new).toList();
                formulas.add(new Formula(piece.name(), new Symbol(Kind.PIECE, piece.name(), List.copyOf(positions))));
            }
        }
        Program own = asked(bound.system(), formulas, bound.sizes());
        Program other = asked(coarse, formulas, bound.sizes());
        Map<String, Double> errors = new LinkedHashMap<>();
        Random random = new Random(1);
        int states = GaussianIntegral.mostFields(own) > FEW_FIELDS ? 1 : STATES;
        for (int i = 0; i < states; i++) {
            double[] difference = difference(own, other, 0, GenericState.of(bound, random), parameters);
            for (int j = 0; j < difference.length; j++) {
                errors.merge(formulas.get(j).name(), Math.max(difference[j], ROUNDING), Math::max);
            }
        }
        return errors;
    }

    /** One copy everywhere, and copies as different as there are: those are the two extremes. */
    private static Set<List<Integer>> places(NamedTerm piece, Sizes sizes) {
        Set<List<Integer>> places = new LinkedHashSet<>();
        places.add(piece.indices().stream().map(i -> 1).toList());
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < piece.indices().size(); i++) {
            different.add(1 + i % sizes.of(piece.indices().get(i).extent()));
        }
        places.add(different);
        return places;
    }

    private static Program asked(OrderParameterSystem system, List<Formula> formulas, Sizes sizes) {
        return BoundSystem.of(system.with(system.problem(), formulas), sizes).observables();
    }

    private static double[] difference(Program coarse, Program fine, double t, double[] state, double[] parameters) {
        double[] difference = new double[coarse.outputs().size()];
        double[] refined = new double[difference.length];
        new Interpreter(coarse).eval(t, state, parameters, difference);
        new Interpreter(fine).eval(t, state, parameters, refined);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = stated(difference[i], refined[i]);
        }
        return difference;
    }
}
