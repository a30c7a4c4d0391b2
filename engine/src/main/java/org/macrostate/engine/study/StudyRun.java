package org.macrostate.engine.study;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.analysis.Provenance;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.FolderLock;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.Evidence;
import org.macrostate.engine.study.claim.Judge;
import org.macrostate.engine.study.report.Judged;
import org.macrostate.engine.study.report.LiveSection;
import org.macrostate.engine.study.report.ReportBuilder;
import org.macrostate.engine.study.report.ReportInput;
import org.macrostate.engine.study.report.StudyNotebook;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.LearningProblem;

/**
 * Answers all questions of a study and leaves results, figures and a report in a folder.
 *
 * @param models finds a model by the name that the study calls it
 * @param files of the folder
 * @param resume whether answers that the folder already has are taken as they are
 * @param command that makes it again
 * @param copies of the study and its models, for the folder; none if it was not read from a file
 * @param only the names of the questions that are asked; all, and the claims, if there are none
 */
public record StudyRun(
        StudyFile study,
        Function<String, LearningProblem> models,
        OutputFiles files,
        boolean resume,
        ExecutionContext work,
        LimitedTime time,
        String command,
        Optional<StudyCopies> copies,
        List<String> only) {
    public StudyRun {
        only = List.copyOf(only);
        if (!only.isEmpty()) {
            study = study.withoutClaims();
        }
    }

    /**
     * What became of it.
     *
     * @param items one a question, in the order of the study
     * @param claims what became of the study's claims
     * @param report the report's files that were written, best to read first
     * @param messages for the user
     */
    public record Result(List<Answered> items, List<ClaimFinding> claims, List<String> report, List<String> messages) {}

    /** A question with its name, its file names' suffix and what it is asked of. */
    private record Planned(StudyItem item, String name, String suffix, ModelInstance subject) {}

    /**
     * Runs the study. A question that fails leaves the others alone.
     *
     * @throws BadInput before anything is written, if a question does not fit the model or a file is in the way
     */
    public Result run() {
        StudyTime clock = new StudyTime(time);
        Shelf shelf = shelf();
        ModelInstance subject = shelf.subject(study.model());
        List<Planned> plan = plan(shelf);
        List<ModelInstance> claimed = claimed(shelf);
        files.claim(names(plan));
        FolderLock lock = FolderLock.of(files.folder());
        try {
            return answered(subject, plan, claimed, clock);
        } finally {
            lock.close();
        }
    }

    private Result answered(ModelInstance subject, List<Planned> plan, List<ModelInstance> claimed, StudyTime clock) {
        MadeBy madeBy = Provenance.of(subject, plan.get(0).item().question(), command);
        copies.ifPresent(them -> {
            files.claim(List.copyOf(them.files().keySet()));
            them.write(files, madeBy);
        });
        OutputFiles kept = StudyFolder.answers(files);
        StudyFolder folder = new StudyFolder(files, kept, study.name(), madeBy);
        folder.begin(plan.stream().map(Planned::name).toList());
        AnswerStore store = new AnswerStore(kept);
        List<Answered> items = clock.shared(plan, (planned, part, isAgain) -> {
            Answered item = answered(planned, store, part, resume || isAgain);
            folder.keep();
            return item;
        });
        List<Judged> judged = judged(items, claimed);
        String program = MadeBy.thisProgram();
        ReportInput input = new ReportInput(
                study.title(),
                subject,
                items,
                judged,
                study.cite(),
                study.text(),
                study.derivation(),
                program,
                command);
        List<ClaimFinding> findings = judged.stream().map(Judged::finding).toList();
        if (!findings.isEmpty()) {
            new ClaimFiles(files, madeBy).write(findings);
        }
        ReportBuilder composition = ReportBuilder.of(input, madeBy.line());
        ReportFiles.Written written = new ReportFiles(files, study.formats(), madeBy)
                .write(
                        composition,
                        () -> LiveSection.of(input),
                        StudyNotebook.of(input, composition.drawings(), copies.flatMap(StudyCopies::model)));
        folder.end(
                written.names(),
                only.isEmpty() && items.stream().allMatch(item -> item.failure().isEmpty()));
        return new Result(items, findings, written.names(), written.messages());
    }

    private List<Judged> judged(List<Answered> items, List<ModelInstance> subjects) {
        Map<String, Evidence.Item> evidence = new HashMap<>();
        items.forEach(item -> evidence.put(
                item.name(),
                new Evidence.Item(
                        item.subject(),
                        item.answer(),
                        item.failure().map(Failure::why).orElse(""))));
        Judge judge = new Judge(new Evidence(evidence));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            judged.add(new Judged(judge.judge(study.claims().get(i), subjects.get(i)), subjects.get(i), judge));
        }
        return judged;
    }

    /** Models under the study's settings, each read once. */
    private record Shelf(
            Settings settings,
            Function<String, LearningProblem> models,
            SymbolicWork symbolic,
            Map<String, ModelInstance> subjects) {
        ModelInstance subject(String model) {
            return subjects.computeIfAbsent(model, name -> ModelInstance.of(models.apply(name), settings, symbolic));
        }
    }

    private List<Planned> plan(Shelf shelf) {
        List<AnswerNames.AnswerName> names = AnswerNames.of(study.items(), study.claims());
        List<Planned> plan = new ArrayList<>();
        requireKnown(names);
        for (int i = 0; i < names.size(); i++) {
            StudyItem item = study.items().get(i);
            AnswerNames.AnswerName name = names.get(i);
            if (!only.isEmpty() && !only.contains(name.name())) {
                continue;
            }
            try {
                ModelInstance own = shelf.subject(item.model().isEmpty() ? study.model() : item.model())
                        .with(item.settings());
                item.question().requireFits(own);
                plan.add(new Planned(item, name.name(), name.suffix(), own));
            } catch (BadInput bad) {
                throw new BadInput(String.valueOf(bad.getMessage())).at(item.place());
            }
        }
        return plan;
    }

    private void requireKnown(List<AnswerNames.AnswerName> names) {
        List<String> known = names.stream().map(AnswerNames.AnswerName::name).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw BadInput.unknownName("question", name, known).at(Place.ofOption("--only"));
            }
        }
    }

    /**
     * Checks all that can be checked before the work begins but for the folder.
     *
     * @return the names of the files that a run writes, but for those of figures
     * @throws BadInput if a question does not fit the model
     */
    public List<String> planned() {
        Shelf shelf = shelf();
        List<Planned> plan = plan(shelf);
        claimed(shelf);
        List<String> names = new ArrayList<>(names(plan));
        copies.ifPresent(them -> names.addAll(them.files().keySet()));
        return names;
    }

    private Shelf shelf() {
        return new Shelf(
                study.settings(),
                models,
                new SymbolicWork(time.limit().map(TimeLimit::new).orElse(TimeLimit.DEFAULT), SystemCache.standard()),
                new HashMap<>());
    }

    private List<ModelInstance> claimed(Shelf shelf) {
        List<ModelInstance> claimed = study.claims().stream()
                .map(claim -> shelf.subject(claim.model().isEmpty() ? study.model() : claim.model())
                        .with(claim.settings()))
                .toList();
        for (int i = 0; i < claimed.size(); i++) {
            Judge.requireFits(study.claims().get(i), claimed.get(i));
        }
        return claimed;
    }

    private List<String> names(List<Planned> plan) {
        List<String> names = new ArrayList<>();
        for (Planned planned : plan) {
            names.add(planned.name() + ".json");
            planned.item().question().tables().forEach(table -> names.add(table + planned.suffix() + ".csv"));
        }
        if (!study.claims().isEmpty()) {
            names.addAll(ClaimFiles.NAMES);
        }
        study.formats().forEach(format -> names.add("report." + format));
        names.add(ReportFiles.NOTEBOOK);
        if (study.formats().contains("tex") || study.formats().contains("pdf")) {
            names.add("references.bib");
        }
        return names;
    }

    private Answered answered(Planned planned, AnswerStore store, LimitedTime part, boolean goesOn) {
        try {
            Question question = planned.item().question();
            MadeBy madeBy = Provenance.of(planned.subject(), question, command);
            Optional<Answer> known =
                    resume ? store.find(planned.name(), question, planned.subject()) : Optional.empty();
            Answer answer = known.orElseGet(() -> made(planned, part, goesOn));
            files.writeJson(planned.name() + ".json", answer.document(madeBy));
            for (DataTable table : answer.tables()) {
                files.stream(table.name() + planned.suffix() + ".csv", table::writeTo, madeBy, answer.notes());
            }
            if (known.isEmpty()) {
                store.keep(planned.name(), question, planned.subject(), answer, madeBy);
            }
            return item(planned, Optional.of(answer), Optional.empty());
        } catch (UncheckedIOException | CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | VirtualMachineError | LinkageError | AssertionError failed) {
            return item(planned, Optional.empty(), Optional.of(Failure.of(failed)));
        }
    }

    /** Finished runs of SGD, and pieces of maps, survive an interrupt, and a resumed study takes them. */
    private Answer made(Planned planned, LimitedTime part, boolean goesOn) {
        Question question = planned.item().question();
        Path journal = files.folder().resolve(StudyFolder.ANSWERS).resolve(planned.name());
        try (Journal kept = Journal.open(journal, question, planned.subject(), goesOn)) {
            Answer answer =
                    part.whole(() -> question.answer(planned.subject(), work.keeping(new RememberedPieces(kept))));
            kept.delete();
            return answer;
        }
    }

    private static Answered item(Planned planned, Optional<Answer> answer, Optional<Failure> failure) {
        return new Answered(
                planned.name(),
                planned.suffix(),
                planned.item().question(),
                planned.subject(),
                answer,
                failure,
                planned.item().quiet());
    }
}
