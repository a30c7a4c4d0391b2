package org.macrostate.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.analysis.derive.DeriveAnswer;
import org.macrostate.engine.analysis.derive.DeriveQuestion;
import org.macrostate.engine.analysis.derive.DerivedCode;
import org.macrostate.engine.analysis.derive.DerivedFragment;
import org.macrostate.engine.analysis.derive.DerivedMatrices;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.Provenance;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Length;
import org.macrostate.reports.code.CodeLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derive MODEL}: the order-parameter equations. */
@Command(
        description = "Derive the order-parameter equations, observables and fixed-point conditions.",
        footer = {
            "",
            "Examples:  macrostate derive linear-vae",
            "           macrostate derive linear-vae --size M=2 --expand --limit small-rate",
            "           macrostate derive linear-vae --format latex --out equations.tex",
            "           macrostate derive soft-committee --steps",
            "           macrostate derive soft-committee --size K=3,M=3 --limit small-rate --subspace symmetric",
            "           macrostate derive soft-committee --format python --size K=3,M=2 --out committee.py"
        })
final class DeriveCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        LATEX,
        JSON,
        PYTHON,
        JULIA,
        MATHEMATICA,
        C;

        Optional<CodeLanguage> language() {
            return switch (this) {
                case TEXT, LATEX, JSON -> Optional.empty();
                default -> Optional.of(CodeLanguage.valueOf(name()));
            };
        }
    }

    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "text|latex|json|python|julia|mathematica|c",
            description = {
                "how it is written; text unless given, or what the ending of --out says (.tex, .json, .py, .jl, .wl, .c)",
                "a programming language gets stand-alone functions of the right-hand side and the observables, "
                        + "for any sizes, with the values of --set and --size as defaults"
            })
    private String format = "";

    @Option(names = "--expand", description = "bind the sizes: one equation for each element, sums written out")
    private boolean expand;

    @Option(names = "--symmetries", description = "look for changes of sign and exchanges that keep the equations")
    private boolean symmetries;

    @Option(
            names = "--steps",
            arity = "0..1",
            fallbackValue = "all",
            paramLabel = "result|key|all",
            description = "tell the derivation, all of it unless less is asked for; write --steps=key")
    private Optional<String> steps = Optional.empty();

    @Option(
            names = "--matrix",
            description = "also in matrix form, where sums over indices are products of matrices (text and latex)")
    private boolean matrix;

    @Option(
            names = "--standalone",
            description =
                    "LaTeX for \\input into a paper: numbered, labelled, broken over lines; with --matrix in matrix form")
    private boolean standalone;

    DeriveCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Format wanted = wanted();
        if (standalone && !(wanted == Format.LATEX || (wanted == Format.TEXT && format.isEmpty()))) {
            throw new BadInput("--standalone writes LaTeX; leave --format away, or say --format latex");
        }
        Optional<Length> told = steps.map(text -> Choice.of("--steps", text, List.of(Length.values()), Length::text));
        DeriveQuestion question = new DeriveQuestion(expand, symmetries, told);
        ModelInstance subject = model.subject();
        if (wanted == Format.JSON) {
            common.json = true;
        }
        return new Delivery(call, common)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> written(answer, wanted, subject, question));
    }

    private Format wanted() {
        return format.isEmpty()
                ? ending()
                : Choice.of("--format", format, List.of(Format.values()), f -> f.name()
                        .toLowerCase(Locale.ROOT));
    }

    /** What the name of the file asks for. */
    private Format ending() {
        String file = common.out.map(Path::toString).orElse("");
        String ending = file.substring(Math.max(0, file.lastIndexOf('.')));
        return ending.equals(".tex")
                ? Format.LATEX
                : Stream.of(Format.values())
                        .filter(f -> f.language()
                                .filter(language -> language.endings().contains(ending))
                                .isPresent())
                        .findFirst()
                        .orElse(Format.TEXT);
    }

    private String written(DeriveAnswer answer, Format wanted, ModelInstance subject, DeriveQuestion question) {
        if (standalone) {
            MadeBy madeBy = Provenance.of(subject, question, Cli.normalised(call.args()));
            return DerivedFragment.of(answer, matrix, madeBy);
        }
        if (wanted == Format.LATEX) {
            return answer.latex() + (matrix ? DerivedMatrices.latex(answer.system()) : "");
        }
        return wanted.language()
                .map(language -> DerivedCode.of(answer.system(), subject, language))
                .orElseGet(() -> answer.text() + (matrix ? DerivedMatrices.text(answer.system()) : ""));
    }
}
