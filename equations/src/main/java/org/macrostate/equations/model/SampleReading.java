package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** Reads a sample: a linear combination of vectors and noise. */
final class SampleReading {
    private SampleReading() {}

    static Declaration.Sample read(NameTable names, Entry entry) {
        Text text = entry.part("value").orElseThrow(() -> entry.nameText()
                .located(new BadInput("sample '" + entry.name() + "' needs an expression")));
        Expression value = Elaborator.elaborate(text, new ProblemScope(names, Use.SAMPLE));
        return text.located(() -> sample(entry.name(), value));
    }

    private static Declaration.Sample sample(String name, Expression value) {
        List<SampleTerm> terms = new ArrayList<>();
        List<Expression> noise = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        for (Expansion.Monomial monomial : LinearityCheck.terms(value, "sample " + name)) {
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
            throw new BadInput("sample " + name + " has noise of several kinds, " + String.join(" and ", kinds)
                    + "; one sample has one kind, and two samples may be added in a loss");
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
