package org.macrostate.equations.threshold;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.macrostate.equations.tensor.Symbol;

/** Does a block change stability where a closed form says, at random parameter points? */
final class BoundaryCheck {
    static final int POINTS = 100;
    private static final int MOST_TRIED = 5000;

    private final NumericBlock block;
    private final ParameterPoints parameters;
    private final Symbol solved;

    BoundaryCheck(NumericBlock block, ParameterPoints parameters, Symbol solved) {
        this.block = block;
        this.parameters = parameters;
        this.solved = solved;
    }

    /**
     * What the points said.
     *
     * @param checked points with the form's value inside the domain, at which eigenvalues were computed on both sides
     * @param failed of those, points where no eigenvalue crossed
     * @param leading of those, points where the block turned from stable to unstable
     */
    record Verdict(int checked, int failed, int leading) {}

    /** How the block changes at a value of the parameter, the others given. */
    enum Crossing {
        /** From stable to unstable or back. */
        LEADING,
        /** An eigenvalue crosses, but the block is unstable on both sides. */
        INNER,
        NONE
    }

    Verdict of(ToDoubleFunction<Map<Symbol, Double>> form) {
        Random random = new Random(7_919);
        int checked = 0;
        int failed = 0;
        int leading = 0;
        for (int tried = 0; tried < MOST_TRIED && checked < POINTS; tried++) {
            Map<Symbol, Double> point = parameters.random(random);
            double value = form.applyAsDouble(point);
            if (!parameters.contains(solved, value) || value == 0) {
                continue;
            }
            checked++;
            Crossing crossing = at(point, value);
            failed += crossing == Crossing.NONE ? 1 : 0;
            leading += crossing == Crossing.LEADING ? 1 : 0;
        }
        return new Verdict(checked, failed, leading);
    }

    Crossing at(Map<Symbol, Double> point, double value) {
        // Another boundary may be near: only if nothing changes however near one looks is there no crossing.
        for (double distance : new double[] {1e-3, 1e-5, 1e-7}) {
            int below = unstable(point, value * (1 - distance));
            int above = unstable(point, value * (1 + distance));
            if (below >= 0 && above >= 0 && below != above) {
                return Math.min(below, above) == 0 ? Crossing.LEADING : Crossing.INNER;
            }
        }
        return endsThere(point, value) ? Crossing.LEADING : Crossing.NONE;
    }

    /** True if the state exists on one side only, and loses its stability as it comes to its end. */
    private boolean endsThere(Map<Symbol, Double> point, double value) {
        boolean existsBelow = unstable(point, value * (1 - 1e-3)) == 0;
        boolean existsAbove = unstable(point, value * (1 + 1e-3)) == 0;
        if (existsBelow == existsAbove) {
            return false;
        }
        double side = existsBelow ? -1 : 1;
        double far = leading(point, value * (1 + side * 1e-3));
        double near = leading(point, value * (1 + side * 1e-9));
        return far < 0 && near <= 0 && near > 0.05 * far;
    }

    private double leading(Map<Symbol, Double> point, double value) {
        Map<Symbol, Double> moved = new HashMap<>(point);
        moved.put(solved, value);
        return block.leading(moved);
    }

    private int unstable(Map<Symbol, Double> point, double value) {
        Map<Symbol, Double> moved = new HashMap<>(point);
        moved.put(solved, value);
        return block.unstable(moved);
    }
}
