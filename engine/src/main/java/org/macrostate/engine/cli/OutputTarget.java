package org.macrostate.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.equations.BadInput;

/**
 * Where {@code --out} points: a file, whose ending says what goes into it, or a folder for everything there is.
 *
 * @param file name of the file; empty for a folder
 */
record OutputTarget(OutputFiles files, Optional<String> file) {

    static OutputTarget of(Path path, boolean force) {
        Path name = path.getFileName();
        boolean isFolder =
                Files.isDirectory(path) || name == null || !name.toString().contains(".");
        if (isFolder || name == null) {
            return new OutputTarget(new OutputFiles(path, force), Optional.empty());
        }
        Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        return new OutputTarget(new OutputFiles(folder, force), Optional.of(name.toString()));
    }

    /** What a folder gets: the tables as CSV, the JSON under the question's name, further files as they are. */
    static List<String> names(String question, List<String> tables) {
        List<String> names = new ArrayList<>(List.of(question + ".json"));
        tables.forEach(table -> names.add(table + ".csv"));
        return names;
    }

    /**
     * Complains before the work begins if the result could not be written.
     *
     * @param tables the answer's tables
     * @param figures further files that a folder gets
     * @throws BadInput if a file of others is in the way, or one CSV file is to hold several tables
     */
    void claim(String question, List<String> tables, List<String> figures) {
        if (file.isEmpty()) {
            files.claim(names(question, tables));
            files.claim(figures);
            return;
        }
        if (file.get().endsWith(".csv") && tables.size() != 1) {
            throw new BadInput(question + (tables.isEmpty() ? " has no table" : " has several tables")
                    + " to write to '" + file.get() + "'; name "
                    + (tables.isEmpty() ? "a file that ends in .json" : "a folder, or a file that ends in .json"));
        }
        files.claim(List.of(file.get()));
    }

    /** Writes an answer; {@code words} go to a file that is neither CSV nor JSON. */
    void write(String question, Answer answer, Supplier<String> words, MadeBy madeBy) {
        if (file.isEmpty()) {
            files.writeJson(question + ".json", answer.document(madeBy));
            for (DataTable table : answer.tables()) {
                files.stream(table.name() + ".csv", table::writeTo, madeBy, answer.notes());
            }
        } else if (file.get().endsWith(".json")) {
            files.writeJson(file.get(), answer.document(madeBy));
        } else if (file.get().endsWith(".csv")) {
            files.stream(file.get(), answer.tables().get(0)::writeTo, madeBy, answer.notes());
        } else {
            files.write(file.get(), words.get(), madeBy);
        }
    }
}
