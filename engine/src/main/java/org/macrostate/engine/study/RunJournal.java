package org.macrostate.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.KeptRuns;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.sgd.Run;

/**
 * Finished runs in a file that grows by a line each, so that whatever ends the program leaves them. The first line says
 * which question they answer; a line that was cut off is no run.
 */
final class RunJournal implements Journal, KeptRuns {
    private static final String HEAD = "Macrostate runs of ";
    private static final String END = "end";

    private final Path file;
    private final Map<Integer, Run> runs = new ConcurrentHashMap<>();

    private RunJournal(Path file) {
        this.file = file;
    }

    /**
     * Begins a journal.
     *
     * @param hash of all that the runs depend on
     * @param resume whether runs that are there already, of the same hash, are taken
     * @throws BadInput if something else stands in the file's place
     */
    static RunJournal open(Path file, String hash, boolean resume) {
        RunJournal journal = new RunJournal(file);
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
                    throw new BadInput("'" + file + "' is not this program's list of runs; move it away");
                }
                if (resume && lines.get(0).equals(HEAD + hash)) {
                    lines.subList(1, lines.size()).forEach(journal::read);
                }
            }
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            StringBuilder text = new StringBuilder(HEAD + hash + "\n");
            journal.runs.forEach((task, run) -> text.append(line(task, run)));
            Files.writeString(file, text);
            return journal;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + file + "'", failed);
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public String kept() {
        return "finished runs, " + runs.size() + ",";
    }

    @Override
    public ExecutionContext with(ExecutionContext work) {
        return work.keeping(this);
    }

    @Override
    public Optional<Run> find(int task) {
        return Optional.ofNullable(runs.get(task));
    }

    @Override
    public synchronized void keep(int task, Run run) {
        try {
            Files.writeString(file, line(task, run), StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + file + "'", failed);
        }
        runs.put(task, run);
    }

    @Override
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete '" + file + "'", failed);
        }
    }

    @Override
    public void close() {
        if (runs.isEmpty()) {
            delete();
        }
    }

    private static String line(int task, Run run) {
        StringBuilder line = new StringBuilder();
        line.append(task).append(' ').append(run.dimension()).append(' ').append(run.index());
        double t = run.outcome() instanceof Run.Diverged diverged ? diverged.t() : -1;
        line.append(' ').append(t).append(' ').append(run.states().size());
        for (double[] row : run.states()) {
            line.append(' ').append(row.length);
            for (double value : row) {
                line.append(' ').append(value);
            }
        }
        return line.append(' ').append(END).append('\n').toString();
    }

    private void read(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        if (words.size() < 6 || !words.remove(words.size() - 1).equals(END)) {
            return;
        }
        var next = words.iterator();
        int task = Integer.parseInt(next.next());
        int dimension = Integer.parseInt(next.next());
        int index = Integer.parseInt(next.next());
        double t = Double.parseDouble(next.next());
        List<double[]> states = new ArrayList<>();
        for (int rows = Integer.parseInt(next.next()); rows > 0; rows--) {
            double[] row = new double[Integer.parseInt(next.next())];
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.parseDouble(next.next());
            }
            states.add(row);
        }
        runs.put(task, new Run(dimension, index, states, t < 0 ? new Run.Completed() : new Run.Diverged(t)));
    }
}
