package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * Reads samples: linear combinations of vectors and noise, and of samples before them. Of what is made from others only
 * the rest is a sample of its own, {@code xt_noise}; see {@link SampleComposition}.
 */
final class SampleReading {
    private final NameTable names;
    private final List<Declaration.Sample> independent = new ArrayList<>();

    SampleReading(NameTable names) {
        this.names = names;
    }

    /** Reads them in their order. */
    List<Declaration.Sample> all(List<Entry> entries) {
        entries.forEach(this::read);
        return List.copyOf(independent);
    }

    private void read(Entry entry) {
        Text text = entry.part("value").orElseThrow(() -> entry.nameText()
                .located(new BadInput("sample '" + entry.name() + "' needs an expression")));
        ProblemScope scope = new ProblemScope(names, Use.SAMPLE);
        List<String> copies = names.copiesOf(entry.name());
        boolean single = copies.equals(List.of(entry.name()));
        for (int i = 0; i < copies.size(); i++) {
            String name = copies.get(i);
            Expression value =
                    single ? Elaborator.elaborate(text, scope) : Elaborator.elaborateCopy(text, scope, i + 1);
            text.located(() -> {
                declare(name, value);
                return "";
            });
        }
    }

    private void declare(String name, Expression value) {
        Map<String, List<Expression>> others = new LinkedHashMap<>();
        List<Expansion.Monomial> rest = new ArrayList<>();
        for (Expansion.Monomial monomial : LinearityCheck.terms(value, "sample " + name)) {
            Symbol vector = (Symbol) monomial.factors().get(0);
            if (vector.kind() == Kind.SAMPLE) {
                others.computeIfAbsent(vector.name(), n -> new ArrayList<>())
                        .add(IndexSum.of(monomial.sums(), monomial.coefficient()));
            } else {
                rest.add(monomial);
            }
        }
        if (others.isEmpty()) {
            add(sample(name, rest));
            names.composition(name, SampleComposition.itself(name));
            return;
        }
        List<SampleComposition.Part> parts = new ArrayList<>();
        others.forEach((sample, coefficients) -> parts.add(new SampleComposition.Part(Plus.of(coefficients), sample)));
        if (!rest.isEmpty()) {
            String own = names.free(name + "_noise");
            add(sample(own, rest));
            parts.add(new SampleComposition.Part(org.macrostate.equations.tensor.Rational.ONE, own));
        }
        names.composition(name, new SampleComposition(parts));
    }

    private void add(Declaration.Sample sample) {
        independent.add(sample);
        Expression amplitude = Power.of(sample.noise(), 2);
        names.squaredLength(
                sample.name(),
                sample.spectrum()
                        .map(this::meanEigenvalue)
                        .map(amplitude::times)
                        .orElse(amplitude));
    }

    private Expression meanEigenvalue(String spectrum) {
        Declaration.Spectrum declared = names.spectrum(spectrum);
        Index block = Fresh.index(declared.blocks());
        return IndexSum.of(block, declared.valueAt(block).times(declared.weightAt(block)));
    }

    private static Declaration.Sample sample(String name, List<Expansion.Monomial> monomials) {
        List<SampleTerm> terms = new ArrayList<>();
        List<Expression> noise = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        for (Expansion.Monomial monomial : monomials) {
            Symbol vector = (Symbol) monomial.factors().get(0);
            if (vector.name().equals("noise") || vector.name().startsWith("noise[")) {
                kinds.add(vector.name());
                noise.add(IndexSum.of(monomial.sums(), monomial.coefficient()));
            } else {
                terms.add(term(monomial, vector));
            }
        }
        Expression amplitude = Plus.of(noise);
        if (kinds.size() > 1) {
            throw new BadInput(
                    "sample " + name + " has noise of several kinds, " + String.join(" and ", kinds)
                            + "; make it from two samples: one with the first kind, and it with the second, as in y: x + noise");
        }
        Optional<String> spectrum = kinds.stream()
                .filter(kind -> kind.endsWith("]"))
                .map(kind -> kind.substring("noise[".length(), kind.length() - 1))
                .findFirst();
        return new Declaration.Sample(name, terms, amplitude, spectrum);
    }

    /** Sum indices get internal names in order, so that the same text always gives the same sample. */
    private static SampleTerm term(Expansion.Monomial monomial, Symbol vector) {
        Set<String> taken = Indices.all(monomial.coefficient());
        Map<String, IndexTerm> renamed = new HashMap<>();
        List<Index> sums = new ArrayList<>();
        int n = 1;
        for (Index index : monomial.sums()) {
            while (taken.contains(Indices.internal(n))) {
                n++;
            }
            Index canonical = index.renamed(Indices.internal(n++));
            renamed.put(index.name(), canonical);
            sums.add(canonical);
        }
        Substitution substitution = Substitution.indices(renamed);
        Symbol place = (Symbol) substitution.in(vector);
        return new SampleTerm(
                sums, substitution.in(monomial.coefficient()), new VectorTerm(place.name(), place.indices()));
    }
}
