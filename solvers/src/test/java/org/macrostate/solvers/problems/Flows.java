package org.macrostate.solvers.problems;

import java.util.Map;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Plain systems with known bifurcations. */
public final class Flows {
    private Flows() {}

    /** E. N. Lorenz, J. Atmos. Sci. 20, 130 (1963): branch point at rho = 1, Hopf at 470/19 for sigma 10, b 8/3. */
    public static CompiledSystem lorenz() {
        Handmade made = new Handmade();
        Expression rho = made.parameter("rho", 0.5, Domain.REAL);
        Expression sigma = made.parameter("sigma", 10, Domain.REAL);
        Expression b = made.parameter("b", 8.0 / 3, Domain.REAL);
        Expression x = variable("X");
        Expression y = variable("Y");
        Expression z = variable("Z");
        made.flow("X", sigma.times(y.minus(x)));
        made.flow("Y", rho.times(x).minus(y).minus(x.times(z)));
        made.flow("Z", x.times(y).minus(b.times(z)));
        return made.compiled("lorenz");
    }

    /** The cusp dx/dt = mu + alpha x − x³: folds at mu² = 4 alpha³/27. */
    public static CompiledSystem cusp() {
        Handmade made = new Handmade();
        Expression mu = made.parameter("mu", 0, Domain.REAL);
        Expression alpha = made.parameter("alpha", 1, Domain.REAL);
        Expression x = variable("x");
        made.flow("x", mu.plus(alpha.times(x)).minus(x.times(x).times(x)));
        return made.compiled("cusp");
    }

    /** dx/dt = (mu − x² − y²) x, the same in y, and dz/dt = −z: a circle of fixed points for mu positive. */
    public static CompiledSystem circle() {
        Handmade made = new Handmade();
        Expression mu = made.parameter("mu", 1, Domain.REAL);
        Expression x = variable("x");
        Expression y = variable("y");
        Expression pull = mu.minus(x.times(x)).minus(y.times(y));
        made.flow("x", pull.times(x));
        made.flow("y", pull.times(y));
        made.flow("z", variable("z").negate());
        return made.compiled("circle");
    }

    /** dx/dt = a − x²: nothing stands still for a negative. */
    public static CompiledSystem saddleNode() {
        Handmade made = new Handmade();
        Expression a = made.parameter("a", 1, Domain.REAL);
        Expression c = made.parameter("c", 1, Domain.REAL);
        Expression x = variable("x");
        made.flow("x", a.minus(c.times(x).times(x)));
        return made.compiled("saddle node");
    }

    /** dx/dt = y − x, dy/dt = 1/(1 + x² + y²)² − a y: for a = 0 nothing stands still, but rates vanish far out. */
    public static CompiledSystem tail() {
        Handmade made = new Handmade();
        Expression a = made.parameter("a", 0, Domain.REAL);
        Expression x = variable("x");
        Expression y = variable("y");
        Expression size = Rational.ONE.plus(x.times(x)).plus(y.times(y));
        made.flow("x", y.minus(x));
        made.flow("y", Rational.ONE.over(size.times(size)).minus(a.times(y)));
        return made.compiled("tail");
    }

    /**
     * Least mean squares with rate tau, noise sigma = 1/2 and weight decay, teacher and inputs normal: dR/dt = τ(1 −
     * (1+decay) R), dQ/dt = 2τ(R − (1+decay) Q) + τ²(Q − 2R + 1 + σ²). Q's own coefficient is τ(τ − 2(1+decay)).
     */
    public static CompiledSystem leastMeanSquares() {
        Handmade made = new Handmade();
        Expression tau = made.parameter("tau", 1, Domain.POSITIVE);
        Expression decay = made.parameter("decay", 0, Domain.NONNEGATIVE);
        Expression overlap = variable("R");
        Expression length = variable("Q");
        Expression one = Rational.ONE;
        Expression pull = one.plus(decay);
        Expression error = length.minus(overlap.times(Expression.of(2)))
                .plus(Rational.ONE.plus(Rational.HALF.times(Rational.HALF)));
        made.flow("R", tau.times(one.minus(pull.times(overlap))));
        made.flow(
                "Q",
                tau.times(Expression.of(2))
                        .times(overlap.minus(pull.times(length)))
                        .plus(tau.times(tau).times(error)));
        return made.compiled("least mean squares");
    }

    /** dx/dt = 1 − (c − a) x^power from x > 0: the stable root (c − a)^(−1/power) runs to infinity at a = c. */
    public static CompiledSystem runaway(int power) {
        Handmade made = new Handmade();
        Expression a = made.parameter("a", 0, Domain.REAL);
        Expression c = made.parameter("c", 1, Domain.REAL);
        Expression pull = c.minus(a);
        for (int i = 0; i < power; i++) {
            pull = pull.times(variable("x"));
        }
        made.flow("x", Rational.ONE.minus(pull));
        return made.compiled("runaway");
    }

    private static Expression variable(String name) {
        return new Symbol(Kind.SCALAR, name, java.util.List.of());
    }

    /** A system whose equations are given: parameters and rates as in a model file's {@code flow}. */
    public static CompiledSystem of(String parameters, String rates) {
        String text = "model: flow\nparameters: " + parameters + "\nflow: " + rates + "\n";
        LearningProblem problem = ModelFile.read(text, "flow");
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of())));
    }
}
