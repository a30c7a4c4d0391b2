package org.macrostate.engine.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.engine.study.StudyCopies;
import org.macrostate.engine.study.StudyFile;
import org.macrostate.engine.study.StudyReader;
import org.macrostate.engine.study.StudyRun;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.Verdict;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.reports.table.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code study STUDY --out DIR}: all of a study's questions, and the report. */
@Command(
        description = "Answer all questions of a study and write the report.",
        footer = {"", "Example:  macrostate study posterior-collapse --out posterior-collapse"})
final class StudyCommand implements Callable<Integer>, DeclaredOptions.Mixed {
    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY", description = "a study file, or the name of a bundled study")
    private String study = "";

    private final CommonOptions common = new CommonOptions();

    @Option(names = "--resume", description = "take the answers that the folder already has, and go on from there")
    private boolean resume;

    @Option(
            names = "--only",
            paramLabel = "NAME,…",
            description = "only these questions, by their names in the folder; claims are left out")
    private Optional<String> only = Optional.empty();

    @Option(names = "--set", paramLabel = "p=value,…", description = "parameters, over those of the study")
    private List<String> set = List.of();

    @Option(
            names = "--time-limit",
            paramLabel = "s",
            description = {
                "seconds for all questions together: each may take an equal part of what is left, those that need more are",
                "asked again at the end, and what is not answered by then is said, with exit status 3"
            })
    private Optional<String> timeLimit = Optional.empty();

    @Option(names = "--dry-run", description = "check the study, list what it would write, and do nothing")
    private boolean dryRun;

    StudyCommand(Call call) {
        this.call = call;
    }

    @Override
    public void mixInto(CommandSpec own) {
        own.addMixin("common", common.spec());
    }

    @Override
    public Integer call() {
        boolean isBundled = BundledStudies.names().contains(study);
        Path path = UserPath.of(study);
        if (!isBundled && !Files.exists(path)) {
            throw looksLikeFile() ? new BadInput("there is no study file '" + study + "'") : unknown();
        }
        String text = isBundled ? BundledStudies.text(study) : ModelFile.text(path);
        StudyFile file = StudyReader.read(text, isBundled ? study + ".yaml" : study)
                .under(ModelOptions.merged("--set", set, Assignments::numbers));
        List<String> wanted = only.map(Assignments::names).orElse(List.of());
        Path folder =
                isBundled ? Path.of("") : Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        if (common.out.isEmpty() && !dryRun) {
            throw new BadInput("study needs --out FOLDER");
        }
        Path out = common.out.map(OutputTarget::named).orElse(Path.of(""));
        ShutdownMessage message = new ShutdownMessage(() -> stopped(out));
        try {
            OutputFiles files = new OutputFiles(out, common.force);
            StudyRun run = new StudyRun(
                    file,
                    name -> ModelSource.read(name, folder),
                    files,
                    resume,
                    common.work(call.terminal()),
                    ModelOptions.time(timeLimit),
                    Cli.normalised(call.args()) + " --out " + file.name(),
                    Optional.of(new StudyCopies(text, name -> ModelSource.text(name, folder))),
                    wanted);
            if (dryRun) {
                List<String> names = run.planned();
                if (common.out.isPresent()) {
                    files.claim(names);
                }
                names.forEach(name -> call.terminal().show(out.resolve(name) + "\n"));
                return ExitStatus.DONE.code();
            }
            return delivered(run.run(), out);
        } catch (BadInput bad) {
            throw bad.at(Place.ofOption(study));
        } catch (UncheckedIOException unwritten) {
            throw new BadInput(
                    Cli.said(unwritten) + "; what was finished is in the folder, --resume goes on from there");
        } finally {
            message.close();
        }
    }

    private void stopped(Path out) {
        call.terminal()
                .tell("macrostate: stopped; what is finished is in '" + out
                        + "', and the same command with --resume goes on from there");
    }

