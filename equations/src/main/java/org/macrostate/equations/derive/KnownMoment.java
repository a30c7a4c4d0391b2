package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * A mean that has a name in the literature, for g(x) = erf(x/√2) and g'(x) = √(2/π) exp(−x²/2): I_2 = ⟨g g⟩, I_3 = ⟨g' u g⟩
 * and I_4 = ⟨g' g' g g⟩ of D. Saad and S. A. Solla, Phys. Rev. E 52, 4225 (1995); J_2 = ⟨g' g'⟩ of S. Goldt, M. S. Advani, A.
 * M. Saxe, F. Krzakala and L. Zdeborová, NeurIPS 2019.
 *
 * @param key of its {@link MomentShape}, of bells in place of derivatives
 * @param bells how many derivatives there are
 */
record KnownMoment(String name, String key, int bells) {
    private static final List<KnownMoment> ALL = List.of(
            known("I_2", 0, erf(0), erf(1)),
            known("I_3", 1, bell(0), MomentShape.place(1), erf(2)),
            known("I_4", 2, bell(0), bell(1), erf(2), erf(3)),
            known("J_2", 2, bell(0), bell(1)));

    static Optional<KnownMoment> of(String key) {
        return ALL.stream().filter(m -> m.key.equals(key)).findFirst();
    }

    /** What the mean of the product is multiplied by: a derivative is √(2/π) times a bell. */
    Expression scale() {
        return Power.of(Power.sqrt(Expression.of(2)).over(Power.sqrt(Constant.PI)), bells);
    }

    private static KnownMoment known(String name, int bells, Expression... factors) {
        return new KnownMoment(name, new MomentShape(List.of(factors), List.of(), List.of()).key(), bells);
    }

    private static Expression erf(int i) {
        return Apply.of(
                Function.ERF, MomentShape.place(i).times(Power.of(Power.sqrt(Expression.of(2)), Rational.MINUS_ONE)));
    }

    private static Expression bell(int i) {
        Expression square = Power.of(MomentShape.place(i), 2);
        return Apply.of(Function.EXP, Times.of(Rational.HALF, square).negate());
    }
}
