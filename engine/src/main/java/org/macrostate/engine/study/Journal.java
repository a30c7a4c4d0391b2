package org.macrostate.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.KeptPieces;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.QuestionHash;
import org.macrostate.engine.cache.ProgramFingerprint;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Execution;
import org.macrostate.engine.sweep.Shard;

/**
 * What is finished of a long answer, in files beside its result, so that it survives however the program ends: one file that
 * grows, and the files of shards of the same question.
 */
public final class Journal implements AutoCloseable, KeptPieces {
    private static final String GROWING = ".part";

    private final PieceFile own;
    private final List<PieceFile> shards;
    private final Path file;
    private final Optional<Shard> shard;

    private Journal(PieceFile own, List<PieceFile> shards, Path file, Optional<Shard> shard) {
        this.own = own;
        this.shards = List.copyOf(shards);
        this.file = file;
        this.shard = shard;
    }

    /**
     * Begins a journal.
     *
     * @param file that the journal's names begin with
     * @param resume whether what is there already of this question is taken
     * @param shard that is to be done; all of the question if empty
     * @throws org.macrostate.equations.BadInput if something else stands in a file's place, a shard is of another question, or
     *     what is to be resumed was computed by another build, Java or machine
     */
    public static Journal open(
            Path file, Question question, ModelInstance subject, boolean resume, Optional<Shard> shard) {
        String hash = QuestionHash.of(question, subject);
        return open(file, new PieceFile.Head(hash, ProgramFingerprint.words(), true), resume, shard);
    }

    /** All of a question of a study: what another machine or build kept is not taken, and nobody is told. */
    static Journal open(Path file, Question question, ModelInstance subject, boolean resume) {
        String hash = QuestionHash.of(question, subject);
        return open(file, new PieceFile.Head(hash, ProgramFingerprint.words(), false), resume, Optional.empty());
    }

    private static Journal open(Path file, PieceFile.Head head, boolean resume, Optional<Shard> shard) {
        List<PieceFile> shards = new ArrayList<>();
        if (resume && shard.isEmpty()) {
            shardsOf(file).forEach(path -> shards.add(PieceFile.ofShard(path, head)));
        }
        String ending = shard.map(part -> "." + part.text() + GROWING).orElse(".pieces");
        PieceFile own = PieceFile.growing(file.resolveSibling(file.getFileName() + ending), head, resume);
        return new Journal(own, shards, file, shard);
    }

    private static List<Path> shardsOf(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String begin = file.getFileName() + ".";
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                String name = String.valueOf(path.getFileName());
                if (name.startsWith(begin) && isShard(name.substring(begin.length()))) {
                    found.add(path);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + folder + "'", failed);
        }
        found.sort(null);
        return found;
    }

    private static boolean isShard(String ending) {
        String text = ending.endsWith(GROWING) ? ending.substring(0, ending.length() - GROWING.length()) : ending;
        int of = text.indexOf("-of-");
        return of > 0 && isNumber(text.substring(0, of)) && isNumber(text.substring(of + "-of-".length()));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    /** Whether nothing is kept that was made by this run or the one that it resumes. */
    public boolean isEmpty() {
        return own.size() == 0;
    }

    /** The file that grows. */
    public Path file() {
        return own.path();
    }

    /** What is kept, as the begin of a sentence that goes on with "are kept". */
    public String kept() {
        return "finished pieces, " + own.size() + ",";
    }

    /** Work that takes what is kept, and keeps what it finishes. */
    public ExecutionContext with(ExecutionContext work) {
        ExecutionContext keeping = work.keeping(this);
        return shard.map(part -> keeping.by(new Execution.OfShard(part))).orElse(keeping);
    }

    @Override
    public Optional<byte[]> find(int stage, int task) {
        Optional<byte[]> found = own.find(stage, task);
        for (PieceFile other : shards) {
            found = found.isPresent() ? found : other.find(stage, task);
        }
        return found;
    }

    @Override
    public boolean has(int stage, int task) {
        return own.has(stage, task) || shards.stream().anyMatch(other -> other.has(stage, task));
    }

    @Override
    public void keep(int stage, int task, byte[] piece) {
        own.keep(stage, task, piece);
    }

    /** The answer is there: nothing is kept any longer. */
    public void delete() {
        own.delete();
        shards.forEach(PieceFile::delete);
    }

    /** The shard is done: its file gets its name, {@code .NAME.2-of-8}, which is told. */
    public Path finished() {
        own.close();
        String name = file.getFileName() + "." + shard.orElseThrow().text();
        Path whole = file.resolveSibling(name);
        if (own.size() == 0) {
            return whole; // a shard without tasks leaves no file, and none is missed
        }
        try {
            return Files.move(own.path(), whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + whole + "'", failed);
        }
    }

    /** An empty journal leaves no file. */
    @Override
    public void close() {
        own.close();
        shards.forEach(PieceFile::close);
    }
}
