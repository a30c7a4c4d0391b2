package org.macrostate.engine.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Journaled;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.option.AnalysisDeclaration;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.engine.sweep.Job;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command of an analysis, made from what the analysis declares. */
final class AnalysisCommand<Q extends Question, A extends Answer> implements Callable<Integer> {
    /** Options whose assignments add up when they are given again; of one name the last holds. */
    private static final List<String> REPEATED = List.of("set", "size");

    private final Call call;
    private final Analysis<Q, A> analysis;
    private final AnalysisDeclaration declaration;
    private final CommandSpec spec;
    private final ModelOptions model = new ModelOptions();
    private final CommonOptions common = new CommonOptions();
    private final PlotOption plot = new PlotOption();
    private final FormatOption format = new FormatOption();
    private final ResumeOption resume;

    private AnalysisCommand(Call call, Analysis<Q, A> analysis) {
        this.call = call;
        this.analysis = analysis;
        this.declaration = analysis.declaration();
        this.resume = analysis.journal().filter(Journaled.TASKS::equals).isPresent()
                ? new ResumeOption.OrShard()
                : new ResumeOption();
        this.spec = CommandSpec.wrapWithoutInspection(this).name(declaration.name());
        spec.usageMessage()
                .description(declaration.summary())
                .footer(declaration.footer().toArray(String[]::new));
        spec.addMixin("model", model.spec());
        spec.addMixin("common", common.spec());
        if (declaration.options().stream().noneMatch(option -> option.names().contains("format"))) {
            spec.addMixin("format", format.spec());
        }
        if (analysis.hasFigures()) {
            spec.addMixin("plot", plot.spec());
        }
        if (analysis.journal().isPresent()) {
            spec.addMixin("resume", resume.spec());
        }
        SettingsOptions.all().forEach(option -> spec.addOption(option(option)));
        declaration.options().forEach(option -> spec.addOption(option(option)));
    }

    static <Q extends Question, A extends Answer> CommandLine of(Call call, Analysis<Q, A> analysis) {
        return new CommandLine(new AnalysisCommand<>(call, analysis).spec);
    }

    private static OptionSpec option(AnalysisOption<?> option) {
        String[] names = option.names().stream().map(name -> "--" + name).toArray(String[]::new);
        OptionSpec.Builder builder = OptionSpec.builder(names)
                .description(option.said().toArray(String[]::new))
                .required(option.isRequired());
        if (option.type().isFlag()) {
            return builder.type(boolean.class).arity("0").build();
        }
        builder.type(String.class).paramLabel(option.label()).arity("1");
        if (REPEATED.contains(option.name())) {
            builder.type(List.class).auxiliaryTypes(String.class);
        }
        option.bare().ifPresent(value -> builder.arity("0..1").fallbackValue(value));
        return builder.build();
    }

    @Override
    public Integer call() {
        Q question = analysis.question(values(declaration.options()));
        Optional<String> sent = call.offered().map(Job::modelText);
        String text = sent.orElseGet(model::text);
        ModelInstance subject = model.subject(text, SettingsOptions.settings(values(SettingsOptions.all())));
        if (call.offered().isPresent()) {
            return JobTasks.offered(question, subject, call.offered().get());
        }
        Optional<Job> job = call.cluster().map(cluster -> JobTasks.job(call.args(), text, question, subject));
        return new AnswerDelivery<>(
                        call,
                        analysis,
                        question,
                        subject,
                        common,
                        format,
                        plot,
                        resume.wanted,
                        resume.part(),
                        job,
                        model.time())
                .deliver();
    }

    /** What was given of some options. */
    private OptionValues values(List<AnalysisOption<?>> options) {
        Map<String, String> given = new HashMap<>();
        for (AnalysisOption<?> option : options) {
            OptionSpec of = spec.findOption("--" + option.name());
            if (of != null && spec.commandLine().getParseResult().hasMatchedOption(of)) {
                Object value = of.getValue();
                given.put(
                        option.name(),
                        value instanceof List<?> repeated
                                ? merged(repeated.stream().map(String::valueOf).toList())
                                : String.valueOf(value));
            }
        }
        return OptionValues.ofCommand(options, given, common.out);
    }

    /** Assignments of an option that was given several times as one text; of a name the last option's holds. */
    private static String merged(List<String> texts) {
        List<String> all = new ArrayList<>();
        for (String text : texts) {
            List<String> items = Assignments.items(text);
            List<String> names = items.stream().map(AnalysisCommand::name).toList();
            all.removeIf(item -> names.contains(name(item)));
            all.addAll(items);
        }
        return String.join(",", all);
    }

    private static String name(String item) {
        int equals = item.indexOf('=');
        return (equals < 0 ? item : item.substring(0, equals)).replace(" ", "");
    }
}
