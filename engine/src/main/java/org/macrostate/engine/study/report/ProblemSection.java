package org.macrostate.engine.study.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.typeset.EquationLine;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;

/** What is learned from what: samples, loss, parameters. */
final class ProblemSection {
    private final ReportInput input;
    private final LearningProblem problem;
    private final Typesetter typesetter;
    private final IndexLetters letters;
    private final List<Block> blocks = new ArrayList<>();

    private ProblemSection(ReportInput input) {
        this.input = input;
        this.problem = input.problem();
        this.typesetter = input.typesetter();
        this.letters = new IndexLetters(problem);
    }

    static Section of(ReportInput input) {
        ProblemSection section = new ProblemSection(input);
        if (section.problem.dynamics() instanceof Dynamics.Flow) {
            section.text(Prose.text("The model states its equations; they are those of Section ")
                    .andRef("equations")
                    .and("."));
        } else {
            section.samples();
            section.dynamics();
        }
        section.parameters();
        return new Section("The problem", "problem", section.blocks, List.of());
    }

    private void text(Prose prose) {
        blocks.add(new Block.Paragraph(prose));
    }

    private void samples() {
        Prose opening = Prose.text("Training is one-pass stochastic gradient descent");
        for (String cite : problem.cite()) {
            opening = opening.and(" ").andCite(cite);
        }
        opening = opening.and(": each step takes "
                + (problem.batch().isOne()
                        ? "a fresh sample"
                        : "the mean over " + problem.batch().text() + " fresh samples"));
        text(opening.and(". With ").andMath(Layout.italic("N")).and(" the dimension of the vectors, a sample is"));
        blocks.add(new Block.EquationBlock(
                problem.samples().stream().map(this::sample).toList()));
        List<Prose> where = new ArrayList<>();
        if (problem.samples().stream()
                .anyMatch(s -> !s.noise().isZero() && s.spectrum().isEmpty())) {
            where.add(Prose.math(noise())
                    .and(" is normal noise of unit variance in each of the ")
                    .andMath(Layout.italic("N"))
                    .and(" directions"));
        }
        problem.spectra().stream()
                .filter(spectrum ->
                        problem.samples().stream().anyMatch(s -> s.spectrum().equals(Optional.of(spectrum.name()))))
                .forEach(spectrum -> where.add(spectrum(spectrum)));
        problem.randoms().forEach(random -> where.add(random(random)));
        problem.vectors().stream().filter(v -> !v.isTrained()).forEach(v -> where.add(fixed(v)));
        List<Declaration.Vectors> trained = problem.vectors().stream()
                .filter(Declaration.Vectors::isTrained)
                .toList();
        boolean single = trained.size() == 1 && trained.get(0).copies().isEmpty();
        where.add(Prose.text(single ? "the trained vector is " : "the trained vectors are ")
                .and(FormulaPhrases.list(
                        trained.stream().map(v -> Prose.math(vector(v.name()))).toList())));
        text(Prose.text("where ").and(FormulaPhrases.list(where)).and(". ").and(fields()));
    }

    private static Layout noise() {
        return new Layout.Letters("n", Layout.Style.BOLD);
    }

    private Layout noise(Optional<String> spectrum) {
        return spectrum.<Layout>map(name -> new Layout.Indexed(noise(), typesetter.name(name), List.of()))
                .orElse(noise());
    }

    /** Its variance and fraction, block by block. */
    private Prose spectrum(Declaration.Spectrum spectrum) {
        Layout block = Layout.italic(spectrum.block().name());
        return Prose.math(noise(Optional.of(spectrum.name())))
                .and(" is normal noise of variance ")
                .andMath(typesetter.of(letters.bound(spectrum.value())))
                .and(" on a fraction ")
                .andMath(typesetter.of(letters.bound(spectrum.weight())))
                .and(" of the directions, the block ")
                .andMath(block)
                .and(" of ")
                .andMath(typesetter.of(spectrum.blocks()));
    }

    private Layout vector(String family) {
        return typesetter.name(family);
    }

    private Prose random(Declaration.Random random) {
        Law of = random.law();
        String law = of instanceof Law.Normal
                ? " is standard normal"
                : of instanceof Law.Continuous continuous
                        ? " follows " + continuous.told()
                        : of instanceof Law.Classes
                                ? " marks the class that a sample is of: 1 at its number, and 0 at others"
                                : " is drawn from finitely many values";
        return Prose.math(typesetter.name(random.name())).and(law);
    }

    private Prose fixed(Declaration.Vectors vectors) {
        return Prose.math(vector(vectors.name())).and(" is fixed");
    }

    private Prose fields() {
        if (problem.fields().isEmpty()) {
            return Prose.EMPTY;
        }
        List<Prose> fields = problem.fields().stream()
                .map(f -> Prose.math(Layout.equation(
                        typesetter.name(f.name()),
                        new Layout.Fraction(
                                Layout.row(
                                        vector(f.family()),
                                        new Layout.Sign("·", Layout.Role.BINARY),
                                        typesetter.name(f.sample())),
                                new Layout.Root(Layout.italic("N"))))))
                .toList();
        return Prose.text("The loss sees a sample through the fields ")
                .and(FormulaPhrases.list(fields))
                .and(".");
    }

