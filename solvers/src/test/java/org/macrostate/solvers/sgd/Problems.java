package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** Learning problems built record by record. */
final class Problems {
    static final Expression M = Symbol.size("M");
    static final Expression MS = Symbol.size("Ms");
    private static final Index K = new Index("k", M);
    private static final Index L = new Index("l", M);
    private static final Index A = new Index("a", MS);

    private Problems() {}

    static Expression p(String name) {
        return Symbol.parameter(name);
    }

    static Expression sqrt(Expression e) {
        return Power.of(e, Expression.HALF);
    }

    static Expression square(Expression e) {
        return e.times(e);
    }

    static VectorTerm v(String family, IndexTerm... indices) {
        return new VectorTerm(family, List.of(indices));
    }

    static Expression dot(VectorTerm a, VectorTerm b) {
        return new Overlap(a, b);
    }

    static Expression random(String name, IndexTerm... indices) {
        return new Symbol(Kind.RANDOM, name, List.of(indices));
    }

    static Declaration.Parameter parameter(String name, double value) {
        return new Declaration.Parameter(name, Optional.empty(), List.of(value), Domain.REAL, "");
    }

    static Declaration.Vectors fixed(String name, Optional<Expression> copies) {
        Index row = new Index("i", copies.orElse(Expression.ONE));
        Index column = new Index("j", copies.orElse(Expression.ONE));
        Expression identity = Delta.of(row, column);
        return new Declaration.Vectors(
                name, copies, Optional.of(new Declaration.FixedOverlaps(row, column, identity)), Optional.empty());
    }

    static Declaration.Vectors trained(String name, Optional<Expression> copies, Expression rate) {
        return new Declaration.Vectors(name, copies, Optional.empty(), Optional.of(rate));
    }

    /** THEORY section 5, batch as given. */
    static LearningProblem linearVae(int m, int ms, int batch) {
        Expression h = new Field(v("w", K), "x");
        Expression z = new Field(v("v", K), "x");
        Expression zl = new Field(v("v", L), "x");
        Expression d = new Symbol(Kind.SCALAR, "D", List.of(K));
        Expression norm = dot(v("w", K), v("w", K));
        Expression logD = Apply.of(Function.LOG, d);
        Expression loss = p("beta")
                .times(Expression.HALF)
                .times(IndexSum.of(K, square(z).plus(d).minus(logD)))
                .minus(IndexSum.of(K, h.times(z)))
                .plus(Expression.HALF.times(IndexSum.of(
                        List.of(K, L), dot(v("w", K), v("w", L)).times(z).times(zl))))
                .plus(Expression.HALF.times(IndexSum.of(K, norm.times(d))))
                .plus(p("lambda").times(Expression.HALF).times(IndexSum.of(K, norm.plus(dot(v("v", K), v("v", K))))));
        return problem(
                "linear-vae",
                List.of(new Declaration.Size("M", m), new Declaration.Size("Ms", ms)),
                List.of(
                        parameter("rho", 1),
                        parameter("eta", 1),
                        parameter("beta", 1),
                        parameter("lambda", 0),
                        parameter("tau", 0.01),
                        parameter("tauD", 0.01)),
                List.of(
                        fixed("u", Optional.of(MS)),
                        trained("w", Optional.of(M), p("tau")),
                        trained("v", Optional.of(M), p("tau"))),
                List.of(new Declaration.Scalar(
                        "D", Optional.of(M), Optional.of(p("tauD")), Optional.of(1.0), Domain.POSITIVE)),
                List.of(new Declaration.Random("c", Optional.of(MS), new Law.Normal())),
                List.of(new Declaration.Sample(
                        "x",
                        List.of(new SampleTerm(List.of(A), sqrt(p("rho")).times(random("c", A)), v("u", A))),
                        sqrt(p("eta")))),
                new Dynamics.Loss(loss),
                List.of(
                        new Declaration.OrderName("m", "w", "u"),
                        new Declaration.OrderName("d", "v", "u"),
                        new Declaration.OrderName("Q", "w", "w"),
                        new Declaration.OrderName("E", "v", "v"),
                        new Declaration.OrderName("R", "w", "v")),
                batch);
    }

