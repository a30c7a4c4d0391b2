package org.macrostate.engine.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.QuestionHash;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.JsonFile;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.engine.registry.Analyses;

/**
 * Finished answers, kept beside a study's results so that an interrupted study can go on. An answer is known by a hash
 * of all that it depends on. What takes a moment is not kept and answered again.
 */
final class AnswerStore {
    private static final String HASH = "question";
    private static final String ANSWER = "answer";

    private final OutputFiles files;

    /** @param files of the folder of answers, in that of the study's results */
    AnswerStore(OutputFiles files) {
        this.files = files;
    }

    /** The answer to this question of this subject, if it was kept. */
    Optional<Answer> find(String name, Question question, ModelInstance subject) {
        Optional<Class<? extends Record>> type = kept(question);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return JsonFile.read(files.folder().resolve(name + ".json"))
                .filter(json -> QuestionHash.of(question, subject).equals(json.get(HASH)))
                .flatMap(json -> Optional.ofNullable(json.get(ANSWER)))
                .flatMap(json -> RecordCodec.ofPlain(type.get(), json))
                .map(Answer.class::cast);
    }

    private static Optional<Class<? extends Record>> kept(Question question) {
        return Analyses.find(question.name()).flatMap(Analysis::keptAs);
    }

    void keep(String name, Question question, ModelInstance subject, Answer answer, MadeBy madeBy) {
        if (kept(question).isPresent() && answer instanceof Record record) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(MadeBy.KEY, madeBy.json());
            json.put(HASH, QuestionHash.of(question, subject));
            json.put(ANSWER, RecordCodec.plain(record));
            files.writeJson(name + ".json", json);
        }
    }
}
