package org.macrostate.engine.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.report.DrawingFiles;
import org.macrostate.equations.BadInput;

/**
 * Where {@code --out} points: a file, whose ending says what goes into it, or a folder for everything there is. A name
 * with a dot is a folder only if it ends in a slash or is one already.
 *
 * @param file name of the file; empty for a folder
 */
record OutputTarget(OutputFiles files, Optional<String> file) {

    static OutputTarget of(String text, boolean force) {
        Path path = named(text);
        Path name = path.getFileName();
        boolean isFolder = text.endsWith("/")
                || text.endsWith(File.separator)
                || name == null
                || !name.toString().contains(".")
                || Files.isDirectory(path);
        if (isFolder || name == null) {
            return new OutputTarget(new OutputFiles(path, force), Optional.empty());
        }
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        return new OutputTarget(new OutputFiles(folder, force), Optional.of(name.toString()));
    }

    /**
     * The path of {@code --out}. A blank text is refused: it comes from a variable of a script that is not set.
     *
     * @throws BadInput if the text is blank, or no path
     */
    static Path named(String text) {
        if (text.isBlank()) {
            throw new BadInput("--out: expected a file or a folder, found nothing; '.' is the folder you are in");
        }
        return UserPath.of(text);
    }

    /** What a folder gets: the tables as CSV, the JSON under the question's name, further files as they are. */
    static List<String> names(String question, List<String> tables) {
        List<String> names = new ArrayList<>(List.of(question + ".json"));
        tables.forEach(table -> names.add(table + ".csv"));
        return names;
    }

    /** The ending of the file's name in small letters; empty for a folder. */
    String ending() {
        return file.map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether the file is to hold a figure alone. */
    boolean isFigure(List<String> words) {
        return DrawingFiles.ENDINGS.contains(ending()) && !words.contains(ending());
    }

    /**
     * Checks, before the work begins, that an answer to the question can be written in the form of the file's ending.
     *
     * @param tables the answer's tables
     * @param figures whether there is a figure
     * @param words endings of what the answer says in words
     * @throws BadInput if there is no such form
     */
    void requireForm(String question, List<String> tables, boolean figures, List<String> words) {
        if (file.isEmpty() || words.contains(ending())) {
            return;
        }
        List<String> known = new ArrayList<>(List.of("json"));
        if (!tables.isEmpty()) {
            known.add(0, "csv");
        }
        if (figures) {
            known.addAll(DrawingFiles.ENDINGS);
        }
        known.add("html");
        words.stream().filter(ending -> !known.contains(ending)).forEach(known::add);
        if (!known.contains(ending())) {
            throw new BadInput(question + " is not written as '" + file.get() + "'; its files end in ."
                    + String.join(", .", known) + ", and a folder of that name is '" + file.get() + "/'");
        }
        if (ending().equals("csv") && tables.size() != 1) {
            throw new BadInput(question + " has several tables to write to '" + file.get()
                    + "'; name a folder, or a file that ends in .json");
        }
        DrawingFiles.requireMakes(ending());
    }

    /**
     * Checks, before the work begins, that the result can be written.
     *
     * @param tables the answer's tables
     * @param figures further files that a folder gets
     * @throws BadInput if a file of others is in the way
     */
    void claim(String question, List<String> tables, List<String> figures) {
        if (file.isEmpty()) {
            files.claim(names(question, tables));
            files.claim(figures);
            return;
        }
        files.claim(List.of(file.get()));
    }

    /**
     * Writes an answer as the ending says, a single table with the names of columns that were asked for; {@code words} go to a
     * file that is none of tables, figures or a page.
     */
    void write(String question, Answer answer, UnaryOperator<DataTable> named, Supplier<String> words, MadeBy madeBy) {
        if (file.isEmpty()) {
            files.writeJson(question + ".json", answer.document(madeBy));
            for (DataTable table : answer.tables()) {
                files.stream(table.name() + ".csv", table::writeTo, madeBy, answer.notes());
            }
        } else if (ending().equals("json")) {
            files.writeJson(file.get(), answer.document(madeBy));
        } else if (ending().equals("csv")) {
            files.stream(file.get(), named.apply(answer.tables().get(0))::writeTo, madeBy, answer.notes());
        } else {
            files.write(file.get(), words.get(), madeBy);
        }
    }
}
