package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.symmetry.SymmetricAnsatz;
import org.macrostate.equations.symmetry.SymmetricSubspace;
import org.macrostate.equations.tensor.ExpressionText;

/** Neighbouring places in flows: what is written is what is shown, and what is no place is told. */
class NeighboursTest {
    private static OrderParameterSystem flow(String rate) {
        return Derivation.of(ModelFile.read(
                "model: line\nsizes: {n: 6, m: 3}\nparameters: {r: 1, g: {copies: n, value: 1}}\n"
                        + "scalars: {u: {copies: n}, w: {copies: [n, m]}}\n"
                        + "flow: {\"u[k]\": \"" + rate + "\", \"w[k,l]\": \"-w[k,l]\"}\n",
                "line"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u[k-1] + u[k+1] - 2 u[k]",
                "u[k-2] - u[k]^3",
                "u[Mod[k+1, n, 1]] u[Mod[k-1, n, 1]] - u[k]",
                "u[Max[k-1, 1]] + u[Min[k+2, n]] - 2 u[k]",
                "g[k+1] u[k] + k/n",
                "KroneckerDelta[k, n] - u[k]",
                "KroneckerDelta[k, n-1] u[k-1] + KroneckerDelta[k, 2]",
                "Sum[w[k+1,l], {l, m}] - u[k]",
                "w[k-1,1] - u[k]"
            })
    void what_is_written_is_what_is_shown_and_reads_back(String rate) {
        OrderParameterSystem system = flow(rate);
        String shown = ExpressionText.of(system.equations().get(0).rate());
        OrderParameterSystem again = flow(shown);
        assertEquals(system.equations().get(0).rate(), again.equations().get(0).rate());
        assertEquals(shown, ExpressionText.of(again.equations().get(0).rate()));
        for (String part : rate.split(" (?=[-+u])")) {
            String name = part.replaceAll("^[-+] ", "");
            if (name.startsWith("u[")) {
                assertTrue(shown.contains(name), () -> shown + " has no " + name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "u[2 k]; a neighbour: j+1 and j-1",
                "u[k/2]; a neighbour: j+1 and j-1",
                "u[k+1/2]; a neighbour: j+1 and j-1",
                "u[k+r]; a neighbour: j+1 and j-1",
                "u[k+k]; a neighbour: j+1 and j-1",
                "u[Mod[k+1, n]]; Mod[j+1, n, 1] on a ring",
                "u[Mod[k+1, m, 1]]; Mod[j+1, n, 1] on a ring",
                "u[Max[k+1, 1]]; Max[j-1, 1] and Min[j+1, n]",
                "u[Min[k+1, m]]; Max[j-1, 1] and Min[j+1, n]",
                "u[k+101]; at most 100 places away, found 101",
                "u[j+1]; unknown index 'j'; did you mean 'k'?",
                "u[7]; 'u' has n = 6 copies, found index 7",
                "u[0]; an index is a name or a whole number from 1",
                "w[k,k+1]; index 'k' runs to n, but 'w' has m copies",
                "u[k-1; is not closed",
                "Sum[u[j+1], {j, m}]; index 'j' runs to m, but 'u' has n copies"
            })
    void what_is_no_place_is_told(String rate, String message) {
        BadInput told = assertThrows(BadInput.class, () -> flow(rate));
        assertTrue(told.getMessage().contains(message.strip()), told::getMessage);
    }

    @Test
    void losses_have_no_neighbours() {
        BadInput told = assertThrows(
                BadInput.class,
                () -> ModelFile.read(
                        "model: a\nsizes: {K: 2}\nvectors: {w: {copies: K, rate: 1}}\nsamples: {x: noise}\n"
                                + "fields: {h: w . x}\nloss: Sum[h[k] h[k+1], {k, K}]\norder: {Q: w . w}\n",
                        "a"));
        assertTrue(told.getMessage().contains("an index is a name or a whole number"), told::getMessage);
    }

    @Test
    void observables_read_them_too() {
        OrderParameterSystem system = flow("u[k-1] - u[k]");
        String shown = ExpressionText.of(SystemScope.read(system, Text.of("Sum[(u[j+1] - u[j])^2, {j, n}]")));
        assertTrue(shown.matches("Sum\\[\\(u\\[(.+)\\+1] - u\\[\\1]\\)\\^2, \\{\\1, n}]"), shown);
    }

    @Test
    void copies_with_places_of_their_own_are_not_alike() {
        OrderParameterSystem system = flow("u[k-1] - u[k]");
        BadInput told = assertThrows(
                BadInput.class,
                () -> SymmetricSubspace.of(
                        system, Sizes.of(system.problem(), Map.of()), SymmetricAnsatz.SYMMETRIC, new double[] {
                            1, 1, 1, 1, 1, 1, 1
                        }));
        assertTrue(told.getMessage().contains("places of their own"), told::getMessage);
    }
}
