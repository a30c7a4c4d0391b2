package org.macrostate.engine.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.report.AnswerPage;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.DrawingFiles;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.live.LivePart;
import org.macrostate.reports.table.JsonText;

/** Writes an answer to standard output, into a file of the requested ending, or into a folder. */
record AnswerWriter(Terminal terminal, CommonOptions options, FormatOption format, PlotOption plot) {
    /** Writes it, and says in a sentence what was found and where it is; says the notes. */
    void write(Deliverable given, Optional<OutputTarget> target) {
        if (target.isPresent()) {
            file(target.get(), given);
        } else if (options.json || format.isJson() || given.isJson()) {
            terminal.out().print(JsonText.document(given.answer().document(given.madeBy())));
        } else if (!plot.wanted) {
            String words = given.words(Optional.empty());
            terminal.show(format.text(given.answer().tables(), words).orElse(words));
        }
        if (plot.wanted && !given.drawings().isEmpty()) {
            terminal.out().print(plot.drawn(given.drawings().get(0).get().figure(), terminal));
        }
        sayFound(given.found(), target);
        Delivery.told(terminal, given.answer().notes());
    }

    /** What was found and written, for a person: where the result itself does not stand. */
    void sayFound(String found, Optional<OutputTarget> target) {
        if (options.quiet) {
            return;
        }
        if (target.isEmpty()) {
            terminal.tell("macrostate: " + found);
            return;
        }
        OutputFiles files = target.get().files();
        String written = files.written().stream()
                .filter(name -> !name.endsWith(".meta.json"))
                .map(name -> files.folder().resolve(name).toString())
                .collect(Collectors.joining(", "));
        terminal.show(found + "\nwritten: " + written + "\n");
    }

    private void file(OutputTarget to, Deliverable given) {
        if (to.isFigure(given.wordEndings())) {
            Drawing figure = given.drawings().get(0).get();
            DrawingFiles.alone(
                    to.files(), to.file().orElseThrow(), figure, given.answer().tables(), plot.width(), given.madeBy());
        } else if (to.ending().equals("html") && !given.wordEndings().contains("html")) {
            String name = to.file().orElseThrow();
            to.files().write(name, page(given, name), given.madeBy());
        } else {
            to.write(given.name(), given.answer(), format::asked, () -> given.words(to.file()), given.madeBy());
            if (to.file().isEmpty()) {
                given.drawings().forEach(figure -> DrawingFiles.write(to.files(), figure.get(), given.madeBy()));
                given.wordsFile()
                        .ifPresent(name -> to.files().write(name, given.words(Optional.of(name)), given.madeBy()));
            }
        }
    }

    private String page(Deliverable given, String name) {
        boolean isTable = !given.answer().tables().isEmpty();
        return new AnswerPage(
                        given.title(),
                        given.found(),
                        given.drawings().stream().map(Supplier::get).toList(),
                        given.answer().tables(),
                        isTable ? Optional.empty() : Optional.of(given.words(Optional.empty())),
                        given.answer().notes(),
                        given.madeBy().line(),
                        live(given, name))
                .html();
    }

    private Optional<LivePart> live(Deliverable given, String name) {
        try {
            return given.live();
        } catch (BadInput | ArithmeticException | LimitedTime.Over none) {
            terminal.tell("macrostate: no live section in " + name + ": " + none.getMessage());
            return Optional.empty();
        }
    }

    /** Names of the files that the figures of these names are drawn into in a folder. */
    static List<String> figureFiles(List<String> figures) {
        return figures.stream()
                .flatMap(figure -> DrawingFiles.names(figure).stream())
                .toList();
    }
}
