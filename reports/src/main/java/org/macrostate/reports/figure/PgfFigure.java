package org.macrostate.reports.figure;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.macrostate.reports.document.PaperWidth;
import org.macrostate.reports.document.VisibleText;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;
import org.macrostate.reports.figure.AxisTicks.Tick;
import org.macrostate.reports.figure.Figure.Legend;

/** Figures as pgfplots code that reads the CSV files beside it, for users to restyle. */
public final class PgfFigure {
    /** What a document must load before {@code \begin{document}}; Debian has it in texlive-pictures. */
    public static final String PREAMBLE = """
            \\usepackage{amsmath,amssymb}
            \\usepackage{pgfplots}
            \\pgfplotsset{compat=1.16}
            \\usepgfplotslibrary{fillbetween}
            \\usetikzlibrary{patterns}
            % rows where={column}{text}: only the rows of a table that hold this text in this column
            \\makeatletter
            \\pgfplotsset{
              rows where/.style 2 args={x filter/.append code={\\macrostate@only{\\thisrow{#1}}{#2}}},
              rows whereno/.style 2 args={x filter/.append code={\\macrostate@only{\\thisrowno{#1}}{#2}}}}
            \\newcommand\\macrostate@only[2]{\\edef\\macrostate@a{#1}\\edef\\macrostate@b{#2}%
              \\ifx\\macrostate@a\\macrostate@b\\else\\let\\pgfmathresult\\pgfutil@empty\\fi}
            \\makeatother
            """;

    private static final String GAP = "{\\ifx\\pgfmathresult\\empty\\def\\pgfmathresult{nan}\\fi}";

    private PgfFigure() {}

    /**
     * The figure as a {@code tikzpicture}, to be input where {@link #PREAMBLE} was loaded. Its width and height are
     * the first options to change.
     */
    public static String render(Figure figure) {
        return render(figure, PaperWidth.TEXT);
    }

    private static String render(Figure figure, PaperWidth width) {
        FigureLayout layout = FigureLayout.of(figure);
        var layers = new PgfLayers(layout);
        String body = figure.layers().stream().map(l -> layers.code(figure, l)).collect(Collectors.joining());
        return (figure.madeBy().isEmpty() ? "" : "% " + VisibleText.of(figure.madeBy()) + "\n")
                + "\\begin{tikzpicture}\n" + layers.colours() + "\\begin{axis}[\n" + options(figure, layout, width)
                + "]\n"
                + body + "\\end{axis}\n\\end{tikzpicture}\n";
    }

    /** A sheet: its figures scaled to their share of the line, row by row. */
    public static String render(FigureSheet sheet) {
        String share = FigureNumbers.coordinate(0.98 / sheet.columns());
        StringBuilder tex =
                new StringBuilder(sheet.madeBy().isEmpty() ? "" : "% " + VisibleText.of(sheet.madeBy()) + "\n");
        tex.append("\\begin{minipage}{\\linewidth}\n");
        for (var row : sheet.rows()) {
            tex.append("\\noindent");
            for (var place : row) {
                tex.append("\\begin{minipage}[t]{").append(share).append("\\linewidth}\\strut\n");
                place.ifPresent(figure -> tex.append("\\resizebox{\\linewidth}{!}{%\n")
                        .append(render(figure))
                        .append("}"));
                tex.append("\\end{minipage}\\hfill\n");
            }
            tex.append("\\par\\medskip\n");
        }
        return tex.append("\\end{minipage}\n").toString();
    }

    /** The figure to be input into a paper that knows nothing of {@link #PREAMBLE}, and a comment on what it needs. */
    public static String fragment(Figure figure, PaperWidth width) {
        return fragment(render(figure, width));
    }

    /** The same of a sheet, as wide as the line. */
    public static String fragment(FigureSheet sheet) {
        return fragment(render(sheet));
    }

    private static String fragment(String code) {
        String definitions = PREAMBLE.lines()
                .filter(line -> !line.startsWith("\\use") && !line.contains("compat="))
                .map(line -> line.replace("\\newcommand\\macrostate@only", "\\providecommand\\macrostate@only"))
                .collect(Collectors.joining("\n", "", "\n"));
        return "% needs \\usepackage{amsmath,amssymb,pgfplots} \\pgfplotsset{compat=1.16} \\usepgfplotslibrary{fillbetween}"
                + " \\usetikzlibrary{patterns}\n"
                + "% reads CSV files beside the main file; elsewhere: \\pgfplotsset{table/search path={FOLDER}}\n"
                + definitions + code;
    }

    /**
     * A document of its own with just the figure, on a page of its size; it needs no more than reports do. What made it is
     * in the PDF's metadata.
     */
    public static String standalone(Figure figure, PaperWidth width) {
        return standalone(render(figure, width), figure.madeBy());
    }

    /** The same of a sheet. */
    public static String standalone(FigureSheet sheet) {
        return standalone(render(sheet), sheet.madeBy());
    }

