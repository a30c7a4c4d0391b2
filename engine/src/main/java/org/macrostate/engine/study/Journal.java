package org.macrostate.engine.study;

import java.nio.file.Path;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.QuestionHash;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.registry.Analyses;

/** What is finished of a long answer, in a file, so that whatever ends the program leaves it. */
public interface Journal extends AutoCloseable {
    /**
     * Begins a journal.
     *
     * @param file of the journal without its ending, which says what is in it
     * @param resume whether what is there already of this question is taken
     * @throws org.macrostate.equations.BadInput if something else stands in the file's place
     */
    static Journal open(Path file, Question question, ModelInstance subject, boolean resume) {
        boolean isMap = Analyses.find(question.name())
                .flatMap(Analysis::journal)
                .filter(Journaled.PIECES::equals)
                .isPresent();
        String hash = QuestionHash.of(question, subject);
        return isMap
                ? PieceJournal.open(file.resolveSibling(file.getFileName() + ".pieces"), hash, resume)
                : RunJournal.open(file.resolveSibling(file.getFileName() + ".runs"), hash, resume);
    }

    Path file();

    /** What is kept, as the begin of a sentence that goes on with "are kept". */
    String kept();

    /** Work that takes what is kept, and keeps what it finishes. */
    ExecutionContext with(ExecutionContext work);

    /** The answer is there: nothing is kept any longer. */
    void delete();

    /** An empty journal leaves no file. */
    @Override
    void close();
}
