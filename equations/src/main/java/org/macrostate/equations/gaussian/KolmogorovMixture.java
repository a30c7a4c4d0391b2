package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Hyperbolic tangents and their slopes: the logistic law is a scale mixture of normal ones, whose scale follows Kolmogorov's
 * law (L. A. Stefanski, Stat. Probab. Lett. 11, 69, 1991), so that {@code tanh h = E_κ[erf(h/(√2 κ))]} and {@code 1/cosh²
 * h = E_κ[√(2/π) exp(−h²/(2κ²))/κ]}. Given the scales the closed forms hold; the average over them is a Gauss formula,
 * whose error does not depend on covariances: fields that coincide are as good as others.
 */
public final class KolmogorovMixture implements ExpectationRule {
    /** More than these are a large kernel already: the scales are averaged one by one. */
    private static final int MOST_SCALES = 4;

    private final PartNames names;
    private final int few;
    private final int many;
    private final boolean onlyMany;

    /**
     * For any number of hyperbolic tangents up to four.
     *
     * @param nodes that Gauss–Hermite quadrature would use for a field; a scale needs a fraction of them
     */
    public KolmogorovMixture(PartNames names, int nodes) {
        // So many nodes a scale that an average over up to four of them stays a kernel of usable size.
        this(names, Math.max(2, nodes / 3), Math.max(2, (nodes + 16) / 12), false);
    }

    private KolmogorovMixture(PartNames names, int few, int many, boolean onlyMany) {
        this.names = names;
        this.few = few;
        this.many = many;
        this.onlyMany = onlyMany;
    }

    /** With so many scales of each tangent, where more than two fields occur; others are left to integration to an accuracy. */
    public static KolmogorovMixture ofMany(PartNames names, int scales) {
        return new KolmogorovMixture(names, scales, scales, true);
    }

    @Override
    public String citation() {
        return "Tanh as a mixture of error functions (Stefanski 1991)";
    }

    @Override
    public String citation(List<Expression> factors) {
        long scales = factors.stream().filter(KolmogorovMixture::isMixed).count();
        return citation() + ", " + nodes(scales) + " scales each";
    }

    @Override
    public boolean isNumerical() {
        return true;
    }

    private int nodes(long scales) {
        return scales > 2 ? many : few;
    }

    private static boolean isTangent(Expression factor) {
        return factor instanceof Apply a && a.function() == Function.TANH;
    }

    private static boolean isSlope(Expression factor) {
        return factor instanceof Power p
                && p.exponent().equals(Expression.of(-2))
                && p.base() instanceof Apply a
                && a.function() == Function.COSH;
    }

    private static boolean isMixed(Expression factor) {
        return isTangent(factor) || isSlope(factor);
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        List<Expression> mixed =
                factors.stream().filter(KolmogorovMixture::isMixed).toList();
        FieldForms forms = new FieldForms(covariance);
        factors.stream().filter(f -> !covariance.isVariable(f)).forEach(forms::in);
        boolean few = onlyMany && forms.found().size() <= 2;
        if (mixed.isEmpty() || mixed.size() > MOST_SCALES || few) {
            return Optional.empty();
        }
        KolmogorovScales scales = KolmogorovScales.of(nodes(mixed.size()));
        List<Index> indices = new ArrayList<>();
        List<Expression> weights = new ArrayList<>();
        List<Factor> given = new ArrayList<>();
        // Bells first: the law that they leave is computed once for all scales of the tangents.
        List<Expression> ordered = new ArrayList<>(mixed);
        ordered.sort(java.util.Comparator.comparing(KolmogorovMixture::isTangent));
        for (Expression factor : ordered) {
            Optional<LinearForm> form = argument(factor, covariance);
            if (form.isEmpty()) {
                return Optional.empty();
            }
            Index index = Fresh.index(Expression.of(scales.scales().size()));
            indices.add(index);
            Expression spread = at(
                    index, "s_", scales, (scale, weight) -> scale * scale, "squares of the scales of error functions");
            if (isTangent(factor)) {
                weights.add(at(index, "w_", scales, (scale, weight) -> weight, "weights of these scales"));
                given.add(new Factor.ErrorFunction(form.get(), spread));
            } else {
                DoubleBinaryOperator height = (scale, weight) -> weight * Math.sqrt(2 / Math.PI) / scale;
                weights.add(
                        at(index, "b_", scales, height, "weights of these scales times the heights of their bells"));
                given.add(new Factor.Bell(form.get(), spread));
            }
        }
        List<Expression> others = factors.stream().filter(f -> !isMixed(f)).toList();
        return new Reduction(ArcsineLaw::of, names)
                .mean(new Product(Expression.of(1), given), others, covariance)
                .map(mean -> IndexSum.of(indices, Times.of(Times.of(weights), mean)));
    }

    private static Optional<LinearForm> argument(Expression factor, Covariance covariance) {
        Apply function = (Apply) (factor instanceof Power p ? p.base() : factor);
        return LinearForm.of(function.arguments().get(0), covariance);
    }

    private Expression at(
            Index index, String name, KolmogorovScales scales, DoubleBinaryOperator value, String meaning) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < scales.scales().size(); i++) {
            values.add(
                    value.applyAsDouble(scales.scales().get(i), scales.weights().get(i)));
        }
        return new Symbol(
                Kind.TABLE, names.table(name + values.size(), values, meaning).name(), List.of(index));
    }
}
