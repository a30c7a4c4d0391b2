package org.macrostate.equations.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/**
 * Normal factors that samples are not linear in, {@code Ramp[c] u} or {@code (c^2 - 1) u}: given these the fields are Gaussian with
 * a mean, as given factors of any other law with a density.
 */
final class SampleFactors {
    private SampleFactors() {}

    /** The factors with their laws as expectations need them. */
    static List<Declaration.Random> of(List<Declaration.Random> randoms, List<Declaration.Sample> samples) {
        Set<String> normal = new HashSet<>();
        randoms.stream().filter(r -> r.law() instanceof Law.Normal).forEach(r -> normal.add(r.name()));
        Set<String> curved = new HashSet<>();
        for (Declaration.Sample sample : samples) {
            if (!Expansion.contains(sample.noise(), SampleFactors::isRandom)) {
                sample.terms().forEach(term -> collect(term.coefficient(), normal, curved));
            }
        }
        return randoms.stream()
                .map(r -> curved.contains(r.name())
                        ? new Declaration.Random(r.name(), r.copies(), new Law.Continuous(Law.Density.NORMAL))
                        : r)
                .toList();
    }

    private static void collect(Expression coefficient, Set<String> normal, Set<String> curved) {
        for (Expansion.Monomial m : Expansion.of(coefficient, SampleFactors::isRandom)) {
            boolean linear = m.factors().size() == 1 && isRandom(m.factors().get(0));
            if (!linear) {
                m.factors().forEach(factor -> names(factor, normal, curved));
            }
        }
    }

    private static void names(Expression e, Set<String> normal, Set<String> found) {
        if (e instanceof Symbol s && isRandom(s) && normal.contains(s.name())) {
            found.add(s.name());
        }
        e.children().forEach(child -> names(child, normal, found));
    }

    private static boolean isRandom(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.RANDOM;
    }
}