    private EquationLine sample(Declaration.Sample sample) {
        List<Layout> parts = new ArrayList<>();
        for (SampleTerm term : sample.terms()) {
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            }
            List<Index> shown = letters.lettersFor(term.sums());
            Map<String, IndexTerm> renamed = new HashMap<>();
            for (int i = 0; i < shown.size(); i++) {
                renamed.put(term.sums().get(i).name(), shown.get(i));
                parts.add(new Layout.BigSum(
                        List.of(Layout.italic(shown.get(i).name())),
                        typesetter.of(shown.get(i).extent())));
            }
            if (!term.coefficient().isOne()) {
                Expression coefficient = Substitution.indices(renamed).in(term.coefficient());
                parts.add(typesetter.of(letters.bound(coefficient)));
                parts.add(new Layout.Juxtaposed());
            }
            List<IndexTerm> places = term.vector().indices().stream()
                    .map(place -> place instanceof Index i ? renamed.getOrDefault(i.name(), place) : place)
                    .toList();
            Layout vector = typesetter.indexed(term.vector().family(), places);
            parts.add(new Layout.Fraction(vector, new Layout.Root(Layout.italic("N"))));
        }
        if (!sample.noise().isZero()) {
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign("+", Layout.Role.BINARY));
            }
            if (!sample.noise().isOne()) {
                parts.add(typesetter.of(sample.noise()));
                parts.add(new Layout.Juxtaposed());
            }
            parts.add(noise(sample.spectrum()));
        }
        return new EquationLine(typesetter.name(sample.name()), Layout.row(parts), "sample " + sample.name());
    }

    private void dynamics() {
        if (problem.dynamics() instanceof Dynamics.Loss loss) {
            text(Prose.text(
                    loss.own().isEmpty() ? "The loss of a sample is" : "Each network has its own loss of a sample,"));
            List<EquationLine> lines = new ArrayList<>();
            loss.all().forEach((movers, value) -> lines.add(loss(movers, value)));
            blocks.add(new Block.EquationBlock(lines));
            text(Prose.text("and each step moves ").and(rates()).and("."));
        } else if (problem.dynamics() instanceof Dynamics.Updates updates) {
            text(Prose.text("Each step adds to a vector (a sample carrying ")
                    .andMath(new Layout.Fraction(Layout.upright("1"), new Layout.Root(Layout.italic("N"))))
                    .and(", a vector 1/N)"));
            blocks.add(new Block.EquationBlock(updates.updates().stream()
                    .map(u -> new EquationLine(
                            Layout.row(
                                    new Layout.Letters("Δ", Layout.Style.UPRIGHT),
                                    typesetter.indexed(u.target(), u.indices())),
                            typesetter.of(letters.bound(u.step())),
                            ""))
                    .toList()));
        }
    }

    private EquationLine loss(List<String> movers, Expression value) {
        List<Layout> names = new ArrayList<>();
        for (String mover : movers) {
            if (!names.isEmpty()) {
                names.add(new Layout.Sign(",", Layout.Role.PUNCTUATION));
            }
            names.add(typesetter.name(mover));
        }
        Layout symbol = movers.isEmpty()
                ? Layout.italic("ℓ")
                : new Layout.Indexed(Layout.italic("ℓ"), Layout.row(names), List.of());
        return new EquationLine(symbol, typesetter.of(letters.bound(value)), movers.isEmpty() ? "loss" : "");
    }

    /** Which vectors and numbers move, and how fast. */
    private Prose rates() {
        List<Prose> moved = new ArrayList<>();
        problem.vectors().forEach(v -> v.rate().ifPresent(rate -> moved.add(moves(v.name(), rate))));
        problem.scalars().forEach(s -> s.rate().ifPresent(rate -> moved.add(moves(s.name(), rate))));
        return FormulaPhrases.list(moved);
    }

    private Prose moves(String name, Expression rate) {
        return Prose.math(typesetter.name(name))
                .and(" down its gradient at rate ")
                .andMath(typesetter.of(rate));
    }

    private void parameters() {
        if (problem.parameters().isEmpty()) {
            return;
        }
        List<List<Prose>> rows = new ArrayList<>();
        input.subject().parameterValues().forEach((label, value) -> {
            String name = label.contains("[") ? label.substring(0, label.indexOf('[')) : label;
            String about =
                    problem.parameter(name).map(Declaration.Parameter::about).orElse("");
            rows.add(List.of(
                    Prose.math(FormulaPhrases.symbol(typesetter, label)), Prose.number(value, 6), Prose.text(about)));
        });
        List<Prose> sizes = input.subject().sizes().values().entrySet().stream()
                .map(e -> Prose.math(FormulaPhrases.assignment(typesetter, e.getKey(), e.getValue())))
                .toList();
        Prose caption = Prose.text("Parameters, where nothing else is said.");
        blocks.add(new Block.TableBlock(
                "parameters",
                sizes.isEmpty()
                        ? caption
                        : caption.and(" Sizes: ")
                                .and(FormulaPhrases.list(sizes))
                                .and("."),
                List.of(Block.Column.left("parameter"), Block.Column.right("value"), Block.Column.left("meaning")),
                rows));
    }
}
