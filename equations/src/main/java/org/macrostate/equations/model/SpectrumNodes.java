package org.macrostate.equations.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Scope;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.spectrum.DensitySpectrum;
import org.macrostate.equations.spectrum.EmpiricalSpectrum;
import org.macrostate.equations.spectrum.SpectralNodes;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/** The nodes of a continuous spectrum as a user states it. */
final class SpectrumNodes {
    private static final int DEFAULT = 16;
    private static final int MOST = 200;
    private static final Symbol X = new Symbol(Kind.PARAMETER, "x", List.of());

    private final Entry entry;

    SpectrumNodes(Entry entry) {
        this.entry = entry;
    }

    SpectralNodes of(String form) {
        return switch (form) {
            case "power" -> power();
            case "marchenko-pastur" -> marchenkoPastur();
            case "density" -> density();
            default -> values();
        };
    }

    private int count() {
        Optional<Text> text = entry.part("nodes");
        int count = text.map(t -> PlainNumber.count(t, "the number of nodes")).orElse(DEFAULT);
        if (count > MOST) {
            throw text.orElse(entry.nameText())
                    .located(new BadInput("a spectrum may have at most " + MOST + " nodes, found " + count));
        }
        return count;
    }

    private Text required(String part) {
        return entry.part(part).orElseThrow(() -> entry.nameText()
                .located(new BadInput("spectrum " + entry.name() + " needs '" + part + "'")));
    }

    private double number(String part) {
        return PlainNumber.of(required(part), "the " + part + " of spectrum " + entry.name());
    }

    private SpectralNodes power() {
        double exponent = number("exponent");
        if (!(exponent > -1)) {
            throw required("exponent")
                    .located(new BadInput("the exponent of a power law must be above -1, was "
                            + PlainNumber.shown(exponent) + ": its density x^exponent on (0, 1) is not normalisable"));
        }
        return SpectralNodes.power(exponent, count());
    }

    private SpectralNodes marchenkoPastur() {
        double ratio = number("ratio");
        if (!(ratio > 0)) {
            throw required("ratio")
                    .located(new BadInput(
                            "the ratio of a Marchenko-Pastur law must be positive, was " + PlainNumber.shown(ratio)));
        }
        return SpectralNodes.marchenkoPastur(ratio, count());
    }

    private SpectralNodes density() {
        double from = number("from");
        double to = number("to");
        if (!(from >= 0 && to > from)) {
            throw required("from")
                    .located(new BadInput("a density stands on an interval of eigenvalues, 0 <= from < to; found "
                            + PlainNumber.shown(from) + " and " + PlainNumber.shown(to)));
        }
        Text text = required("expression");
        Expression density = Elaborator.elaborate(text, new OfX());
        return text.located(
                () -> DensitySpectrum.nodes(x -> SpectrumCheck.value(density, Map.of(X, x)), from, to, count()));
    }

    private SpectralNodes values() {
        Text file = required("file");
        String text = file.located(() -> SpectrumFile.text(file.value(), source(file)));
        return file.located(() -> EmpiricalSpectrum.nodes(EmpiricalSpectrum.read(text), count()));
    }

    private static Optional<Path> source(Text file) {
        return file.places()
                .map(p -> p.apply(0))
                .map(Place::source)
                .filter(s -> !s.isBlank())
                .map(Path::of);
    }

    /** A density is of {@code x} alone. */
    private static final class OfX implements Scope {
        @Override
        public Optional<Meaning> meaning(String name) {
            return name.equals("x") ? Optional.of(new Meaning.Quantity(Kind.PARAMETER, List.of())) : Optional.empty();
        }

        @Override
        public Collection<String> names() {
            return List.of("x");
        }

        @Override
        public Expression overlap(VectorTerm left, VectorTerm right) {
            throw new BadInput("a density is an expression in x");
        }

        @Override
        public Expression field(VectorTerm vector, String sample) {
            throw new BadInput("a density is an expression in x");
        }

        @Override
        public OptionalInt copies(Expression extent) {
            return OptionalInt.empty();
        }
    }
}