    /** LANGUAGE section 1: {@code w: tau (y x - y^2 w)}. */
    static LearningProblem oja() {
        Expression y = new Field(v("w"), "x");
        Expression x = new Symbol(Kind.SAMPLE, "x", List.of());
        Expression w = new Symbol(Kind.VECTOR, "w", List.of());
        Expression step = p("tau").times(y.times(x).minus(square(y).times(w)));
        return problem(
                "oja",
                List.of(),
                List.of(parameter("omega", 2), parameter("tau", 0.5)),
                List.of(
                        fixed("u", Optional.empty()),
                        new Declaration.Vectors("w", Optional.empty(), Optional.empty(), Optional.empty())),
                List.of(),
                List.of(new Declaration.Random("c", Optional.empty(), new Law.Normal())),
                List.of(new Declaration.Sample(
                        "x",
                        List.of(new SampleTerm(List.of(), sqrt(p("omega")).times(random("c")), v("u"))),
                        Expression.ONE)),
                new Dynamics.Updates(List.of(new Dynamics.Update("w", List.of(), step))),
                List.of(new Declaration.OrderName("q", "w", "u"), new Declaration.OrderName("Q", "w", "w")),
                1);
    }

    /**
     * Two samples, one of them of a trained vector, one random ±1, label noise, ascent and an unnamed overlap: a critic
     * a that tells real samples x from generated ones y along b.
     */
    static LearningProblem critic() {
        Expression real = new Field(v("a"), "x");
        Expression generated = new Field(v("a"), "y");
        Expression own = new Field(v("b"), "y");
        Expression loss = Expression.HALF
                .times(square(real.minus(random("zeta"))))
                .minus(Apply.of(Function.TANH, generated).times(p("weight")))
                .plus(Expression.HALF.times(square(own.minus(generated))))
                .plus(Expression.HALF.times(p("decay")).times(dot(v("a"), v("a"))))
                .plus(p("decay").times(dot(v("a"), v("b"))));
        return problem(
                "critic",
                List.of(),
                List.of(parameter("weight", 0.7), parameter("decay", 0.3), parameter("rate", 0.2)),
                List.of(
                        fixed("u", Optional.empty()),
                        trained("a", Optional.empty(), p("rate")),
                        trained("b", Optional.empty(), p("rate").negate().times(Expression.HALF))),
                List.of(),
                List.of(
                        new Declaration.Random("c", Optional.empty(), Law.rademacher()),
                        new Declaration.Random(
                                "g", Optional.empty(), new Law.Discrete(List.of(-2.0, 0.5), List.of(0.2, 0.8))),
                        new Declaration.Random("zeta", Optional.empty(), new Law.Normal())),
                List.of(
                        new Declaration.Sample(
                                "x", List.of(new SampleTerm(List.of(), random("c"), v("u"))), Expression.ONE),
                        new Declaration.Sample(
                                "y",
                                List.of(
                                        new SampleTerm(List.of(), random("g"), v("b")),
                                        new SampleTerm(List.of(), Expression.HALF.times(random("c")), v("u"))),
                                Expression.HALF)),
                new Dynamics.Loss(loss),
                List.of(new Declaration.OrderName("Q", "a", "a"), new Declaration.OrderName("s", "u", "a")),
                1);
    }

    private static LearningProblem problem(
            String name,
            List<Declaration.Size> sizes,
            List<Declaration.Parameter> parameters,
            List<Declaration.Vectors> vectors,
            List<Declaration.Scalar> scalars,
            List<Declaration.Random> randoms,
            List<Declaration.Sample> samples,
            Dynamics dynamics,
            List<Declaration.OrderName> order,
            int batch) {
        return new LearningProblem(
                name,
                name,
                List.of(),
                sizes,
                parameters,
                vectors,
                scalars,
                randoms,
                samples,
                new ArrayList<>(),
                dynamics,
                order,
                List.of(),
                List.of(),
                List.of(),
                batch,
                List.of(),
                Map.of(),
                "0".repeat(64));
    }
}
