package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * Covariances of fields and normal factors in terms of overlaps (docs/theory.md, section 1): {@code h_i = Σ_a s_a c_a
 * G_{i,u_a} + √η ξ_i} with ξ of covariance G, hence {@code C_ij = Σ_a s_a² G_{i,u_a} G_{j,u_a} + η G_ij}.
 */
final class FieldCovariance {
    private final LearningProblem problem;
    private final OverlapAlgebra overlaps;

    FieldCovariance(LearningProblem problem, OverlapAlgebra overlaps) {
        this.problem = problem;
        this.overlaps = overlaps;
    }

    /** A normal factor's share in a variable: {@code Σ_sums weight · c[place]}. */
    private record Share(List<Index> sums, Expression weight, Symbol factor) {}

    /** Also those that factors with a density are functions of, which no model declares. */
    boolean isNormalFactor(Expression atom) {
        return atom instanceof Symbol s
                && s.kind() == Kind.RANDOM
                && problem.randoms().stream()
                        .allMatch(r -> !r.name().equals(s.name()) || r.law() instanceof Law.Normal);
    }

    /** E[a b] for two fields, two normal factors or one of each. */
    Expression of(Expression a, Expression b) {
        List<Expression> terms = new ArrayList<>();
        for (Share left : shares(a)) {
            for (Share right : shares(b)) {
                if (left.factor().name().equals(right.factor().name())) {
                    Expression same =
                            Delta.of(left.factor().indices(), right.factor().indices());
                    List<Index> sums = new ArrayList<>(left.sums());
                    sums.addAll(right.sums());
                    terms.add(IndexSum.of(
                            sums, left.weight().times(right.weight()).times(same)));
                }
            }
        }
        noise(a, b).ifPresent(terms::add);
        return Plus.of(terms);
    }

    private Optional<Expression> noise(Expression a, Expression b) {
        if (a instanceof Field f && b instanceof Field g && f.sample().equals(g.sample())) {
            Declaration.Sample sample = problem.sample(f.sample()).orElseThrow();
            Expression amplitude = hasRandomNoise(f) ? Rational.ONE : sample.noise();
            return Optional.of(Power.of(amplitude, 2).times(spread(sample, f, g)));
        }
        return Optional.empty();
    }

    /** The covariance of two fields of noise of amplitude one: {@code Σ_b λ_b G^b} over the blocks that both have. */
    private Expression spread(Declaration.Sample sample, Field f, Field g) {
        if (sample.spectrum().isEmpty() && f.block().isEmpty() && g.block().isEmpty()) {
            return overlaps.of(f.vector(), g.vector());
        }
        if (!f.block().isEmpty() || !g.block().isEmpty()) {
            IndexTerm block = (f.block().isEmpty() ? g : f).block().get(0);
            Expression same = f.block().isEmpty() || g.block().isEmpty()
                    ? Rational.ONE
                    : Delta.of(f.block().get(0), g.block().get(0));
            return Times.of(same, problem.eigenvalueAt(sample, block), overlaps.of(f.vector(), g.vector(), block));
        }
        Index block = Fresh.index(problem.blocks().orElseThrow());
        return IndexSum.of(
                block, problem.eigenvalueAt(sample, block).times(overlaps.of(f.vector(), g.vector(), block)));
    }

    private List<Share> shares(Expression variable) {
        if (variable instanceof Symbol factor) {
            return List.of(new Share(List.of(), Rational.ONE, factor));
        }
        Field field = (Field) variable;
        if (hasRandomNoise(field)) {
            return List.of();
        }
        Declaration.Sample sample = problem.sample(field.sample()).orElseThrow();
        return sample.terms().stream()
                .flatMap(term -> shares(field, term).stream())
                .toList();
    }

    /** True if a random factor scales the noise of the field's sample. */
    boolean hasRandomNoise(Field field) {
        return Expansion.contains(problem.sample(field.sample()).orElseThrow().noise(), FieldCovariance::isRandom);
    }

    /**
     * A field in terms of variables with a law: its mean given the factors that are not normal, plus a centred Gaussian
     * variable of the same name. Where a random factor scales the noise, that variable stands for the unscaled noise alone,
     * and normal factors stand beside it.
     */
    Expression inVariables(Field field) {
        if (!hasRandomNoise(field)) {
            return field.plus(mean(field));
        }
        Declaration.Sample sample = problem.sample(field.sample()).orElseThrow();
        List<Expression> terms = new ArrayList<>();
        for (SampleTerm term : sample.terms()) {
            for (Part part : parts(field, term)) {
                List<Expression> factors = new ArrayList<>(part.normal());
                factors.add(part.weight());
                terms.add(IndexSum.of(part.sums(), Times.of(factors)));
            }
        }
        terms.add(sample.noise().times(field));
        return Plus.of(terms);
    }

    /**
     * What is left of a field when normal factors and noise are zero: {@code Σ coefficient · overlap}, in factors that are
     * not normal and constants.
     */
    Expression mean(Field field) {
        Declaration.Sample sample = problem.sample(field.sample()).orElseThrow();
        List<Expression> terms = new ArrayList<>();
        for (SampleTerm term : sample.terms()) {
            for (Part part : parts(field, term)) {
                if (part.normal().isEmpty()) {
                    terms.add(IndexSum.of(part.sums(), part.weight()));
                }
            }
        }
        return Plus.of(terms);
    }

    private List<Share> shares(Field field, SampleTerm term) {
        List<Share> shares = new ArrayList<>();
        for (Part part : parts(field, term)) {
            if (part.normal().isEmpty()) {
                continue;
            }
            boolean linear = part.normal().size() == 1 && part.normal().get(0) instanceof Symbol;
            if (!linear || Expansion.contains(part.weight(), FieldCovariance::isRandom)) {
                throw new IllegalStateException(
                        "normal factors that a sample is not linear in are none of its covariance: "
                                + ExpressionText.of(term.coefficient()));
            }
            shares.add(
                    new Share(part.sums(), part.weight(), (Symbol) part.normal().get(0)));
        }
        return shares;
    }

    /** Whether an atom is a random factor. */
    static boolean isRandom(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.RANDOM;
    }

    /** A term's part of a field: weight (with the overlap) times normal factors. */
    private record Part(List<Index> sums, Expression weight, List<Expression> normal) {}

    private List<Part> parts(Field field, SampleTerm term) {
        Map<String, IndexTerm> fresh = new HashMap<>();
        List<Index> sums = new ArrayList<>();
        for (Index index : term.sums()) {
            Index copy = Fresh.index(index.extent());
            fresh.put(index.name(), copy);
            sums.add(copy);
        }
        Substitution rename = Substitution.indices(fresh);
        VectorTerm vector = renamed(term.vector(), fresh);
        Expression overlap = overlaps.of(field.vector(), vector, field.block());
        List<Part> parts = new ArrayList<>();
        for (Expansion.Monomial m : Expansion.of(rename.in(term.coefficient()), this::isNormalFactor)) {
            List<Index> all = new ArrayList<>(sums);
            all.addAll(m.sums());
            parts.add(new Part(all, m.coefficient().times(overlap), m.factors()));
        }
        return parts;
    }

    private static VectorTerm renamed(VectorTerm vector, Map<String, IndexTerm> fresh) {
        List<IndexTerm> places = vector.indices().stream()
                .map(place -> place instanceof Index i ? fresh.getOrDefault(i.name(), i) : place)
                .toList();
        return new VectorTerm(vector.family(), places);
    }
}
