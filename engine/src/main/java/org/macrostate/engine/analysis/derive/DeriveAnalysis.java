package org.macrostate.engine.analysis.derive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.output.RowWords;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Length;
import org.macrostate.reports.document.PaperWidth;

/** {@code derive}: the order-parameter equations. */
public final class DeriveAnalysis implements Analysis<DeriveQuestion, DeriveAnswer> {
    private static final AnalysisOption<DeriveForm.Format> FORMAT = AnalysisOption.of(
            "format",
            OptionType.choice(DeriveForm.Format.all(), DeriveForm.Format::name),
            DeriveForm.Format.all().stream().map(DeriveForm.Format::name).collect(Collectors.joining("|")),
            "how it is written; text unless given, or what the ending of --out says (.tex, .json, .py, .jl, .wl, .c, .js);",
            "a programming language gets stand-alone functions of the right-hand side and the observables, "
                    + "for any sizes, with the values of --set and --size as defaults");
    private static final AnalysisOption<Boolean> EXPAND =
            AnalysisOption.flag("expand", "bind the sizes: one equation for each element, sums written out");
    private static final AnalysisOption<Boolean> SYMMETRIES =
            AnalysisOption.flag("symmetries", "look for changes of sign and exchanges that keep the equations");
    private static final AnalysisOption<Length> STEPS = AnalysisOption.of(
                    "steps",
                    OptionType.choice(List.of(Length.values()), Length::text),
                    "result|key|all",
                    "tell the derivation, all of it unless less is asked for; write --steps=key")
            .bare("all");
    private static final AnalysisOption<CostateControls> COSTATES = AnalysisOption.of(
                    "costates",
                    OptionType.parsed(CostateControls::read),
                    "all|PARAMETER,…",
                    "the Hamiltonian of optimal control and the costate equations, with switching functions of all parameters",
                    "unless less is asked for, and singular controls in closed form where the Hamiltonian is quadratic in one;",
                    "write --costates=beta (text, latex and json)")
            .bare(CostateControls.ALL);
    private static final AnalysisOption<Boolean> MATRIX = AnalysisOption.flag(
            "matrix", "also in matrix form, where sums over indices are products of matrices (text and latex)");
    private static final AnalysisOption<Boolean> STANDALONE = AnalysisOption.flag(
            "standalone",
            "LaTeX for \\input into a paper: numbered, labelled, broken over lines; with --matrix in matrix form");

    private static final AnalysisOption<String> LABEL_PREFIX = AnalysisOption.of(
            "label-prefix",
            OptionType.text(),
            "TEXT",
            "with --standalone: what every label begins with, for papers with several models; vae: gives vae:eq:dQ");
    private static final AnalysisOption<Boolean> TWO_COLUMN =
            AnalysisOption.flag("two-column", "with --standalone: lines broken for a column of a two-column paper");

    @Override
    public AnalysisDeclaration declaration() {
        return new AnalysisDeclaration(
                "derive",
                "Derive the order-parameter equations, observables and fixed-point conditions.",
                List.of(FORMAT, EXPAND, SYMMETRIES, STEPS, COSTATES, MATRIX, STANDALONE, LABEL_PREFIX, TWO_COLUMN),
                List.of(),
                List.of(
                        "macrostate derive linear-vae",
                        "macrostate derive linear-vae --size M=2 --expand --limit small-rate",
                        "macrostate derive linear-vae --format latex --out equations.tex",
                        "macrostate derive oja --standalone --label-prefix oja: --two-column --out oja.tex",
                        "macrostate derive soft-committee --steps",
                        "macrostate derive linear-regression --costates=eta",
                        "macrostate derive soft-committee --size K=3,M=3 --limit small-rate --subspace symmetric",
                        "macrostate derive soft-committee --format python --size K=3,M=2 --out committee.py"));
    }

    @Override
    public DeriveQuestion question(OptionValues values) {
        boolean standalone = values.get(STANDALONE);
        if (!standalone && (values.has(LABEL_PREFIX) || values.has(TWO_COLUMN))) {
            throw new BadInput(values.spelled(values.has(LABEL_PREFIX) ? LABEL_PREFIX : TWO_COLUMN)
                    + " is about equations for a paper; add " + values.spelled(STANDALONE));
        }
        DerivedFragment fragment = new DerivedFragment(
                values.find(LABEL_PREFIX).orElse(""), values.get(TWO_COLUMN) ? PaperWidth.COLUMN : PaperWidth.TEXT);
        DeriveForm form = new DeriveForm(
                values.find(FORMAT), values.get(MATRIX), Optional.of(fragment).filter(any -> standalone));
        form.requireFits(values.file());
        return new DeriveQuestion(
                values.get(EXPAND), values.get(SYMMETRIES), values.find(STEPS), values.find(COSTATES), form);
    }

    @Override
    public Class<DeriveAnswer> answers() {
        return DeriveAnswer.class;
    }

    @Override
    public String found(DeriveQuestion question, DeriveAnswer answer) {
        int equations = answer.system().equations().size();
        int numerical = answer.system().numericalPieces().size();
        return RowWords.count(equations, "equation") + " derived"
                + (numerical == 0 ? "" : ", with " + RowWords.count(numerical, "part") + " integrated numerically");
    }

    @Override
    public String words(DeriveQuestion question, DeriveAnswer answer, AnswerView how) {
        return question.form().of(answer, how);
    }

    @Override
    public List<String> wordEndings() {
        return DeriveForm.Format.endings();
    }

    @Override
    public boolean wantsJson(DeriveQuestion question) {
        return question.form().format().filter(format -> format.is("json")).isPresent();
    }

    @Override
    public boolean isInStudies() {
        return false; // a report derives anyway
    }
}
