package org.macrostate.engine.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.CallStages;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.ProgramStore;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.TextHash;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;

/** Derived systems and bound programs from earlier runs of this very build, by model and sizes. */
public final class SystemCache {
    /** The section of a model whose entries may be files. */
    private static final String OF_FILES = "spectra";

    private final Optional<CacheFolder> folder;
    private final String build;

    private SystemCache(Optional<CacheFolder> folder, String build) {
        this.folder = folder;
        this.build = build;
    }

    /** Keeps nothing. */
    public static SystemCache none() {
        return new SystemCache(Optional.empty(), "");
    }

    /** @param build of the program; entries of another are not taken */
    public static SystemCache in(Path folder, String build) {
        return new SystemCache(Optional.of(new CacheFolder(folder)), build);
    }

    /** Where the user's environment says, see {@link CachePlace}; none if the program is not run from its jar. */
    public static SystemCache standard() {
        return CachePlace.here()
                .flatMap(place -> ThisBuild.fingerprint().map(build -> in(place, build)))
                .orElseGet(SystemCache::none);
    }

    /**
     * The problem kept for a model's text, or the one read now, which is then kept unless the text may name other files.
     *
     * @param text of the model file
     */
    public LearningProblem problem(String text, Supplier<LearningProblem> read) {
        if (folder.isEmpty() || text.contains(OF_FILES)) {
            return read.get();
        }
        String key = String.join("|", "problem", build, TextHash.of(text));
        return kept(LearningProblem.class, key).orElseGet(() -> {
            LearningProblem problem = read.get();
            keep(key, problem);
            return problem;
        });
    }

    /**
     * The system kept for a problem, or the one derived now, which is then kept.
     *
     * @param settings of the derivation, as a text
     */
    public OrderParameterSystem system(
            LearningProblem problem, String settings, Supplier<OrderParameterSystem> derive) {
        if (folder.isEmpty()) {
            return derive.get();
        }
        String key = key("system", problem, settings);
        Optional<OrderParameterSystem> known = kept(KeptSystem.class, key).map(kept -> kept.of(problem));
        return known.orElseGet(() -> {
            OrderParameterSystem derived = derive.get();
            keep(key, KeptSystem.of(derived));
            return derived;
        });
    }

    /**
     * The analysis kept for a request, or the one made now, which is then kept.
     *
     * @param settings of the derivation, as a text
     */
    public ThresholdAnalysis thresholds(
            LearningProblem problem,
            String settings,
            Sizes sizes,
            ThresholdRequest request,
            Supplier<ThresholdAnalysis> analyse) {
        if (folder.isEmpty()) {
            return analyse.get();
        }
        String key = key("thresholds " + request, problem, settings + " " + new TreeMap<>(sizes.values()));
        return kept(ThresholdAnalysis.class, key).orElseGet(() -> {
            ThresholdAnalysis analysis = analyse.get();
            if (!analysis.isPart()) {
                keep(key, analysis);
            }
            return analysis;
        });
    }

    /** Programs of a system at given sizes. */
    public ProgramStore programs(LearningProblem problem, String settings, Sizes sizes) {
        if (folder.isEmpty()) {
            return ProgramStore.NONE;
        }
        return (name, build) -> {
            String key = key("program " + name, problem, settings + " " + new TreeMap<>(sizes.values()));
            Optional<Program> known = kept(Program.class, key).filter(SystemCache::isInOrder);
            return known.orElseGet(() -> {
                Program bound = build.get();
                if (!CallStages.hasCalls(bound)) {
                    keep(key, bound);
                }
                return bound;
            });
        };
    }

    private <R extends Record> Optional<R> kept(Class<R> type, String key) {
        return folder.flatMap(place -> place.read(key)).flatMap(bytes -> RecordCodec.read(type, bytes));
    }

    /** What cannot be written is not kept. */
    private void keep(String key, Record value) {
        try {
            byte[] bytes = RecordCodec.bytes(value);
            folder.ifPresent(place -> place.write(key, bytes));
        } catch (IllegalArgumentException | StackOverflowError notWritten) {
            return;
        }
    }

    /** Whether every operand of a program that was read is an earlier node, every input inside its array. */
    static boolean isInOrder(Program program) {
        List<Node> nodes = program.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            int place = i;
            if (nodes.get(i) instanceof Node.Input input && !isInside(input, program)
                    || nodes.get(i) instanceof Node.Result result
                            && result.operands().size() != result.operation().operands()
                    || !nodes.get(i).operands().stream().allMatch(operand -> operand >= 0 && operand < place)) {
                return false;
            }
        }
        return program.outputs().stream().allMatch(output -> output >= 0 && output < nodes.size());
    }

    private static boolean isInside(Node.Input input, Program program) {
        int length =
                switch (input.source()) {
                    case STATE -> program.stateLength();
                    case PARAMETER -> program.parameterLength();
                    case TIME -> 1;
                };
        return input.index() >= 0 && input.index() < length;
    }

    private String key(String what, LearningProblem problem, String settings) {
        return String.join("|", what, build, problem.hash(), problem.name(), settings);
    }
}
