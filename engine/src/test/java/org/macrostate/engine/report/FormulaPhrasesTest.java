package org.macrostate.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.document.Inline;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.table.MathUnicode;
import org.macrostate.reports.typeset.Typesetter;

/** What users type, as readers see it: formulas between dollars. */
class FormulaPhrasesTest {
    private final Typesetter typesetter = Typesetter.of(BundledModels.problem("linear-vae"));

    private static String shown(Prose prose) {
        return prose.parts().stream()
                .map(part -> part instanceof Inline.Math m
                        ? "$" + MathUnicode.of(m.formula()) + "$"
                        : part instanceof Inline.Text t ? t.text() : "code")
                .collect(Collectors.joining());
    }

    @Test
    void goals_are_sentences_with_formulas() {
        assertEquals("the time until $ε_g < 0.01$", shown(FormulaPhrases.goal(typesetter, "time eps_g < 0.01")));
        assertEquals("the minimum of $ε_g$", shown(FormulaPhrases.goal(typesetter, "minimum eps_g")));
        assertEquals("$ε_g$ at $t$ = 100", shown(FormulaPhrases.goal(typesetter, "eps_g at 100")));
    }

    @Test
    void typed_formulas_are_set_whatever_names_they_have() {
        assertEquals("$|m[1,1]|$", shown(FormulaPhrases.typed(typesetter, "Abs[m[1,1]]")));
        assertEquals("$tanh(γ t)$", shown(FormulaPhrases.typed(typesetter, "Tanh[gamma t]")));
        assertEquals("code", shown(FormulaPhrases.typed(typesetter, "Tanh[gamma t")));
    }

    @Test
    void a_note_that_begins_with_an_equation_keeps_its_symbol() {
        String note = "beta = 1/eta + 2/(eta tau) + … (small tau) solves the condition";
        assertEquals(note + ".", NoteProse.sentence(note));
        assertEquals(
                "$β = 1/η + 2/(η τ)$ + … (small $τ$) solves the condition.",
                shown(NoteProse.of(typesetter, NoteProse.sentence(note))));
        assertEquals(
                "The runs don't end at $N$ = 200.", shown(NoteProse.of(typesetter, "The runs don't end at N = 200.")));
    }
}
