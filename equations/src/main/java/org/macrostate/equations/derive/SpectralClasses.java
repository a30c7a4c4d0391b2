package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.macrostate.equations.gaussian.NonGaussianFactors;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Samples whose spectrum depends on random factors with finitely many values. Given these values, their class, the fields
 * are Gaussian with the class's own covariances; everything is derived given the class, and then averaged (docs/theory.md,
 * section 7). A class of a sample is a sample of its own, {@code x|1}, with the factors' values in their place.
 */
final class SpectralClasses {
    private final LearningProblem problem;
    private final Set<String> samples = new TreeSet<>();
    private final List<SampleClass> classes;

    /** One combination of values. */
    private record SampleClass(int number, Expression probability, Map<String, Expression> values) {
        Expression in(Expression e) {
            return Substitution.atoms(atom -> atom instanceof Symbol s
                                    && s.kind() == Kind.RANDOM
                                    && s.indices().isEmpty()
                            ? values.getOrDefault(s.name(), atom)
                            : atom)
                    .in(e);
        }

        String of(String sample) {
            return sample + "|" + number;
        }
    }

    SpectralClasses(LearningProblem problem, NonGaussianFactors discrete) {
        Set<String> factors = new TreeSet<>();
        for (Declaration.Sample sample : problem.samples()) {
            problem.spectra().stream()
                    .filter(s -> sample.spectrum().filter(s.name()::equals).isPresent())
                    .filter(s -> Expansion.contains(s.value(), SpectralClasses::isRandom))
                    .forEach(s -> {
                        samples.add(sample.name());
                        factors.addAll(randomsIn(s.value()));
                    });
        }
        this.classes = classes(factors, discrete);
        this.problem = samples.isEmpty() ? problem : classwise(problem);
    }

    /** The problem, with the samples and fields of each class beside its own. */
    LearningProblem problem() {
        return problem;
    }

    /** True of a field that is Gaussian only given the class. */
    boolean areOf(Field field) {
        return samples.contains(field.sample());
    }

    /** The average over classes of a mean given the class. */
    Expression mean(Expression expression, UnaryOperator<Expression> given) {
        if (samples.isEmpty() || !Expansion.contains(expression, e -> e instanceof Field f && areOf(f))) {
            return given.apply(expression);
        }
        List<Expression> terms = new ArrayList<>();
        for (SampleClass c : classes) {
            Expression inClass = Substitution.atoms(atom -> atom instanceof Field f && areOf(f)
                            ? new Field(f.vector(), c.of(f.sample()), f.block())
                            : atom)
                    .in(c.in(expression));
            terms.add(c.probability().times(given.apply(inClass)));
        }
        return Plus.of(terms);
    }

    private static List<SampleClass> classes(Set<String> factors, NonGaussianFactors discrete) {
        List<SampleClass> classes = List.of(new SampleClass(1, Rational.ONE, Map.of()));
        for (String factor : factors) {
            List<SampleClass> finer = new ArrayList<>();
            for (SampleClass known : classes) {
                for (NonGaussianFactors.Value value : discrete.values(new Symbol(Kind.RANDOM, factor, List.of()))) {
                    Map<String, Expression> values = new LinkedHashMap<>(known.values());
                    values.put(factor, value.value());
                    finer.add(new SampleClass(
                            finer.size() + 1, known.probability().times(value.probability()), values));
                }
            }
            classes = finer;
        }
        return classes;
    }

    private LearningProblem classwise(LearningProblem own) {
        List<Declaration.Sample> allSamples = new ArrayList<>(own.samples());
        List<Declaration.FieldName> allFields = new ArrayList<>(own.fields());
        List<Declaration.Spectrum> allSpectra = new ArrayList<>(own.spectra());
        for (SampleClass c : classes) {
            own.spectra()
                    .forEach(s -> allSpectra.add(new Declaration.Spectrum(
                            c.of(s.name()), s.blocks(), s.block(), c.in(s.value()), s.weight())));
            own.samples().stream().filter(s -> samples.contains(s.name())).forEach(s -> allSamples.add(in(c, s)));
            own.fields().stream()
                    .filter(f -> samples.contains(f.sample()))
                    .forEach(f -> allFields.add(
                            new Declaration.FieldName(f.name() + c.number(), f.family(), c.of(f.sample()))));
        }
        return own.withData(allSpectra, own.vectors(), allSamples, allFields);
    }

    private static Declaration.Sample in(SampleClass c, Declaration.Sample sample) {
        List<SampleTerm> terms = sample.terms().stream()
                .map(t -> new SampleTerm(t.sums(), c.in(t.coefficient()), t.vector()))
                .toList();
        return new Declaration.Sample(
                c.of(sample.name()),
                terms,
                c.in(sample.noise()),
                sample.spectrum().map(c::of));
    }

    private static boolean isRandom(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.RANDOM;
    }

    private static Set<String> randomsIn(Expression e) {
        Set<String> names = new TreeSet<>();
        if (e instanceof Symbol s && isRandom(e)) {
            names.add(s.name());
        }
        e.children().forEach(child -> names.addAll(randomsIn(child)));
        return names;
    }
}
