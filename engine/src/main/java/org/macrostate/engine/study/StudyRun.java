package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.study.output.DataTable;
import org.macrostate.engine.study.output.MadeBy;
import org.macrostate.engine.study.output.OutputFiles;
import org.macrostate.engine.study.question.Answer;
import org.macrostate.engine.study.question.Provenance;
import org.macrostate.engine.study.question.Question;
import org.macrostate.engine.study.question.Subject;
import org.macrostate.engine.study.question.Work;
import org.macrostate.engine.study.report.Answered;
import org.macrostate.engine.study.report.Composition;
import org.macrostate.engine.study.report.Story;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.LearningProblem;

/**
 * Answers all questions of a study and leaves results, figures and a report in a folder.
 *
 * @param files of the folder
 * @param resume whether answers that the folder already has are taken as they are
 * @param command that makes it again
 */
public record StudyRun(
        StudyFile study, LearningProblem problem, OutputFiles files, boolean resume, Work work, String command) {

    /**
     * What became of it.
     *
     * @param items one a question, in the order of the study
     * @param report the report's files that were written, best to read first
     * @param messages for the user
     */
    public record Result(List<Answered> items, List<String> report, List<String> messages) {}

    /** A question with its name, its file names' suffix and what it is asked of. */
    private record Planned(StudyItem item, String name, String suffix, Subject subject) {}

    /**
     * Runs the study. A question that fails leaves the others alone.
     *
     * @throws BadInput before anything is written, if a question does not fit the model or a file is in the way
     */
    public Result run() {
        Subject subject = Subject.of(problem, study.settings());
        List<Planned> plan = plan(subject);
        files.claim(names(plan));
        List<Answered> items = new ArrayList<>();
        for (Planned planned : plan) {
            items.add(answered(planned));
        }
        String program = MadeBy.thisProgram();
        Story story = new Story(study.title(), subject, items, program, command);
        MadeBy madeBy = Provenance.of(subject, items.get(0).question(), command);
        Composition composition = Composition.of(story, madeBy.line());
        return new ReportFiles(files, study.formats(), madeBy).write(composition, items);
    }

    private List<Planned> plan(Subject subject) {
        Map<String, Integer> seen = new HashMap<>();
        List<Planned> plan = new ArrayList<>();
        for (StudyItem item : study.items()) {
            try {
                Subject own = subject.with(item.settings());
                item.question().requireFits(own);
                int number = seen.merge(item.question().name(), 1, Integer::sum);
                String suffix = number == 1 ? "" : "-" + number;
                plan.add(new Planned(item, item.question().name() + suffix, suffix, own));
            } catch (BadInput bad) {
                throw new BadInput(String.valueOf(bad.getMessage())).at(item.place());
            }
        }
        return plan;
    }

    private List<String> names(List<Planned> plan) {
        List<String> names = new ArrayList<>();
        for (Planned planned : plan) {
            names.add(planned.name() + ".json");
            planned.item().question().tables().forEach(table -> names.add(table + planned.suffix() + ".csv"));
        }
        study.formats().forEach(format -> names.add("report." + format));
        return names;
    }

    private Answered answered(Planned planned) {
        try {
            AnswerStore store = new AnswerStore(files);
            Question question = planned.item().question();
            MadeBy madeBy = Provenance.of(planned.subject(), question, command);
            Optional<Answer> known =
                    resume ? store.find(planned.name(), question, planned.subject()) : Optional.empty();
            Answer answer = known.orElseGet(() -> question.answer(planned.subject(), work));
            Map<String, Object> json = new java.util.LinkedHashMap<>(answer.json());
            json.put(MadeBy.KEY, madeBy.json());
            files.writeJson(planned.name() + ".json", json);
            for (DataTable table : answer.tables()) {
                files.write(table.name() + planned.suffix() + ".csv", table.csv(), madeBy);
            }
            if (known.isEmpty()) {
                store.keep(planned.name(), question, planned.subject(), answer, madeBy);
            }
            return item(planned, Optional.of(answer), "");
        } catch (BadInput bad) {
            return item(planned, Optional.empty(), bad.what());
        } catch (ArithmeticException | IllegalStateException | IllegalArgumentException failed) {
            return item(planned, Optional.empty(), failed.toString());
        }
    }

    private static Answered item(Planned planned, Optional<Answer> answer, String failure) {
        return new Answered(
                planned.name(), planned.suffix(), planned.item().question(), planned.subject(), answer, failure);
    }
}
