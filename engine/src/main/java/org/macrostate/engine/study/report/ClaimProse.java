package org.macrostate.engine.study.report;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.report.FigureLabels;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.study.claim.Measured;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.language.Text;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.NumberLayout;
import org.macrostate.reports.typeset.StatementLayout;
import org.macrostate.reports.typeset.Typesetter;

/**
 * Sentences of a study's author: {@code `beta = rho + eta`} is a formula in the model's symbols, {@code {speedup}} a number
 * that was measured, outside its claim {@code {annealing.speedup}}.
 */
final class ClaimProse {
    private static final Pattern MARKED =
            Pattern.compile("`([^`]+)`|\\{([A-Za-z][A-Za-z0-9]*|[A-Za-z0-9][A-Za-z0-9_-]*\\.[A-Za-z][A-Za-z0-9]*)}");
    private static final int DIGITS = 4;
    private static final int DECIMALS = 8;

    private static final Pattern LETTER =
            Pattern.compile("(?<![\\p{L}\\p{N}'’.\\-])[NtT](?![\\p{L}\\p{N}'’\\-]|\\.[\\p{L}])");

    private final ModelInstance subject;
    private final Function<String, Optional<Measured>> measures;
    private final Typesetter typesetter;

    private ClaimProse(ModelInstance subject, Function<String, Optional<Measured>> measures) {
        this.subject = subject;
        this.measures = measures;
        this.typesetter = Typesetter.of(subject.problem());
    }

    ClaimProse(Judged judged) {
        this(
                judged.subject(),
                name -> Optional.ofNullable(judged.finding().measured().get(name)));
    }

    /** Around the claims, with the symbols of the study's own model. */
    ClaimProse(ReportInput input) {
        this(input.subject(), name -> input.claims().stream()
                .filter(judged -> name.startsWith(judged.finding().claim().name() + "."))
                .flatMap(judged -> Stream.ofNullable(judged.finding()
                        .measured()
                        .get(name.substring(judged.finding().claim().name().length() + 1))))
                .findFirst());
    }

    Prose of(String text) {
        Prose prose = Prose.EMPTY;
        Matcher marked = MARKED.matcher(text.strip());
        int at = 0;
        while (marked.find()) {
            prose = prose.and(words(text.strip().substring(at, marked.start())));
            String formula = marked.group(1);
            prose = prose.and(formula != null ? formula(formula) : number(marked.group(2)));
            at = marked.end();
        }
        return prose.and(words(text.strip().substring(at)));
    }

    /** Words, in which the letters N, t and T by themselves are the dimension and times. */
    private static Prose words(String text) {
        Prose prose = Prose.EMPTY;
        Matcher letter = LETTER.matcher(text);
        int at = 0;
        while (letter.find()) {
            prose = prose.and(text.substring(at, letter.start())).andMath(Layout.italic(letter.group()));
            at = letter.end();
        }
        return prose.and(text.substring(at));
    }

    private Prose formula(String text) {
        try {
            return Prose.math(layout(text.strip()));
        } catch (BadInput none) {
            return Prose.EMPTY.andCode(text);
        }
    }

    private Layout layout(String text) {
        int equals = equalsSign(text);
        if (equals > 0) {
            return Layout.equation(
                    layout(text.substring(0, equals).strip()),
                    layout(text.substring(equals + 1).strip()));
        }
        if (text.matches("-?\\d++\\.\\d++")) {
            return NumberLayout.of(Double.parseDouble(text), DECIMALS);
        }
        return FigureLabels.isSymbol(text) ? FormulaPhrases.symbol(typesetter, text) : expression(text);
    }

    /** In the names of the model; a formula with other names is set as it is written. */
    private Layout expression(String text) {
        try {
            return typesetter.of(SystemScope.read(subject.system(), Text.of(text)));
        } catch (BadInput unknown) {
            return StatementLayout.ofFormula(text, typesetter).orElseThrow(() -> unknown);
        }
    }

    /** Where the first equals sign of an equation is, no part of a comparison; -1 if there is none. */
    private static int equalsSign(String text) {
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '=' && "<>=!".indexOf(text.charAt(i - 1)) < 0 && text.charAt(i + 1) != '=') {
                return i;
            }
        }
        return -1;
    }

    private Prose number(String name) {
        Optional<Measured> found = measures.apply(name).filter(m -> m.why().isEmpty());
        if (found.isEmpty()) {
            return Prose.text("(not measured)");
        }
        Measured measured = found.get();
        return Double.isFinite(measured.error())
                ? Prose.number(measured.value(), DIGITS).and(" ± ").and(Prose.number(measured.error(), 1))
                : Prose.number(measured.value(), DIGITS);
    }
}