    private boolean looksLikeFile() {
        return study.contains("/") || study.endsWith(".yaml") || study.endsWith(".yml");
    }

    private BadInput unknown() {
        return BadInput.unknownName("study", study, BundledStudies.names());
    }

    private int delivered(StudyRun.Result result, Path out) {
        ExitStatus status = ExitStatus.DONE;
        for (Answered item : result.items()) {
            Optional<String> trouble = trouble(item);
            if (trouble.isPresent()) {
                call.terminal().tell("macrostate: " + item.name() + ": " + trouble.get() + earlier(item, out));
            }
            item.answer()
                    .ifPresent(answer -> Delivery.told(
                            call.terminal(),
                            answer.notes().stream()
                                    .map(note -> item.name() + ": " + note)
                                    .toList()));
            item.failure().filter(failure -> common.debug).ifPresent(failure -> failure.cause()
                    .printStackTrace(call.terminal().err()));
            ExitStatus own = ExitStatus.of(item);
            status = own.code() > status.code() ? own : status;
        }
        for (ClaimFinding finding : result.claims()) {
            if (finding.verdict() != Verdict.HOLDS) {
                call.terminal()
                        .tell("macrostate: the claim '" + finding.claim().title() + "' "
                                + finding.verdict().text() + ": " + finding.met() + " of "
                                + finding.criteria().size() + " criteria are met");
            }
            ExitStatus own = finding.verdict() == Verdict.FAILS
                    ? ExitStatus.CHECK_FAILED
                    : finding.verdict() == Verdict.HOLDS ? ExitStatus.DONE : ExitStatus.NOT_CONVERGED;
            status = own.code() > status.code() ? own : status;
        }
        result.messages().forEach(message -> call.terminal().tell(message));
        List<String> reports = new ArrayList<>();
        result.report().forEach(name -> reports.add(out.resolve(name).toString()));
        if (common.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("report", reports);
            result.claims()
                    .forEach(finding -> json.put(
                            "claim " + finding.claim().name(), finding.verdict().text()));
            call.terminal().out().print(JsonText.document(json));
        } else if (!reports.isEmpty()) {
            verdicts(result.claims());
            call.terminal()
                    .show("report: " + reports.get(0)
                            + (reports.size() > 1
                                    ? " (also " + String.join(", ", reports.subList(1, reports.size())) + ")"
                                    : "")
                            + "\n");
        }
        return status.code();
    }

    private void verdicts(List<ClaimFinding> findings) {
        for (ClaimFinding finding : findings) {
            call.terminal()
                    .show(finding.claim().title() + ": " + finding.verdict().text() + " (" + finding.met() + " of "
                            + finding.criteria().size() + " criteria met)\n");
        }
    }

    /**
     * Files of an earlier run for questions that this run does not answer, so that they are not taken for results of this run.
     */
    private static String earlier(Answered item, Path out) {
        if (item.answer().isPresent()) {
            return "";
        }
        List<String> names = new ArrayList<>(List.of(item.name() + ".json"));
        item.question().tables().forEach(table -> names.add(table + item.suffix() + ".csv"));
        names.removeIf(name -> !Files.exists(out.resolve(name)));
        return names.isEmpty()
                ? ""
                : "; " + String.join(", ", names) + " in '" + out + "' " + (names.size() == 1 ? "is that" : "are those")
                        + " of an earlier run";
    }

    private static Optional<String> trouble(Answered item) {
        if (item.failure().isPresent()) {
            return item.failure().map(failure -> "not answered: " + failure.why());
        }
        Outcome outcome = item.answer().orElseThrow().outcome();
        if (outcome instanceof Outcome.CheckFailed failed) {
            return Optional.of("the check failed: " + failed.why());
        }
        return outcome instanceof Outcome.NotConverged failed
                ? Optional.of("not converged: " + failed.why())
                : Optional.empty();
    }
}
