package org.macrostate.equations.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** Resolves dot products of vectors and samples, with a spectrum between them or without, and the noise of a spectrum. */
final class DotProducts {
    private final String text;
    private final Scope scope;
    private final IndexResolver indices;
    private final ExactNumbers numbers;

    /** @param text that is resolved, for the places of what is wrong */
    DotProducts(String text, Scope scope, IndexResolver indices, ExactNumbers numbers) {
        this.text = text;
        this.scope = scope;
        this.indices = indices;
        this.numbers = numbers;
    }

    /** {@code noise}, or {@code noise[S]} of a spectrum S. */
    Expression noise(List<Syntax> arguments) {
        if (arguments.isEmpty()) {
            return new Symbol(Kind.VECTOR, "noise", List.of());
        }
        String name = arguments.get(0) instanceof Syntax.Name n ? n.text() : "";
        if (arguments.size() != 1 || name.isEmpty()) {
            throw new BadInput("noise has the name of one spectrum in brackets, as in noise[S], or none");
        }
        spectrum(arguments.get(0));
        return new Symbol(Kind.VECTOR, "noise[" + name + "]", List.of());
    }

    /** The name of a spectrum. */
    private String spectrum(Syntax syntax) {
        return Positions.located(text, syntax, () -> {
            String name = syntax instanceof Syntax.Name n ? n.text() : "";
            if (name.isEmpty()
                    || scope.meaning(name)
                            .filter(Meaning.Spectrum.class::isInstance)
                            .isEmpty()) {
                List<String> spectra = scope.names().stream()
                        .filter(n -> scope.meaning(n)
                                .filter(Meaning.Spectrum.class::isInstance)
                                .isPresent())
                        .toList();
                throw spectra.isEmpty()
                        ? new BadInput("expected the name of a spectrum; the model declares none under 'spectra'")
                        : BadInput.unknownName("spectrum", name, spectra);
            }
            return name;
        });
    }

    private boolean isVector(Syntax syntax) {
        String name = syntax instanceof Syntax.Name n ? n.text() : syntax instanceof Syntax.Call c ? c.head() : "";
        return scope.meaning(name)
                .filter(m -> m instanceof Meaning.Vector || m instanceof Meaning.Sample)
                .isPresent();
    }

    /** {@code w . S . v}, with the spectrum S. */
    Expression weighted(Syntax.Call call) {
        DotOperand left = operand(call.arguments().get(0));
        if (isVector(call.arguments().get(1))) {
            throw new BadInput("a dot product has two vectors, found a third")
                    .at(Positions.of(text, call.arguments().get(2).offset()));
        }
        String spectrum = spectrum(call.arguments().get(1));
        DotOperand right = operand(call.arguments().get(2));
        if (left.isSample() || right.isSample()) {
            throw new BadInput("a spectrum may stand between two vectors, not beside a sample");
        }
        return numbers.counted(scope.weightedOverlap(left.vector(), spectrum, right.vector()));
    }

    /** {@code w . v} or {@code w . x}. */
    Expression product(Syntax.Call call) {
        DotOperand left = operand(call.arguments().get(0));
        DotOperand right = operand(call.arguments().get(1));
        if (left.isSample() && right.isSample()) {
            return numbers.counted(scope.product(left.name(), right.name()));
        }
        if (left.isSample()) {
            return numbers.counted(scope.field(right.vector(), left.name()));
        }
        return right.isSample()
                ? numbers.counted(scope.field(left.vector(), right.name()))
                : numbers.counted(scope.overlap(left.vector(), right.vector()));
    }

    private DotOperand operand(Syntax syntax) {
        return Positions.located(text, syntax, () -> {
            String name = syntax instanceof Syntax.Name n ? n.text() : syntax instanceof Syntax.Call c ? c.head() : "";
            List<Syntax> arguments = syntax instanceof Syntax.Call c ? c.arguments() : List.of();
            Optional<Meaning> meaning = scope.meaning(name);
            if (meaning.isEmpty() && !name.isEmpty() && !FunctionTable.isWord(name)) {
                throw Habits.ofFunction("vector or sample", name)
                        .orElseGet(() -> BadInput.unknownName("vector or sample", name, vectorsAndSamples()));
            }
            if (meaning.isEmpty()
                    || !(meaning.get() instanceof Meaning.Vector || meaning.get() instanceof Meaning.Sample)) {
                throw new BadInput("a dot product is of single vectors and samples, as in w[k].x"
                        + (meaning.isPresent() ? "; '" + name + "' is neither" : ""));
            }
            boolean sample = meaning.get() instanceof Meaning.Sample;
            List<IndexTerm> places = indices.places(name, meaning.get(), arguments);
            return sample
                    ? new DotOperand(SampleCopies.copy(scope, name, places), List.of(), true)
                    : new DotOperand(name, places, false);
        });
    }

    private Collection<String> vectorsAndSamples() {
        return scope.names().stream()
                .filter(n -> scope.meaning(n)
                        .filter(m -> m instanceof Meaning.Vector || m instanceof Meaning.Sample)
                        .isPresent())
                .toList();
    }

    private record DotOperand(String name, List<IndexTerm> places, boolean isSample) {
        VectorTerm vector() {
            return new VectorTerm(name, places);
        }
    }
}
