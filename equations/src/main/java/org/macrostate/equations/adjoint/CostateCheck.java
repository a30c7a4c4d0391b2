package org.macrostate.equations.adjoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.GenericState;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Compares costate equations in symbols with the transposed Jacobian of the system's graph, and the Hamiltonian's derivative at
 * singular controls with zero, at random states, costates and parameters.
 */
public final class CostateCheck {
    private static final int POINTS = 3;
    private static final double TOLERANCE = 1e-9;
    private static final double ZERO_INSTEAD = 0.3;
    private static final String COST = "running cost";
    private static final String RESIDUAL = "derivative at the singular control";
    private static final String SIZE = "curvature times the singular control";

    private final Random random = new Random(19);
    private final List<SwitchingFunction> singular;
    private final BoundSystem plain;
    private final BoundSystem joined;

    private CostateCheck(CostateSystem costates, List<SwitchingFunction> controls, Sizes sizes) {
        this.singular = controls.stream()
                .filter(function -> function.singular().isPresent())
                .toList();
        OrderParameterSystem system = costates.system();
        this.plain = BoundSystem.of(system.with(system.problem(), List.of(new Formula(COST, costates.cost()))), sizes);
        this.joined = BoundSystem.of(costates.joined().with(system.problem(), residuals()), sizes);
    }

    /**
     * Whether everything agrees to nine digits.
     *
     * @param controls those of the switching functions that are checked
     */
    public static boolean agrees(CostateSystem costates, List<SwitchingFunction> controls, Sizes sizes) {
        return largestError(costates, controls, sizes) <= TOLERANCE;
    }

    /** The largest error that is found, in units of the largest number of its kind; NaN if something is undefined. */
    static double largestError(CostateSystem costates, List<SwitchingFunction> controls, Sizes sizes) {
        CostateCheck check = new CostateCheck(costates, controls, sizes);
        double largest = 0;
        for (int i = 0; i < POINTS; i++) {
            double error = check.atRandomPoint();
            largest = Math.max(largest, error);
        }
        return largest;
    }

    private List<Formula> residuals() {
        List<Formula> formulas = new ArrayList<>();
        for (SwitchingFunction function : singular) {
            Expression at = function.singular().orElseThrow();
            Expression residual = Substitution.atoms(atom -> atom instanceof Symbol s
                                    && s.kind() == Kind.PARAMETER
                                    && s.name().equals(function.parameter())
                            ? at
                            : atom)
                    .in(function.value());
            formulas.add(new Formula(RESIDUAL, residual));
            formulas.add(new Formula(SIZE, at.times(function.curvature().orElseThrow())));
        }
        return formulas;
    }

    private double atRandomPoint() {
        double[] parameters = parameters();
        double[] state = GenericState.of(joined, random);
        return Math.max(ofEquations(state, parameters), ofControls(state, parameters));
    }

    private double[] parameters() {
        double[] values = plain.parameters().defaults();
        for (int i = 0; i < values.length; i++) {
            boolean part = plain.parameters().domain(i) == Domain.UNIT;
            double value = values[i] == 0 ? ZERO_INSTEAD : values[i];
            values[i] = value * (part ? 0.6 + 0.3 * random.nextDouble() : 0.6 + 0.8 * random.nextDouble());
        }
        return values;
    }

    private double ofEquations(double[] state, double[] parameters) {
        int n = plain.state().length();
        double[] found = values(joined.rightHandSide(), state, parameters);
        double[] input = new double[2 * n + 1];
        System.arraycopy(state, 0, input, 0, n);
        for (int i = 0; i < n; i++) {
            input[n + i] = weight(i) * state[n + i];
        }
        input[2 * n] = 1;
        double[] expected = values(plain.vectorJacobianProduct(List.of(0), List.of()), input, parameters);
        double error = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            double difference = Math.abs(weight(i) * found[n + i] + expected[i]);
            error = Math.max(error, difference);
            size = Math.max(size, Math.abs(expected[i]));
        }
        return size == 0 ? error : error / size;
    }

    /** Two where one overlap stands for two entries. */
    private double weight(int position) {
        StateLayout.Element element = plain.state().elements().get(position);
        return element.variable().exchanged(element.places()).equals(element.places()) ? 1 : 2;
    }

    private double ofControls(double[] state, double[] parameters) {
        if (singular.isEmpty()) {
            return 0;
        }
        double[] found = values(joined.observables(), state, parameters);
        double error = 0;
        for (int i = 0; i < found.length; i += 2) {
            double relative = Math.abs(found[i]) / Math.max(Math.abs(found[i + 1]), Double.MIN_NORMAL);
            error = Math.max(error, relative);
        }
        return error;
    }

    private static double[] values(Program program, double[] state, double[] parameters) {
        double[] out = new double[program.outputs().size()];
        new Interpreter(program).eval(0, state, parameters, out);
        return out;
    }
}
