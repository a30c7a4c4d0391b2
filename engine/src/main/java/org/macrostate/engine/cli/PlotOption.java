package org.macrostate.engine.cli;

import java.util.List;
import java.util.Locale;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.figure.Figure;
import org.macrostate.reports.figure.TerminalFigure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code --plot}: a figure drawn with characters. */
final class PlotOption implements DeclaredOptions.Shared {
    private static final int USUAL = 80;
    private static final String AUTO = "auto";
    private static final List<String> COLORS = List.of(AUTO, "always", "never");

    boolean wanted;
    boolean standalone;
    private boolean twoColumn;
    private String color = AUTO;

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addOption(DeclaredOptions.flag(given -> wanted = given, "--plot")
                        .description(
                                "a small plot on standard output in place of the table (with --out: beside the files);",
                                "as wide as the terminal, or as the variable COLUMNS says")
                        .build())
                .addOption(DeclaredOptions.flag(given -> standalone = given, "--standalone")
                        .description(
                                "with --out NAME.tex: only the figure, for \\input into a paper, and the CSV files that it reads beside it")
                        .build())
                .addOption(DeclaredOptions.flag(given -> twoColumn = given, "--two-column")
                        .description(
                                "with --out NAME.tex or NAME.pdf: a figure of 8 cm, for a column of a two-column paper")
                        .build())
                .addOption(DeclaredOptions.text("auto|always|never", given -> color = given.orElse(AUTO), "--color")
                        .description("colours of --plot; auto asks the terminal and NO_COLOR")
                        .build());
    }

    void requireFits(CommonOptions options) {
        if (!COLORS.contains(color)) {
            throw BadInput.unknownName("value of --color", color, COLORS);
        }
        if (wanted && options.json) {
            throw new BadInput("--plot and --json both ask for standard output; leave one of them out");
        }
        if (twoColumn
                && options.out
                        .filter(path -> path.endsWith(".tex") || path.endsWith(".pdf"))
                        .isEmpty()) {
            throw new BadInput("--two-column sets the width of a figure for a paper: say where with --out NAME.tex or "
                    + "--out NAME.pdf"
                    + options.out.map(path -> ", found --out " + path).orElse(""));
        }
        boolean named = options.out.map(path -> path.endsWith(".tex")).orElse(false);
        if (standalone && !named) {
            throw new BadInput("--standalone writes a figure for LaTeX: say where with --out NAME.tex"
                    + options.out.map(path -> ", found --out " + path).orElse(""));
        }
    }

    PaperWidth width() {
        return twoColumn ? PaperWidth.COLUMN : PaperWidth.TEXT;
    }

    String drawn(Figure figure, Terminal terminal) {
        boolean person = terminal.outInteractive();
        boolean coloured = color.equals("always") || color.equals(AUTO) && person && System.getenv("NO_COLOR") == null;
        return TerminalFigure.render(figure, width(person), isUnicode(), coloured);
    }

    private static int width(boolean person) {
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("[0-9]{1,4}")) {
            return Integer.parseInt(columns);
        }
        return person ? new UsageMessageSpec().autoWidth(true).width() : USUAL;
    }

    /** By the locale: a terminal that is not said to show Unicode gets ASCII. */
    private static boolean isUnicode() {
        String encoding = System.getProperty("native.encoding", "UTF-8").toUpperCase(Locale.ROOT);
        return encoding.contains("UTF") && !"dumb".equals(System.getenv("TERM"));
    }
}
