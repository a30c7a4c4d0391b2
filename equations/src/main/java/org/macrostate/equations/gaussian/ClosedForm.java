package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;

/**
 * Products of polynomials, erf, sign, steps, ramps and bells in closed form: bells and Dirac's deltas change the law,
 * Stein's lemma removes polynomial factors, and what remains are the two-point arcsine laws.
 */
public final class ClosedForm implements ExpectationRule {
    private final Reduction reduction;

    /** Parts of its values get names. */
    public ClosedForm(PartNames names) {
        this.reduction = new Reduction(ArcsineLaw::of, names);
    }

    /** Its values are written out. */
    public ClosedForm() {
        this(PartNames.NONE);
    }

    @Override
    public String citation() {
        return String.join("; ", Tilting.CITATION, Stein.CITATION, Conditioning.CITATION, ArcsineLaw.CITATION);
    }

    @Override
    public String citation(List<Expression> factors) {
        long errors = count(factors, Function.ERF);
        long bells = count(factors, Function.EXP);
        long kinks = factors.stream().filter(ClosedForm::isKinked).count();
        boolean linear = factors.stream()
                .anyMatch(
                        f -> !(f instanceof Apply a) || a.function() == Function.RAMP || a.function() == Function.ABS);
        List<String> rules = new ArrayList<>();
        if (linear) {
            rules.add(Stein.CITATION);
        }
        if (bells > 0 || (linear && errors > 0)) {
            rules.add(Tilting.CITATION);
        }
        if (linear && kinks > 0) {
            rules.add(Conditioning.CITATION);
        }
        if (errors + kinks > 1) {
            rules.add(ArcsineLaw.CITATION);
        }
        return String.join("; ", rules);
    }

    private static long count(List<Expression> factors, Function function) {
        return factors.stream()
                .filter(f -> f instanceof Apply a && a.function() == function)
                .count();
    }

    private static boolean isKinked(Expression factor) {
        return factor instanceof Apply a && a.function() != Function.ERF && a.function() != Function.EXP;
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        return reduction.mean(factors, covariance);
    }
}
