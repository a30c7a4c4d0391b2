package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Products that leave four signs or error functions: the four-field orthant has no closed form, but it is one integral
 * over closed forms (R. L. Plackett, Biometrika 41, 351, 1954). With all correlations scaled by t, {@code d/dt E[s_1 s_2
 * s_3 s_4] = Σ_{i<j} C_ij 4 E[δ(h_i) δ(h_j) s_k s_l]}, where the last two signs follow the arcsine law given {@code h_i =
 * h_j = 0}. Gauss–Legendre in {@code φ, t = sin φ}, which takes away the singularity of fields that coincide.
 */
public final class FourSignLaw implements ExpectationRule {
    private final Reduction reduction;
    private final PartNames names;
    private final int nodes;

    /** @param nodes of the formula, over one integral whatever the number of fields */
    public FourSignLaw(PartNames names, int nodes) {
        this.reduction = new Reduction(this::mean, names);
        this.names = names;
        this.nodes = nodes;
    }

    @Override
    public String citation() {
        return "four-sign law (Plackett 1954), Gauss-Legendre with " + nodes + " nodes";
    }

    @Override
    public boolean isNumerical() {
        return true;
    }

    @Override
    public Optional<Expression> apply(List<Expression> factors, Covariance covariance) {
        return reduction.mean(factors, covariance);
    }

    private Optional<Expression> mean(Product product, GaussianLaw law) {
        if (product.factors().size() != 4) {
            return ArcsineLaw.of(product, law);
        }
        return Optional.of(product.coefficient().times(law.signs(product.factors(), this::signs)));
    }

    private Expression signs(GaussianLaw law, List<Factor> factors) {
        Index index = Fresh.index(Expression.of(nodes));
        Symbol t = new Symbol(Kind.TABLE, correlations().name(), List.of(index));
        Symbol weight = new Symbol(Kind.TABLE, weights().name(), List.of(index));
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                terms.add(pair(factors, law, i, j, t));
            }
        }
        Expression mean = IndexSum.of(index, weight.times(Plus.of(terms)));
        for (Factor factor : factors) {
            mean = factor instanceof Factor.Sign ? law.where(factor.form(), mean) : mean;
        }
        return Expression.of(4).over(Power.of(Constant.PI, 2)).times(mean);
    }

    /** {@code C_ij asin(correlation of k and l given h_i = h_j = 0)/√det}. */
    private static Expression pair(List<Factor> factors, GaussianLaw law, int i, int j, Expression t) {
        Expression cij = law.covariance(factors.get(i).form(), factors.get(j).form());
        Expression vi = ArcsineLaw.spread(factors.get(i), law);
        Expression vj = ArcsineLaw.spread(factors.get(j), law);
        Expression square = Power.of(t, 2);
        Expression det = vi.times(vj).minus(square.times(Power.of(cij, 2)));
        List<Factor> others = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            if (k != i && k != j) {
                others.add(factors.get(k));
            }
        }
        Given given = new Given(law, factors.get(i).form(), factors.get(j).form(), vi, vj, cij, det, t);
        Factor k = others.get(0);
        Factor l = others.get(1);
        Expression correlated = t.times(law.covariance(k.form(), l.form())).minus(given.explained(k.form(), l.form()));
        Expression widths = Power.sqrt(ArcsineLaw.spread(k, law).minus(given.explained(k.form(), k.form())))
                .times(Power.sqrt(ArcsineLaw.spread(l, law).minus(given.explained(l.form(), l.form()))));
        Expression angle = Apply.of(Function.ARC_SIN, correlated.over(widths));
        return cij.times(angle).over(Power.sqrt(det));
    }

    /** What h_i and h_j, with their correlations scaled by t, tell of others. */
    private record Given(
            GaussianLaw law,
            LinearForm hi,
            LinearForm hj,
            Expression vi,
            Expression vj,
            Expression cij,
            Expression det,
            Expression t) {

        Expression explained(LinearForm k, LinearForm l) {
            Expression ki = law.covariance(k, hi);
            Expression kj = law.covariance(k, hj);
            Expression li = law.covariance(l, hi);
            Expression lj = law.covariance(l, hj);
            Expression crossed = Times.of(t, cij, ki.times(lj).plus(kj.times(li)));
            Expression own = Times.of(ki, li, vj).plus(Times.of(kj, lj, vi));
            return Power.of(t, 2).times(own.minus(crossed)).over(det);
        }
    }

    private Table correlations() {
        return table("t_P", "scale of the correlations in the four-sign law", (phi, weight) -> Math.sin(phi));
    }

    private Table weights() {
        return table("w_P", "its weight", (phi, weight) -> weight * Math.cos(phi));
    }

    private Table table(String wanted, String meaning, java.util.function.DoubleBinaryOperator value) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes, 0, Math.PI / 2);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            values.add(value.applyAsDouble(rule.getPoint(i), rule.getWeight(i)));
        }
        return names.table(wanted, values, meaning);
    }
}
