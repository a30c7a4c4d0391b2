package org.macrostate.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.macrostate.engine.dataset.ColumnChoice;
import org.macrostate.engine.dataset.DataMatrix;
import org.macrostate.engine.dataset.DataSpectrum;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.report.Drawing;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.TextHash;
import org.macrostate.reports.live.LivePart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spectrum DATA.csv}: the eigenvalues of a data matrix's covariance, as models read them. */
@Command(
        name = "spectrum",
        description =
                "Eigenvalues of the covariance of a table, one observation a row, as models read them under 'spectra'.",
        footer = {
            "",
            "Examples:  macrostate spectrum data.csv --out eigenvalues.csv",
            "           macrostate spectrum data.csv --without class --normalise --plot"
        })
final class SpectrumCommand implements Callable<Integer>, DeclaredOptions.Mixed {
    private final Call call;

    @Parameters(
            index = "0",
            paramLabel = "DATA.csv",
            description = "a table of numbers between commas, semicolons or tabs; its first line may have names")
    private String file = "";

    @Option(names = "--only", paramLabel = "NAME,…", description = "only these columns, by name or by number from 1")
    private Optional<String> only = Optional.empty();

    @Option(names = "--without", paramLabel = "NAME,…", description = "all columns but these, such as a class")
    private Optional<String> without = Optional.empty();

    @Option(names = "--correlation", description = "of the correlations: columns are divided by their deviations")
    private boolean correlation;

    @Option(names = "--uncentred", description = "of the second moments: means are not subtracted")
    private boolean uncentred;

    @Option(names = "--normalise", description = "scale the eigenvalues to mean 1")
    private boolean normalise;

    private final CommonOptions options = new CommonOptions();

    private final FormatOption format = new FormatOption();

    private final PlotOption plot = new PlotOption();

    SpectrumCommand(Call call) {
        this.call = call;
    }

    @Override
    public void mixInto(CommandSpec own) {
        own.addMixin("common", options.spec());
        own.addMixin("format", format.spec());
        own.addMixin("plot", plot.spec());
    }

    @Override
    public Integer call() {
        if (correlation && uncentred) {
            throw new BadInput("--correlation and --uncentred ask for two matrices; leave one of them out");
        }
        plot.requireFits(options);
        format.requireFits(options, DataSpectrum.NAME, List.of(DataSpectrum.NAME));
        Optional<OutputTarget> target = options.out.map(path -> OutputTarget.of(path, options.force));
        target.ifPresent(to -> {
            to.requireForm(DataSpectrum.NAME, List.of(DataSpectrum.NAME), true, List.of());
            to.claim(
                    DataSpectrum.NAME,
                    List.of(DataSpectrum.NAME),
                    AnswerWriter.figureFiles(List.of(DataSpectrum.NAME)));
        });
        Path path = UserPath.of(file);
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(file);
        DataMatrix data = DataMatrix.read(path, choice());
        DataMatrix.Moments moments = correlation
                ? DataMatrix.Moments.CORRELATION
                : uncentred ? DataMatrix.Moments.UNCENTRED : DataMatrix.Moments.COVARIANCE;
        DataSpectrum spectrum = DataSpectrum.of(name, data, moments, normalise);
        new AnswerWriter(call.terminal(), options, format, plot)
                .write(new Computed(spectrum, madeBy(spectrum, path, name)), target);
        return ExitStatus.DONE.code();
    }

    private ColumnChoice choice() {
        return new ColumnChoice(
                only.map(Assignments::names), without.map(Assignments::names).orElse(List.of()));
    }

    /** A spectrum as it is delivered. */
    private record Computed(DataSpectrum answer, MadeBy madeBy) implements Deliverable {
        @Override
        public String name() {
            return DataSpectrum.NAME;
        }

        @Override
        public String title() {
            return "spectrum of " + answer.source();
        }

        @Override
        public String found() {
            return answer.found();
        }

        @Override
        public List<Supplier<Drawing>> drawings() {
            return List.of(() -> answer.drawing(MadeBy.thisProgram() + ", data " + answer.source()));
        }

        /** What standard output gets without a format is the table as CSV. */
        @Override
        public String words(Optional<String> file) {
            return answer.tables().get(0).csv();
        }

        @Override
        public List<String> wordEndings() {
            return List.of();
        }

        @Override
        public Optional<String> wordsFile() {
            return Optional.empty();
        }

        @Override
        public boolean isJson() {
            return false;
        }

        @Override
        public Optional<LivePart> live() {
            return Optional.empty();
        }
    }

    private MadeBy madeBy(DataSpectrum spectrum, Path path, String name) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("rows", spectrum.rows());
        sizes.put("columns", spectrum.eigenvalues().size());
        return new MadeBy(
                MadeBy.thisProgram(),
                name,
                hash(path),
                Map.of(),
                sizes,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Cli.normalised(call.args()));
    }

    /** Of the data, not of what came out of them. */
    private static String hash(Path path) {
        try {
            return TextHash.of(Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read '" + path + "'", failed);
        }
    }
}
