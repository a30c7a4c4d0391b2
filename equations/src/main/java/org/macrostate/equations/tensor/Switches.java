package org.macrostate.equations.tensor;

import java.util.ArrayList;
import java.util.List;

/** Where functions are not smooth: {@code Ramp[1 − y h]} has a kink where {@code 1 − y h} changes its sign. */
public final class Switches {
    private Switches() {}

    /** What changes its sign at a kink or jump of the expression, those inside of others too. */
    public static List<Expression> of(Expression e) {
        List<Expression> found = new ArrayList<>();
        if (e instanceof Apply a) {
            List<Expression> x = a.arguments();
            switch (a.function()) {
                case SIGN, UNIT_STEP, ABS, RAMP -> found.add(x.get(0));
                case LESS, LESS_EQUAL -> found.add(x.get(0).minus(x.get(1)));
                case MIN, MAX -> {
                    for (int i = 1; i < x.size(); i++) {
                        for (int j = 0; j < i; j++) {
                            found.add(x.get(i).minus(x.get(j)));
                        }
                    }
                }
                case FLOOR -> found.add(atWholeNumbers(x.get(0)));
                case MOD -> found.add(atWholeNumbers(x.get(0).over(x.get(1))));
                case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF -> {}
                case EQUAL, AND, OR, NOT, IF, VARIANCE_INVERSE, VARIANCE_ROOT, VARIANCE_INVERSE_ROOT -> {}
                case DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM -> {}
                case NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> {}
            }
        }
        e.children().forEach(child -> found.addAll(of(child)));
        return found;
    }

    /** What changes its sign where x is a whole number. */
    private static Expression atWholeNumbers(Expression x) {
        return Apply.of(Function.SIN, Constant.PI.times(x));
    }
}
