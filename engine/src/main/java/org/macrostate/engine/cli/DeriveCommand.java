package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.study.question.DeriveQuestion;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.equations.derive.Length;
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
            "           macrostate derive soft-committee --size K=3,M=3 --limit small-rate --subspace symmetric"
        })
final class DeriveCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        LATEX,
        JSON
    }

    private final Call call;

    @Mixin
    private final ModelOptions model = new ModelOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--format",
            paramLabel = "text|latex|json",
            defaultValue = "text",
            description = "how it is written; text unless given")
    private String format = "text";

    @Option(names = "--expand", description = "bind the sizes: one equation for each element, sums written out")
    private boolean expand;

    @Option(
            names = "--steps",
            arity = "0..1",
            fallbackValue = "all",
            paramLabel = "result|key|all",
            description = "tell the derivation, all of it unless less is asked for; write --steps=key")
    private Optional<String> steps = Optional.empty();

    DeriveCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Format wanted = Choice.of(
                "--format", format, List.of(Format.values()), f -> f.name().toLowerCase(Locale.ROOT));
        Optional<Length> told = steps.map(text -> Choice.of("--steps", text, List.of(Length.values()), Length::text));
        DeriveQuestion question = new DeriveQuestion(expand, told);
        Subject subject = model.subject();
        if (wanted == Format.JSON) {
            common.json = true;
        }
        return new Delivery(call, common)
                .deliver(
                        subject,
                        question,
                        work -> question.answer(subject, work),
                        answer -> wanted == Format.LATEX ? answer.latex() : answer.text());
    }
}
