package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * How far numerical integration is off at a state: the difference to the same equations by other formulas, and the difference
 * of these to themselves one refinement before, ten times of it where refinement ended before these formulas had converged. This bounds the error where a refinement halves the error of the other formulas
 * at least: with errors e of a value, f of the other, and g of the other before, {@code |e| ≤ |e − f| + |f|}, and {@code
 * |f| ≤ |g − f|} if {@code |f| ≤ |g|/2}. Nothing is assumed of the formulas that the value itself is of.
 *
 * @param rates one element a state element: {@code |rate − refined rate|}
 * @param observables one element an observable
 */
public record QuadratureError(double[] rates, double[] observables) {
    private static final int STATES = 2;

    /** Integrals over more fields are looked at in one state only. */
    private static final int FEW_FIELDS = 2;

    /** No error is known to be smaller. */
    private static final double ROUNDING = 1e-15;

    private static final int MOST_NODES = 100;

    /** The number of nodes the error of a formula is judged by: half as many again, or fewer where these are too many. */
    public static int refined(int nodes) {
        if (nodes < 0) {
            return -IntegralAccuracy.checked(-nodes);
        }
        int more = nodes + 2 * ((nodes + 3) / 4);
        return more <= MOST_NODES ? more : coarser(nodes);
    }

    /** How programs are evaluated. */
    @FunctionalInterface
    public interface Evaluation {
        /** As {@link Interpreter#eval}. */
        void at(double t, double[] state, double[] parameters, double[] out);
    }

    /**
     * Whether the formulas of all expectations can be changed where they are evaluated, without another derivation: none has
     * nodes in tables.
     */
    public static boolean needsNoDerivation(OrderParameterSystem system, int nodes) {
        return nodes < 0 && system.tables().isEmpty();
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
        BoundSystem finer = needsNoDerivation(system, nodes)
                ? bound
                : BoundSystem.of(Derivation.of(system.problem(), system.limit(), refined(nodes)), bound.sizes());
        return comparison(bound, finer, QuadratureError::interpreted).at(t, state, parameters);
    }

    private static Evaluation interpreted(Program program) {
        return new Interpreter(program)::eval;
    }

    /**
     * A comparison of a system with the same equations by other formulas.
     *
     * @param finer the system itself, or one of more nodes where it has nodes in tables
     * @param as how programs are evaluated
     */
    public static Comparison comparison(BoundSystem bound, BoundSystem finer, Function<Program, Evaluation> as) {
        return new Comparison(bound, finer, as);
    }

    /** Of bindings of the same equations, at any states. */
    public static final class Comparison {
        private final ThreeResults rates;
        private final ThreeResults observables;

        private Comparison(BoundSystem bound, BoundSystem finer, Function<Program, Evaluation> as) {
            rates = new ThreeResults(bound.rightHandSide(), finer.rightHandSide(), as);
            observables = new ThreeResults(bound.observables(), finer.observables(), as);
        }

        /** @param state not modified; neither are {@code parameters} */
        public QuadratureError at(double t, double[] state, double[] parameters) {
            return new QuadratureError(rates.errors(t, state, parameters), observables.errors(t, state, parameters));
        }
    }

    /** A program, the one that it is checked by, and that one refinement before. */
    private static final class ThreeResults {
        private final int length;
        private final Evaluation own;
        private final Evaluation other;
        private final Evaluation before;

        ThreeResults(Program program, Program finer, Function<Program, Evaluation> as) {
            length = program.outputs().size();
            own = as.apply(program);
            other = as.apply(GaussianIntegral.by(finer, IntegralAccuracy.Rule.CHECK));
            before = as.apply(GaussianIntegral.by(program, IntegralAccuracy.Rule.CHECK_BEFORE));
        }

        double[] errors(double t, double[] state, double[] parameters) {
            double[] errors = new double[length];
            double[] checked = new double[length];
            double[] coarse = new double[length];
            own.at(t, state, parameters, errors);
            other.at(t, state, parameters, checked);
            before.at(t, state, parameters, coarse);
            for (int i = 0; i < length; i++) {
                errors[i] = stated(errors[i], checked[i], coarse[i]);
            }
            return errors;
        }
    }

    /**
     * The error that is stated of a value.
     *
     * @param other the same by other formulas
     * @param before by these, one refinement before
     */
    public static double stated(double value, double other, double before) {
        return value == other && other == before
                ? 0
                : Math.abs(value - other) + Math.abs(other - before) + ROUNDING * Math.abs(other);
    }

    /** The number of nodes that an error is judged by where a rough bound will do; even, at least 2. */
    public static int coarser(int nodes) {
        if (nodes < 0) {
            return refined(nodes);
        }
        return Math.max(2, 2 * (nodes / 3));
    }

    /**
     * How far each numerically integrated part is off, at states in general position: the largest error that is stated.
     *
     * @param other the same system with other nodes in tables, or the system itself if it has none
     * @param parameters of {@code bound.parameters().length()} elements; not modified
     * @param as how programs are evaluated
     * @return by the part's name
     */
    public static Map<String, Double> ofPieces(
            BoundSystem bound, OrderParameterSystem other, double[] parameters, Function<Program, Evaluation> as) {
        List<Formula> formulas = new ArrayList<>();
        for (NamedTerm piece : bound.system().numericalPieces()) {
            for (List<Integer> place : places(piece, bound.sizes())) {
                List<Position> positions = place.stream().map(Position::new).toList();
                formulas.add(new Formula(piece.name(), new Symbol(Kind.PIECE, piece.name(), List.copyOf(positions))));
            }
        }
        Program own = asked(bound.system(), formulas, bound.sizes());
        ThreeResults results = new ThreeResults(own, asked(other, formulas, bound.sizes()), as);
        Map<String, Double> errors = new LinkedHashMap<>();
        Random random = new Random(1);
        int states = GaussianIntegral.mostFields(own) > FEW_FIELDS ? 1 : STATES;
        for (int i = 0; i < states; i++) {
            double[] stated = results.errors(0, GenericState.of(bound, random), parameters);
            for (int j = 0; j < stated.length; j++) {
                errors.merge(formulas.get(j).name(), Math.max(stated[j], ROUNDING), Math::max);
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
}
