package org.macrostate.solvers.problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The linear VAE's order-parameter equations, typed in from arXiv:2310.15440 with the second-order terms of one-pass SGD. */
public final class LinearVae {
    private final Handmade made = new Handmade();
    private final Expression rho = made.parameter("rho", 1, Domain.POSITIVE);
    private final Expression eta = made.parameter("eta", 1, Domain.POSITIVE);
    private final Expression beta = made.parameter("beta", 1, Domain.NONNEGATIVE);
    private final Expression lambda = made.parameter("lambda", 0, Domain.NONNEGATIVE);
    private final Expression tau = made.parameter("tau", 0.01, Domain.POSITIVE);
    private final Expression tauD = made.parameter("tauD", 0.01, Domain.POSITIVE);
    private final Index k;
    private final Index l;
    private final Index i;
    private final Index j;
    private final Index a;
    private final Index b;

    /** An entry of a matrix. */
    private interface Entry extends BiFunction<Index, Index, Expression> {}

    private LinearVae(int latents, int signals) {
        Expression sizeM = made.size("M", latents);
        Expression sizeMs = made.size("Ms", signals);
        k = new Index("k", sizeM);
        l = new Index("l", sizeM);
        i = new Index("i", sizeM);
        j = new Index("j", sizeM);
        a = new Index("a", sizeMs);
        b = new Index("b", sizeMs);
        made.vectors("u", sizeMs, Optional.of(new FixedOverlaps(List.of(a), List.of(b), Delta.of(a, b))));
        made.vectors("w", sizeM, Optional.empty());
        made.vectors("v", sizeM, Optional.empty());
    }

    /** M latents, M* signals; parameters rho, eta, beta, lambda, tau, tauD; state m, d, Q, E, R, D. */
    public static CompiledSystem of(int latents, int signals) {
        return new LinearVae(latents, signals).system();
    }

    private CompiledSystem system() {
        Entry m = order("m");
        Entry d = order("d");
        Entry q = order("Q");
        Entry e = order("E");
        Entry r = order("R");
        Entry cZz = covariance(d, d, e);
        Entry cHz = covariance(m, d, r);
        Entry cHh = covariance(m, m, q);
        Entry at = (x, y) -> cZz.apply(x, y).plus(Delta.of(x, y).times(scalar(x).plus(lambda)));
        Entry bt = (x, y) -> Delta.of(x, y).times(beta).plus(q.apply(x, y));
        Expression signal = rho.plus(eta);
        Expression second = tau.times(tau).times(eta);
        Entry x = (s, t) -> cHz.apply(s, t).minus(product(bt, cZz).apply(s, t));
        Entry y = (s, t) -> product(product(bt, cZz, i), bt)
                .apply(s, t)
                .minus(product(bt, transposed(cHz)).apply(s, t))
                .minus(product(cHz, bt).apply(s, t))
                .plus(cHh.apply(s, t));
        equation(
                "m",
                a,
                "w",
                "u",
                tau.times(signal.times(d.apply(k, a)).minus(product(at, m).apply(k, a))));
        equation(
                "d",
                a,
                "v",
                "u",
                tau.times(signal.times(m.apply(k, a))
                        .minus(signal.times(product(bt, d).apply(k, a)))
                        .minus(lambda.times(d.apply(k, a)))));
        equation(
                "Q",
                l,
                "w",
                "w",
                tau.times(cHz.apply(k, l)
                                .plus(cHz.apply(l, k))
                                .minus(product(at, q).apply(k, l))
                                .minus(product(q, at).apply(k, l)))
                        .plus(second.times(cZz.apply(k, l))));
        equation(
                "E",
                l,
                "v",
                "v",
                tau.times(x.apply(k, l)
                                .plus(x.apply(l, k))
                                .minus(lambda.times(e.apply(k, l)).times(Expression.of(2))))
                        .plus(second.times(y.apply(k, l))));
        equation(
                "R",
                l,
                "w",
                "v",
                tau.times(cZz.apply(k, l)
                                .minus(product(at, r).apply(k, l))
                                .plus(cHh.apply(k, l))
                                .minus(product(cHz, bt).apply(k, l))
                                .minus(lambda.times(r.apply(k, l))))
                        .plus(second.times(
                                cHz.apply(l, k).minus(product(cZz, bt).apply(k, l)))));
        StateVariable variance = StateVariable.scalar("D", List.of(k), Domain.POSITIVE, Optional.of(1.0));
        made.equation(
                variance,
                tauD.times(Rational.HALF)
                        .negate()
                        .times(beta.times(Rational.ONE.minus(Rational.ONE.over(scalar(k))))
                                .plus(q.apply(k, k))));
        Expression strength = IndexSum.of(k, q.apply(k, k));
        made.observable("strength", strength);
        Expression millionth = new Rational(new org.hipparchus.fraction.BigFraction(1, 1_000_000));
        made.phase("collapsed", Apply.of(Function.LESS, strength, millionth));
        made.phase("learned", Rational.ONE);
        return made.compiled("linear-vae by hand");
    }

    private void equation(String name, Index second, String left, String right, Expression rate) {
        made.equation(
                StateVariable.overlap(name, List.of(k, second), made.family(left), made.family(right), false, Set.of()),
                rate);
    }

    private Entry order(String name) {
        return (x, y) -> new Symbol(Kind.ORDER, name, List.of(x, y));
    }

    private Expression scalar(Index x) {
        return new Symbol(Kind.SCALAR, "D", List.of(x));
    }

    /** ρ f gᵀ + η G. */
    private Entry covariance(Entry f, Entry g, Entry overlap) {
        return (x, y) ->
                rho.times(IndexSum.of(a, f.apply(x, a).times(g.apply(y, a)))).plus(eta.times(overlap.apply(x, y)));
    }

    private Entry product(Entry f, Entry g) {
        return product(f, g, j);
    }

    private static Entry product(Entry f, Entry g, Index over) {
        return (x, y) -> IndexSum.of(over, f.apply(x, over).times(g.apply(over, y)));
    }

    private static Entry transposed(Entry f) {
        return (x, y) -> f.apply(y, x);
    }
}
