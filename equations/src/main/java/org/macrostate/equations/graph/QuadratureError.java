package org.macrostate.equations.graph;

import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;

/**
 * How far numerical integration is off at a state: the difference between the equations with their own number of
 * quadrature nodes and with half as many again, which bounds the error as long as both converge.
 *
 * @param rates one element a state element: {@code |rate − refined rate|}
 * @param observables one element an observable
 */
public record QuadratureError(double[] rates, double[] observables) {

    /** The number of nodes the error of a formula is judged by; even, at most 100. */
    public static int refined(int nodes) {
        return Math.min(100, nodes + 2 * ((nodes + 3) / 4));
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
        if (system.tables().isEmpty()) {
            return new QuadratureError(new double[state.length], new double[observables]);
        }
        BoundSystem finer =
                BoundSystem.of(Derivation.of(system.problem(), system.limit(), refined(nodes)), bound.sizes());
        return new QuadratureError(
                difference(bound.rightHandSide(), finer.rightHandSide(), t, state, parameters),
                difference(bound.observables(), finer.observables(), t, state, parameters));
    }

    private static double[] difference(Program coarse, Program fine, double t, double[] state, double[] parameters) {
        double[] difference = new double[coarse.outputs().size()];
        double[] refined = new double[difference.length];
        new Interpreter(coarse).eval(t, state, parameters, difference);
        new Interpreter(fine).eval(t, state, parameters, refined);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = Math.abs(difference[i] - refined[i]);
        }
        return difference;
    }
}
