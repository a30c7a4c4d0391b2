package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Scope;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** Names as a model declares them, at one place of the model: overlaps are overlaps of vectors. */
final class ProblemScope implements Scope {
    private static final Meaning NOISE = new Meaning.Noise();
    private static final Meaning TIME = new Meaning.Quantity(Kind.TIME, List.of());

    private final NameTable names;
    private final Use use;

    ProblemScope(NameTable names, Use use) {
        this.names = names;
        this.use = use;
    }

    @Override
    public Optional<Meaning> meaning(String name) {
        Optional<NameTable.Named> named = names.find(name);
        if (named.isEmpty()) {
            return builtIn(name);
        }
        Use.Sort sort = named.get().sort();
        if (!use.allows(sort)) {
            throw new BadInput(sort.text() + " '" + name + "' may not stand in " + use.text());
        }
        return Optional.of(named.get().meaning());
    }

    private Optional<Meaning> builtIn(String name) {
        if (name.equals("noise") && use.allows(Use.Sort.NOISE)) {
            return Optional.of(NOISE);
        }
        return name.equals("t") && use.allows(Use.Sort.TIME) ? Optional.of(TIME) : Optional.empty();
    }

    @Override
    public Collection<String> names() {
        Collection<String> usable = new TreeSet<>();
        for (Map.Entry<String, NameTable.Named> entry : names.all().entrySet()) {
            if (use.allows(entry.getValue().sort())) {
                usable.add(entry.getKey());
            }
        }
        if (use.allows(Use.Sort.NOISE)) {
            usable.add("noise");
        }
        return usable;
    }

    @Override
    public Expression overlap(VectorTerm left, VectorTerm right) {
        if (use == Use.SAMPLE) {
            throw new BadInput("an overlap may not stand in a sample");
        }
        if (names.areApart(left.family(), right.family())) {
            return Rational.ZERO;
        }
        Optional<Expression> squaredNorm = names.squaredNorm(left.family());
        if (squaredNorm.isPresent() && left.equals(right)) {
            return squaredNorm.get();
        }
        Optional<FixedOverlaps> leftFixed = names.overlaps(left.family());
        Optional<FixedOverlaps> rightFixed = names.overlaps(right.family());
        if (leftFixed.isEmpty() || rightFixed.isEmpty()) {
            return new Overlap(left, right);
        }
        return left.family().equals(right.family())
                ? leftFixed.get().at(left.indices(), right.indices())
                : FixedOverlaps.between(
                        left.family(),
                        leftFixed.get(),
                        left.indices(),
                        right.family(),
                        rightFixed.get(),
                        right.indices());
    }

    @Override
    public Expression overlap(VectorTerm left, VectorTerm right, IndexTerm block) {
        Optional<Expression> share = names.share(left.family());
        Expression total = overlap(left, right);
        if (total instanceof Overlap o && o.block().isEmpty()) {
            return new Overlap(left, right, List.of(block));
        }
        return total.isZero() || share.isEmpty()
                ? total
                : total.times(Substitution.indices(Map.of(SpectrumReading.LETTER, block))
                        .in(share.get()));
    }

    @Override
    public Expression weightedOverlap(VectorTerm left, String spectrum, VectorTerm right) {
        Declaration.Spectrum declared = names.spectrum(spectrum);
        Index block = Fresh.index(declared.blocks());
        return IndexSum.of(block, declared.valueAt(block).times(overlap(left, right, block)));
    }

    @Override
    public Expression field(VectorTerm vector, String sample) {
        if (!use.allows(Use.Sort.FIELD)) {
            throw new BadInput("a field may not stand in " + use.text());
        }
        return Plus.of(names.composition(sample).parts().stream()
                .map(part -> part.coefficient().times(new Field(vector, part.sample())))
                .toList());
    }

    @Override
    public Syntax written(Syntax syntax) {
        if (BatchMembers.hasMean(syntax) && use != Use.LOSS && use != Use.UPDATE && use != Use.OBSERVABLE) {
            throw new BadInput("BatchMean[...] may stand only in losses, updates and observables");
        }
        return names.batch().map(members -> members.written(syntax, use)).orElse(syntax);
    }

    @Override
    public Syntax writtenOfCopy(Syntax syntax, int copy) {
        return names.batch().map(members -> members.member(syntax, copy)).orElse(syntax);
    }

    @Override
    public String sampleCopy(String sample, int copy) {
        return names.sampleCopy(sample, copy);
    }

    @Override
    public Expression sample(String name) {
        return Plus.of(names.composition(name).parts().stream()
                .map(part -> part.coefficient().times(new Symbol(Kind.SAMPLE, part.sample(), List.of())))
                .toList());
    }

    /** What is drawn independently has no product in the limit; signals add O(1/N). */
    @Override
    public Expression product(String left, String right) {
        List<Expression> terms = new ArrayList<>();
        for (SampleComposition.Part one : names.composition(left).parts()) {
            for (SampleComposition.Part other : names.composition(right).parts()) {
                if (one.sample().equals(other.sample())) {
                    terms.add(Times.of(one.coefficient(), other.coefficient(), names.squaredLength(one.sample())));
                }
            }
        }
        return Plus.of(terms);
    }

    @Override
    public boolean allowsVectors() {
        return use.isOfVectors();
    }

    @Override
    public boolean allowsMean() {
        return use == Use.OBSERVABLE;
    }

    @Override
    public boolean allowsMatrixFunctions() {
        return use == Use.OBSERVABLE || use == Use.PHASE;
    }

    @Override
    public boolean allowsNeighbours() {
        return names.names(Use.Sort.VECTOR).isEmpty() && use != Use.EXTENT;
    }

    @Override
    public boolean allowsStopGradient() {
        return use == Use.LOSS;
    }

    @Override
    public Optional<Expression> classes(String name) {
        return names.classes(name);
    }

    @Override
    public OptionalInt copies(Expression extent) {
        return names.copies(extent);
    }
}
