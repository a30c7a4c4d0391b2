package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;

/**
 * A learning problem, immutable and checked: every name in every expression is declared, every index runs over a size.
 *
 * <p>In expressions, a trained or fixed pair of vectors is an {@code Overlap}, a named field is its {@code Field}, a
 * random factor a {@code RANDOM} symbol, a trained number a {@code SCALAR}; names of overlaps and fields appear only in
 * {@link #order} and {@link #fields}.
 *
 * @param name short name, as in {@code model: linear-vae}
 * @param spectra of the samples' noise; with any, every order parameter has the index of a block first
 * @param batch samples averaged in one step, 1 unless stated
 * @param symmetries as the user stated them, not yet checked
 * @param tex LaTeX of symbols whose default is not wanted, by name
 * @param hash of the text it was made from: 64 hexadecimal digits (SHA-256)
 */
public record LearningProblem(
        String name,
        String title,
        List<String> cite,
        List<Declaration.Size> sizes,
        List<Declaration.Parameter> parameters,
        List<Declaration.Spectrum> spectra,
        List<Declaration.Vectors> vectors,
        List<Declaration.Scalar> scalars,
        List<Declaration.Random> randoms,
        List<Declaration.Sample> samples,
        List<Declaration.FieldName> fields,
        Dynamics dynamics,
        List<Declaration.OrderName> order,
        List<Declaration.Observable> observables,
        List<Declaration.NamedState> states,
        List<Declaration.Phase> phases,
        BatchSize batch,
        List<String> symmetries,
        Map<String, String> tex,
        String hash) {

    public LearningProblem {
        cite = List.copyOf(cite);
        sizes = List.copyOf(sizes);
        parameters = List.copyOf(parameters);
        spectra = List.copyOf(spectra);
        vectors = List.copyOf(vectors);
        scalars = List.copyOf(scalars);
        randoms = List.copyOf(randoms);
        samples = List.copyOf(samples);
        fields = List.copyOf(fields);
        order = List.copyOf(order);
        observables = List.copyOf(observables);
        states = List.copyOf(states);
        phases = List.copyOf(phases);
        symmetries = List.copyOf(symmetries);
        tex = Map.copyOf(tex);
    }

    /** Starts to state a problem. */
    public static LearningProblemBuilder named(String name) {
        return new LearningProblemBuilder(name);
    }

    /** This problem with other named states. */
    public LearningProblem withStates(List<Declaration.NamedState> others) {
        return with(sizes, parameters, spectra, vectors, samples, fields, others, batch, hash);
    }

    /**
     * This problem with further parameters behind its own, such as the constants of a schedule.
     *
     * @throws org.macrostate.equations.BadInput when an expression is read and one of the names is taken or no name
     */
    public LearningProblem withParameters(List<Declaration.Parameter> more) {
        List<Declaration.Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        return with(sizes, all, spectra, vectors, samples, fields, states, batch, hash);
    }

    /** This problem with other sizes: equations that hold for some of them only are others, of another hash. */
    public LearningProblem withSizes(List<Declaration.Size> others) {
        return with(others, parameters, spectra, vectors, samples, fields, states, batch, TextHash.of(hash + others));
    }

    /** This problem with another size of batches: another one, of another hash. */
    public LearningProblem withBatch(BatchSize other) {
        return with(sizes, parameters, spectra, vectors, samples, fields, states, other, TextHash.of(hash + other));
    }

    private LearningProblem with(
            List<Declaration.Size> sizes,
            List<Declaration.Parameter> parameters,
            List<Declaration.Spectrum> spectra,
            List<Declaration.Vectors> vectors,
            List<Declaration.Sample> samples,
            List<Declaration.FieldName> fields,
            List<Declaration.NamedState> states,
            BatchSize batch,
            String hash) {
        return new LearningProblem(
                name,
                title,
                cite,
                sizes,
                parameters,
                spectra,
                vectors,
                scalars,
                randoms,
                samples,
                fields,
                dynamics,
                order,
                observables,
                states,
                phases,
                batch,
                symmetries,
                tex,
                hash);
    }

    /** All names that the problem declares for its expressions, from sizes to fields, in the order of their sections. */
    public List<String> names() {
        List<List<? extends Declaration>> sections =
                List.of(sizes, parameters, vectors, scalars, randoms, samples, fields);
        return sections.stream().flatMap(List::stream).map(Declaration::name).toList();
    }

    /** How many blocks the spectra have; empty if all noise is isotropic. */
    public Optional<Expression> blocks() {
        return spectra.stream().findFirst().map(Declaration.Spectrum::blocks);
    }

    /** The fraction of all directions that a block has: one without spectra. */
    public Expression weightAt(IndexTerm block) {
        return spectra.stream().findFirst().map(s -> s.weightAt(block)).orElse(Rational.ONE);
    }

    /** The eigenvalue of a sample's noise on a block: one if it is isotropic. */
    public Expression eigenvalueAt(Declaration.Sample sample, IndexTerm block) {
        return sample.spectrum()
                .flatMap(name -> find(spectra, s -> s.name().equals(name)))
                .map(s -> s.valueAt(block))
                .orElse(Rational.ONE);
    }

    /**
     * Whether vectors are stated to have no part in a block: their share there is the number zero. An overlap with
     * them has no share in this block, and so no order parameter.
     *
     * @param block from 1
     */
    public boolean hasNoPart(String family, int block) {
        return vectors(family)
                .flatMap(Declaration.Vectors::share)
                .filter(share -> Substitution.index(spectra.get(0).block(), new Position(block))
                        .in(share)
                        .isZero())
                .isPresent();
    }

    /** Whether two families are stated to have no block in common: their overlap is zero, and no order parameter. */
    public boolean areApart(String left, String right) {
        return BlockShares.areApart(
                vectors(left).flatMap(Declaration.Vectors::share),
                vectors(right).flatMap(Declaration.Vectors::share),
                blocks());
    }

    /** This problem with other spectra, vectors, samples and fields. */
    public LearningProblem withData(
            List<Declaration.Spectrum> otherSpectra,
            List<Declaration.Vectors> otherVectors,
            List<Declaration.Sample> otherSamples,
            List<Declaration.FieldName> otherFields) {
        return with(sizes, parameters, otherSpectra, otherVectors, otherSamples, otherFields, states, batch, hash);
    }

    public Optional<Declaration.Vectors> vectors(String family) {
        return find(vectors, v -> v.name().equals(family));
    }

    public Optional<Declaration.Parameter> parameter(String parameter) {
        return find(parameters, p -> p.name().equals(parameter));
    }

    public Optional<Declaration.Sample> sample(String sample) {
        return find(samples, s -> s.name().equals(sample));
    }

    public Optional<Declaration.NamedState> state(String state) {
        return find(states, s -> s.name().equals(state));
    }

    /** The declared name of the field of a family on a sample. */
    public Optional<Declaration.FieldName> field(String family, String sample) {
        return find(fields, f -> f.family().equals(family) && f.sample().equals(sample));
    }

    public Optional<Declaration.Scalar> scalar(String scalar) {
        return find(scalars, s -> s.name().equals(scalar));
    }

    private static <T> Optional<T> find(List<T> list, Predicate<T> condition) {
        return list.stream().filter(condition).findFirst();
    }
}
