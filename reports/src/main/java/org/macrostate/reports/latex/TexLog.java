package org.macrostate.reports.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What TeX's log says. */
public final class TexLog {
    private static final Pattern ERROR = Pattern.compile("(?m)^(?:! .*|\\S+?:[0-9]+: .*)$");
    private static final Pattern OVERFULL =
            Pattern.compile("Overfull \\\\[hv]box \\(([0-9.]+)pt too (?:wide|high)\\)[^\\n]*");

    private TexLog() {}

    /** The first error, or that there is none to be read. */
    public static String firstError(String log) {
        Matcher m = ERROR.matcher(log);
        return m.find() ? m.group() : "pdflatex stopped without an error in its log";
    }

    public static boolean asksForAnotherRun(String log) {
        return log.contains("Rerun to get") || log.contains("Rerun LaTeX") || log.contains("Label(s) may have changed");
    }

    /** Boxes that reach over their margin by more than so many points. */
    public static List<String> overfull(String log, double points) {
        List<String> found = new ArrayList<>();
        Matcher m = OVERFULL.matcher(log);
        while (m.find()) {
            if (Double.parseDouble(m.group(1)) > points) {
                found.add(m.group());
            }
        }
        return List.copyOf(found);
    }

    /** Lines about references and citations that lead nowhere. */
    public static List<String> undefined(String log) {
        return log.lines()
                .filter(l -> l.contains("Warning") && l.contains("undefined"))
                .toList();
    }
}