    private static String standalone(String code, String madeBy) {
        return "\\documentclass{article}\n" + PREAMBLE
                + "\\pdfinfo{/Creator (" + pdfText(madeBy) + ")}\n"
                + "\\pagestyle{empty}\\setlength{\\parindent}{0pt}\n"
                + "\\newsavebox\\macrostatefigure\n\\begin{document}\n\\begin{lrbox}{\\macrostatefigure}%\n"
                + code
                + "\\end{lrbox}\n"
                + "\\pdfpagewidth=\\dimexpr\\wd\\macrostatefigure+4pt\\relax\n"
                + "\\pdfpageheight=\\dimexpr\\ht\\macrostatefigure+\\dp\\macrostatefigure+4pt\\relax\n"
                + "\\hoffset=\\dimexpr2pt-1in\\relax\\voffset=\\dimexpr2pt-1in\\relax\n"
                + "\\shipout\\vbox{\\hbox{\\usebox{\\macrostatefigure}}}\n\\end{document}\n";
    }

    /** Plain ASCII without what PDF strings and TeX read as their own. */
    private static String pdfText(String text) {
        return text.replaceAll("[^ A-Za-z0-9.,:;/=+_-]", " ").replace('_', '-').strip();
    }

    private static String options(Figure figure, FigureLayout layout, PaperWidth width) {
        boolean isColumn = width == PaperWidth.COLUMN;
        Legend legend = isColumn && layout.legend() == Legend.OUTSIDE ? Legend.BELOW : layout.legend();
        double beside = legend == Legend.OUTSIDE ? Math.min(4.5, (layout.key().width() + 12) / 52) : 0;
        var options = new StringBuilder();
        option(options, "width", FigureNumbers.coordinate(width.figure() - beside) + "cm");
        option(options, "height", FigureNumbers.coordinate(width.height()) + "cm");
        figure.title().ifPresent(title -> option(options, "title", braced(title)));
        axis(options, "x", figure.x(), layout.x().range(), layout.xTicks());
        axis(options, "y", figure.y(), layout.y().range(), layout.yTicks());
        if (layout.uprightNames()) {
            option(options, "x tick label style", "{rotate=90, anchor=east, font=\\scriptsize}");
        } else if (!figure.x().names().isEmpty()) {
            option(options, "x tick label style", "{text height=1.6ex, text depth=0.6ex}");
        }
        option(options, "legend cell align", "left");
        option(
                options,
                "legend style",
                "{" + place(legend, width)
                        + ", inner sep=1pt, draw=none, fill=white, fill opacity=0.85, text opacity=1,"
                        + (isColumn ? " font=\\scriptsize}" : " font=\\footnotesize}"));
        option(options, "title style", "{align=center, text width=0.95*\\pgfkeysvalueof{/pgfplots/width}}");
        option(options, "label style", isColumn ? "{font=\\small}" : "{font=\\normalsize}");
        option(
                options,
                "tick label style",
                "{font=" + (isColumn ? "\\footnotesize" : "\\small") + ", /pgf/number format/1000 sep={}}");
        options.append("  axis on top, unbounded coords=jump, filter discard warning=false,\n");
        // an empty field of a table interrupts a line
        option(options, "x filter/.append code", GAP);
        option(options, "y filter/.append code", GAP);
        return options.toString();
    }

    private static void axis(StringBuilder options, String name, Axis axis, Range range, AxisTicks ticks) {
        if (!axis.label().isEmpty()) {
            option(options, name + "label", braced(axis.label()));
        }
        if (axis.scale() == Scale.LOG) {
            option(options, name + "mode", "log");
        }
        option(
                options,
                name + "min",
                FigureNumbers.value(range.low()) + ", " + name + "max=" + FigureNumbers.value(range.high()));
        boolean named = !axis.names().isEmpty();
        if (!named && axis.scale() == Scale.LINEAR && ticks.factor().isEmpty()) {
            // Left to itself pgfplots prints small ticks among plain ones as powers of ten.
            option(options, name + "ticklabel style", "{/pgf/number format/fixed, /pgf/number format/precision=5}");
        }
        // On less than two decades pgfplots would print powers of ten with broken exponents.
        if (named || (axis.scale() == Scale.LOG && range.high() / range.low() < 100)) {
            option(options, name + "tick", list(ticks, t -> FigureNumbers.value(t.value())));
            option(
                    options,
                    name + "ticklabels",
                    list(ticks, t -> named ? braced(axis.names().get((int) t.value() - 1)) : number(t)));
        }
    }

    private static String list(AxisTicks ticks, Function<Tick, String> text) {
        return ticks.major().stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(Tick tick) {
        return "{$" + tick.label().replace("×", "\\times ").replace('−', '-') + "$}";
    }

    private static void option(StringBuilder options, String key, String value) {
        options.append("  ").append(key).append('=').append(value).append(",\n");
    }

    private static String braced(Label label) {
        return "{" + label.tex() + "}";
    }

    private static String place(Legend legend, PaperWidth width) {
        return switch (legend) {
            case TOP_LEFT -> "at={(0.02,0.98)}, anchor=north west";
            case BOTTOM_LEFT -> "at={(0.02,0.02)}, anchor=south west";
            case BOTTOM_RIGHT -> "at={(0.98,0.02)}, anchor=south east";
            case OUTSIDE -> "at={(1.03,1)}, anchor=north west";
            case BELOW -> "at={(0.5," + (width == PaperWidth.COLUMN ? "-0.28" : "-0.22") + ")}, anchor=north";
            case TOP_RIGHT, AUTO, NONE -> "at={(0.98,0.98)}, anchor=north east";
        };
    }
}
