package org.macrostate.engine.analysis.explore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macrostate.engine.analysis.LiveInput;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Program;
import org.macrostate.reports.code.CodeSource;
import org.macrostate.reports.code.ProgramJavaScript;
import org.macrostate.reports.code.SystemCode;

/** The equations of a page as code for a browser, and how large they may be. */
final class PageCode {
    private static final int LARGEST_PROGRAM = 40_000;

    /** In bytes; with the plotting library and what draws and integrates a page is below 400 kB beside its data. */
    private static final int LARGEST_CODE = 280_000;

    private static final String SMALLER = "fewer copies (--size) or a coarser --quadrature make them smaller";

    private PageCode() {}

    /** @throws BadInput if the equations are larger than those of a page should be, as far as their graph tells */
    static void requireSmall(ModelInstance subject) {
        int nodes = subject.compiled().bound().jacobian().nodes().size();
        if (nodes > LARGEST_PROGRAM) {
            throw new BadInput("the equations of " + subject.problem().name() + " are too large for a page: their "
                    + "derivatives take " + nodes + " operations, a page computes up to " + LARGEST_PROGRAM
                    + "; " + SMALLER);
        }
    }

    /**
     * The equations and thresholds in closed form, written out for a browser; a Jacobian that is too long, as that of sums over
     * nodes, or has functions without code, is made of differences in the page.
     *
     * @throws BadInput if they are larger than those of a page should be, or have functions for which there is no code
     */
    static String of(ModelInstance subject, List<LiveInput.Threshold> thresholds) {
        List<Formula> forms = new ArrayList<>();
        for (int i = 0; i < thresholds.size(); i++) {
            forms.add(new Formula("threshold " + (i + 1), thresholds.get(i).value()));
        }
        OrderParameterSystem system = subject.withFixedNodes();
        List<Double> parameters = Arrays.stream(subject.parameters()).boxed().toList();
        CodeSource source = new CodeSource(system, subject.sizes(), parameters, List.of());
        Program jacobian = BoundSystem.of(system, subject.sizes()).jacobian();
        String whole = ProgramJavaScript.isWritten(jacobian) ? SystemCode.javaScript(source, forms, jacobian) : "";
        String code = whole.isEmpty() || bytes(whole) > LARGEST_CODE ? SystemCode.javaScript(source, forms) : whole;
        int bytes = bytes(code);
        if (bytes > LARGEST_CODE) {
            throw new BadInput("the equations of " + subject.problem().name()
                    + " are too large for a page: written out "
                    + "they take " + bytes / 1000 + " kB, a page holds up to " + LARGEST_CODE / 1000 + " kB of them; "
                    + SMALLER);
        }
        return code;
    }

    private static int bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8).length;
    }
}
