package org.macrostate.equations.symmetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GenericState;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;

/**
 * Checks a subspace numerically: at random states of it, the full rates are those of the subspace, element by element. At
 * sizes up to five, since no more than five copies are ever told apart by an expectation of four fields and a free one.
 */
final class Invariance {
    private static final int LARGEST = 5;
    private static final int STATES = 3;
    private static final double ACCURACY = 1e-9;
    /** Quadrature formulas take their fields in an order, and copies that are alike may come in different ones. */
    private static final double ACCURACY_OF_QUADRATURE = 1e-6;

    private final SymmetricAnsatz alike;
    private final BoundSystem full;
    private final BoundSystem subspace;
    private final double[] parameters;

    private Invariance(OrderParameterSystem system, Sizes sizes, SymmetricAnsatz alike, double[] parameters) {
        this.alike = alike;
        Map<String, Integer> small = new LinkedHashMap<>();
        sizes.values().forEach((name, size) -> small.put(name, Math.min(size, LARGEST)));
        Sizes checked = new Sizes(small);
        this.full = BoundSystem.of(system, checked);
        this.subspace = BoundSystem.of(SymmetricSubspace.unchecked(system, checked, alike), checked);
        this.parameters = parametersAt(checked, system, sizes, parameters);
    }

    /** @throws BadInput if it is not invariant */
    static void require(OrderParameterSystem system, Sizes sizes, SymmetricAnsatz alike, double[] parameters) {
        Invariance check = new Invariance(system, sizes, alike, parameters);
        Random random = new Random(1);
        for (int i = 0; i < STATES; i++) {
            check.at(GenericState.of(check.subspace, random));
        }
    }

    /** The values of copies that exist at the smaller sizes, too. */
    private static double[] parametersAt(Sizes small, OrderParameterSystem system, Sizes sizes, double[] parameters) {
        ParameterLayout wanted = new ParameterLayout(system.problem(), small);
        ParameterLayout given = new ParameterLayout(system.problem(), sizes);
        double[] values = new double[wanted.length()];
        for (String label : wanted.labels()) {
            values[wanted.position(label)] = parameters[given.position(label)];
        }
        return values;
    }

    private void at(double[] state) {
        double[] rates = rates(subspace, state);
        List<StateLayout.Element> elements = full.state().elements();
        int[] places = new int[elements.size()];
        double[] whole = new double[elements.size()];
        for (int i = 0; i < whole.length; i++) {
            places[i] = place(elements.get(i));
            whole[i] = state[places[i]];
        }
        double[] wholeRates = rates(full, whole);
        double scale = 1e-3;
        for (double rate : wholeRates) {
            scale = Math.max(scale, Math.abs(rate));
        }
        for (int i = 0; i < whole.length; i++) {
            double difference = Math.abs(wholeRates[i] - rates[places[i]]);
            if (!(difference <= accuracy() * scale)) {
                throw notInvariant(elements.get(i), wholeRates[i], rates[places[i]]);
            }
        }
    }

    private double accuracy() {
        return full.system().numericalPieces().isEmpty() ? ACCURACY : ACCURACY_OF_QUADRATURE;
    }

    private BadInput notInvariant(StateLayout.Element element, double rate, double alikeRate) {
        return new BadInput("the copies are not alike in model "
                + full.system().problem().name() + ": in a state where they are, " + element.label() + " changes at "
                + rate + ", and at " + alikeRate + " if they were to stay alike"
                + (alike == SymmetricAnsatz.SYMMETRIC && full.sizes().values().size() > 1
                        ? "; 'paired' keeps partners of different families apart"
                        : ""));
    }

    /** Which of the subspace's variables an element of the full state is. */
    private int place(StateLayout.Element element) {
        List<StateLayout.Element> candidates = subspace.state().elements();
        StateVariable whole = element.variable();
        for (int i = 0; i < candidates.size(); i++) {
            StateVariable one = candidates.get(i).variable();
            boolean same = one.name().equals(whole.name().replace('.', '_'))
                    || one.name().equals(whole.name().replace('.', '_') + "_off")
                    || one.name().equals(whole.name());
            List<Integer> places = element.places();
            if (same && (places.size() < 2 || one.copies().holds(places.get(0), places.get(1)))) {
                return i;
            }
        }
        throw new IllegalStateException("no variable for " + element.label());
    }

    private double[] rates(BoundSystem bound, double[] state) {
        Program program = bound.rightHandSide();
        double[] out = new double[state.length];
        new Interpreter(program).eval(0, state, parameters, out);
        return out;
    }
}
