package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.spectrum.SpectralNodes;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * Reads spectra. Nodes of continuous ones become indexed parameters, {@code S_value} and {@code S_weight}, so that
 * equations hold in index form whatever their number.
 */
final class SpectrumReading {
    /** The index that stands for a block in what a user writes of one. */
    static final String LETTER = "b";

    private static final List<String> FORMS = List.of("blocks", "power", "marchenko-pastur", "density", "values");

    private final NameTable names;
    private final ProblemStatement told;
    private final Map<String, Expression> extents = new LinkedHashMap<>();

    SpectrumReading(NameTable names, ProblemStatement told) {
        this.names = names;
        this.told = told;
    }

    /** Declares the names of spectra and of the parameters that their nodes are; sizes are known. */
    void declare() {
        for (Entry entry : told.entriesOf(ModelSection.SPECTRA)) {
            names.declare(entry.nameText(), Use.Sort.SPECTRUM, new Meaning.Spectrum());
            Expression extent = extent(entry, form(entry));
            extents.put(entry.name(), extent);
            names.blocks().filter(first -> !first.equals(extent)).ifPresent(first -> {
                throw entry.nameText().located(differentBlocks(entry, first, extent));
            });
            names.blocks(extent);
        }
    }

    private BadInput differentBlocks(Entry entry, Expression first, Expression extent) {
        String other = extents.keySet().iterator().next();
        return new BadInput("the spectra of one model share their blocks: " + other + " has " + ExpressionText.of(first)
                + ", and " + entry.name() + " has " + ExpressionText.of(extent));
    }

    private static String form(Entry entry) {
        List<String> found =
                FORMS.stream().filter(f -> entry.part(f).isPresent()).toList();
        if (found.size() != 1) {
            throw entry.nameText()
                    .located(new BadInput("spectrum " + entry.name() + " has one of "
                            + String.join(", ", FORMS) + "; found "
                            + (found.isEmpty() ? "none" : String.join(" and ", found))));
        }
        return found.get(0);
    }

    private Expression extent(Entry entry, String form) {
        if (!form.equals("blocks")) {
            SpectralNodes nodes = new SpectrumNodes(entry).of(form);
            declareNodes(entry, nodes);
            if (entry.part("file").isPresent() && !told.hash().isEmpty()) {
                told.hash(TextHash.of(told.hash() + nodes));
            }
            return Expression.of(nodes.values().size());
        }
        if (!entry.parts("block weights").isEmpty()) {
            return Expression.of(entry.parts("block weights").size());
        }
        Text text = entry.part("blocks").orElseThrow();
        Expression extent = Elaborator.elaborate(text, new ProblemScope(names, Use.EXTENT));
        return text.located(() -> {
            Extents.check(extent, names);
            return extent;
        });
    }

    private void declareNodes(Entry entry, SpectralNodes nodes) {
        String count = Integer.toString(nodes.values().size());
        told.declare(
                ModelSection.PARAMETERS,
                placed(entry, entry.name() + "_value")
                        .copies(count)
                        .value(texts(nodes.values()))
                        .tex("\\lambda^{" + entry.name() + "}")
                        .about("eigenvalues at the nodes of the spectrum " + entry.name()));
        told.declare(
                ModelSection.PARAMETERS,
                placed(entry, entry.name() + "_weight")
                        .copies(count)
                        .value(texts(nodes.weights()))
                        .tex("f^{" + entry.name() + "}")
                        .about("fractions of the directions at the nodes of the spectrum " + entry.name()));
    }

    private static Entry placed(Entry entry, String name) {
        return new Entry(new Text(name, entry.nameText().places().map(p -> offset -> p.apply(0))));
    }

    private static String[] texts(List<Double> values) {
        return values.stream()
                .map(v -> new java.math.BigDecimal(v).toPlainString())
                .toArray(String[]::new);
    }

    /** The spectra, once parameters and random factors are known. */
    List<Declaration.Spectrum> read(ConstantValues constants, List<Declaration.Random> randoms) {
        List<Declaration.Spectrum> spectra = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.SPECTRA)) {
            Declaration.Spectrum spectrum = spectrum(entry);
            new SpectrumCheck(names, constants, randoms).check(entry, spectrum, spectra);
            names.spectrum(spectrum);
            spectra.add(spectrum);
        }
        return spectra;
    }

    private Declaration.Spectrum spectrum(Entry entry) {
        Expression extent = java.util.Objects.requireNonNull(extents.get(entry.name()));
        Index block = new Index(LETTER, extent);
        if (!entry.parts("block weights").isEmpty()) {
            return new Declaration.Spectrum(
                    entry.name(),
                    extent,
                    block,
                    listed(entry.parts("block values"), block, Use.SPECTRUM),
                    listed(entry.parts("block weights"), block, Use.CONSTANTS));
        }
        if (entry.part("blocks").isEmpty()) {
            return new Declaration.Spectrum(
                    entry.name(),
                    extent,
                    block,
                    new Symbol(Kind.PARAMETER, entry.name() + "_value", List.of(block)),
                    new Symbol(Kind.PARAMETER, entry.name() + "_weight", List.of(block)));
        }
        return new Declaration.Spectrum(
                entry.name(),
                extent,
                block,
                part(entry, "value", Use.SPECTRUM, block),
                part(entry, "weight", Use.CONSTANTS, block));
    }

    private Expression part(Entry entry, String key, Use use, Index block) {
        Text text = entry.part(key).orElseThrow(() -> entry.nameText()
                .located(new BadInput("spectrum " + entry.name() + " needs a '" + key
                        + "' in the index b of its blocks, as in lam[b]")));
        return Elaborator.elaborate(text, new ProblemScope(names, use), List.of(block));
    }

    /** {@code Σ_n δ_bn entry_n}. */
    private Expression listed(List<Text> entries, Index block, Use use) {
        List<Expression> terms = new ArrayList<>();
        for (int n = 0; n < entries.size(); n++) {
            Expression value = Elaborator.elaborate(entries.get(n), new ProblemScope(names, use));
            terms.add(value.times(Delta.of(block, new Position(n + 1))));
        }
        return Plus.of(terms);
    }

    /** Defaults of sizes and parameters, of each copy by its place. */
    static Map<Symbol, Double> withCopies(NameTable names, ConstantValues constants) {
        Map<Symbol, Double> values = new HashMap<>(constants.defaults());
        for (Declaration.Parameter parameter : constants.parameters()) {
            int copies = parameter.copies().map(e -> names.copies(e).orElse(1)).orElse(0);
            for (int i = 1; i <= copies; i++) {
                values.putIfAbsent(
                        new Symbol(Kind.PARAMETER, parameter.name(), List.of(new Position(i))),
                        parameter.values().get(Math.min(i, parameter.values().size()) - 1));
            }
        }
        return values;
    }
}
