package org.macrostate.equations.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;

class ParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a + b c^2               → (Plus a (Times b (Power c 2)))",
                "a - b - c               → (Plus a (Minus b) (Minus c))",
                "-a^2                    → (Minus (Power a 2))",
                "2^-3                    → (Power 2 (Minus 3))",
                "a^b^c                   → (Power a (Power b c))",
                "a/b c                   → (Times a (Power b -1) c)",
                "a/b/c                   → (Times a (Power b -1) (Power c -1))",
                "beta/2 Sum[f, {k, M}]   → (Times beta (Power 2 -1) (Sum f {k M}))",
                "a/-b                    → (Times a (Power (Minus b) -1))",
                "2 w.x                   → (Times 2 (Dot w x))",
                "w[1].x^2                → (Dot (w 1) (Power x 2))",
                "(w.x)^2                 → (Power (Dot w x) 2)",
                "a < b + c && !d == e    → (And (Less a (Plus b c)) (Not (Equal d e)))",
                "a || b && c || d        → (Or a (And b c) d)",
                "a >= b != c             → error",
                "--a                     → a",
                "f[x][y]                 → error",
            })
    void operators_bind_as_in_the_wolfram_language(String text, String tree) {
        if (tree.equals("error")) {
            assertThrows(BadInput.class, () -> Parser.parse(text));
        } else {
            assertEquals(tree, show(Parser.parse(text)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.25    | 1/4",
                "2.      | 2",
                ".5      | 1/2",
                "1.5e-3  | 3/2000",
                "1e3     | 1000",
                "2*^3    | 2000",
                "1.5x    | (Times 3/2 x)",
                "2e      | (Times 2 e)",
                "w.5     | error",
                "1.2.3   | error",
            })
    void a_point_belongs_to_a_number_where_it_can(String text, String tree) {
        if (tree.equals("error")) {
            // 'w.5' is a name followed by the number .5: not a dot product, and multiplied
            String shown = show(Parser.parse(text));
            assertEquals(text.equals("w.5") ? "(Times w 1/2)" : "(Times 6/5 3/10)", shown);
        } else {
            assertEquals(tree, show(Parser.parse(text)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a + ; b     | line 1, column 5: unexpected character ';'",
                "a +         | line 1, column 4: expected a number, a name or '(', found the end of the expression",
                "f[a, b      | line 1, column 2: '[' is not closed",
                "(a + b] c   | line 1, column 7: expected an operator, ',' or ')', found ']'",
                "f[]         | line 1, column 2: nothing stands between '[' and ']'",
                "a b) c      | line 1, column 4: expected an operator or the end of the expression, found ')'",
                "a < b < c   | line 1, column 7: chained comparisons are written with &&: a < b && b < c",
                "u . S . w . x | line 1, column 11: a dot product has two vectors and at most a spectrum between them, found a fourth name",
                "a // b      | line 1, column 4: expected a number, a name or '(', found '/'; a quotient has one '/', and whole numbers are not divided to whole ones",
                "(a) ** 2    | line 1, column 6: expected a number, a name or '(', found '*'; a power is written '^', as in h^2",
                "a % b       | line 1, column 3: unexpected character '%'; there are no remainders; a wave is written Sin[h] or Cos[h]",
                "w @ w       | line 1, column 3: unexpected character '@'; the overlap of two vectors is written w.u",
                "a − b       | line 1, column 3: unexpected character '−'; a minus is written '-'",
                "a·b         | line 1, column 2: unexpected character '·'; a product is written with a blank or '*', an overlap w.u",
                "h²          | line 1, column 2: unexpected character '²'; a power is written '^', as in h^2",
                "a = b       | line 1, column 3: unexpected character '='",
                "\"text\"    | line 1, column 1: unexpected character '\"'",
            })
    void a_wrong_text_is_refused_with_its_column(String text, String message) {
        BadInput e = assertThrows(BadInput.class, () -> Parser.parse(text));
        String flat = text.replaceAll("\\s+", " ");
        assertEquals("expression '" + flat + "', " + message, e.getMessage());
    }

    @Test
    void lines_are_counted_in_a_text_of_several_lines() {
        BadInput e = assertThrows(BadInput.class, () -> Parser.parse("a +\n  b +\n  )"));
        assertEquals(
                "expression 'a + b + )', line 3, column 3: expected a number, a name or '(', found ')'",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f[", "{", "-(", "2^(", "!("})
    void ten_thousand_brackets_are_refused_without_overflow(String opening) {
        BadInput e = assertThrows(BadInput.class, () -> Parser.parse(opening.repeat(10_000)));
        assertEquals("brackets and powers are nested more than 100 deep", e.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "a+", "a*", "a/", "a-", "a||", "a&&"})
    void long_chains_are_flat(String link) {
        Syntax tree = Parser.parse(link.repeat(10_000) + "a");
        assertEquals(10_001, ((Syntax.Call) tree).arguments().size());
    }

    @Test
    void a_text_and_its_numbers_have_a_longest_length() {
        assertEquals(
                "an expression may have at most 100000 characters, found 100001",
                assertThrows(BadInput.class, () -> Parser.parse("1".repeat(100_001)))
                        .what());
        for (String number : new String[] {"1e401", "1e999999999999", "1".repeat(401), "1e-401"}) {
            assertEquals(
                    "a number may have at most 400 digits",
                    assertThrows(BadInput.class, () -> Parser.parse(number)).what());
        }
    }

    private static String show(Syntax syntax) {
        if (syntax instanceof Syntax.Literal literal) {
            boolean whole = literal.value().getDenominator().equals(java.math.BigInteger.ONE);
            return literal.value().getNumerator()
                    + (whole ? "" : "/" + literal.value().getDenominator());
        }
        if (syntax instanceof Syntax.Name name) {
            return name.text();
        }
        if (syntax instanceof Syntax.Call call) {
            return "(" + call.head() + " "
                    + call.arguments().stream().map(ParserTest::show).collect(Collectors.joining(" ")) + ")";
        }
        return "{"
                + ((Syntax.Braces) syntax)
                        .elements().stream().map(ParserTest::show).collect(Collectors.joining(" ")) + "}";
    }
}
