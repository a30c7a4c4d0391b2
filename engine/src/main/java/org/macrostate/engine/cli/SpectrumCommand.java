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
import java.util.stream.Collectors;
import org.macrostate.engine.dataset.ColumnChoice;
import org.macrostate.engine.dataset.DataMatrix;
import org.macrostate.engine.dataset.DataSpectrum;
import org.macrostate.engine.model.UserPath;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.report.AnswerPage;
import org.macrostate.engine.report.Drawing;
import org.macrostate.engine.report.DrawingFiles;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.TextHash;
import org.macrostate.reports.table.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spectrum DATA.csv}: the eigenvalues of a data matrix's covariance, as models read them. */
@Command(
        name = "spectrum",
        description = "Eigenvalues of the covariance of a table of numbers, one observation a row: what a model reads"
                + " under 'spectra: {S: {values: FILE}}'.",
        footer = {
            "",
            "Examples:  macrostate spectrum data.csv --out eigenvalues.csv",
            "           macrostate spectrum data.csv --without class --normalise --plot"
        })
final class SpectrumCommand implements Callable<Integer> {
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

    @Mixin
    private final CommonOptions options = new CommonOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final PlotOption plot = new PlotOption();

    SpectrumCommand(Call call) {
        this.call = call;
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
            to.claim(DataSpectrum.NAME, List.of(DataSpectrum.NAME), DrawingFiles.names(DataSpectrum.NAME));
        });
        Path path = UserPath.of(file);
        String name =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(file);
        DataMatrix data = DataMatrix.read(path, choice());
        DataMatrix.Moments moments = correlation
                ? DataMatrix.Moments.CORRELATION
                : uncentred ? DataMatrix.Moments.UNCENTRED : DataMatrix.Moments.COVARIANCE;
        deliver(target, DataSpectrum.of(name, data, moments, normalise), path, name);
        return ExitStatus.DONE.code();
    }

    private ColumnChoice choice() {
        return new ColumnChoice(
                only.map(Assignments::names), without.map(Assignments::names).orElse(List.of()));
    }

    private void deliver(Optional<OutputTarget> target, DataSpectrum spectrum, Path path, String name) {
        MadeBy madeBy = madeBy(spectrum, path, name);
        Drawing drawing = spectrum.drawing(MadeBy.thisProgram() + ", data " + name);
        if (target.isPresent()) {
            write(target.get(), spectrum, drawing, madeBy);
        } else if (options.json || format.isJson()) {
            call.terminal().out().print(JsonText.of(spectrum.document(madeBy)) + "\n");
        } else if (!plot.wanted) {
            String csv = spectrum.tables().get(0).csv();
            call.terminal().show(format.text(spectrum.tables(), csv).orElse(csv));
        }
        if (plot.wanted) {
            call.terminal().out().print(plot.drawn(drawing.figure(), call.terminal()));
        }
        if (target.isPresent() && !options.quiet) {
            OutputFiles files = target.get().files();
            String written = files.written().stream()
                    .filter(n -> !n.endsWith(".meta.json"))
                    .map(n -> files.folder().resolve(n).toString())
                    .collect(Collectors.joining(", "));
            call.terminal().show(spectrum.found() + "\nwritten: " + written + "\n");
        } else if (!options.quiet) {
            call.terminal().tell("macrostate: " + spectrum.found());
        }
        Delivery.told(call.terminal(), spectrum.notes());
    }

    private void write(OutputTarget to, DataSpectrum spectrum, Drawing drawing, MadeBy madeBy) {
        if (to.isFigure(List.of())) {
            DrawingFiles.alone(to.files(), to.file().orElseThrow(), drawing, spectrum.tables(), plot.width(), madeBy);
        } else if (to.ending().equals("html")) {
            String page = AnswerPage.of(
                    "spectrum of " + spectrum.source(),
                    spectrum.found(),
                    List.of(drawing),
                    spectrum.tables(),
                    Optional.empty(),
                    spectrum.notes(),
                    madeBy.program());
            to.files().write(to.file().orElseThrow(), page, madeBy);
        } else {
            to.write(DataSpectrum.NAME, spectrum, format::asked, spectrum::found, madeBy);
            if (to.file().isEmpty()) {
                DrawingFiles.write(to.files(), drawing, madeBy);
            }
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
