package org.macrostate.tests.fuzzing;

import java.util.List;
import java.util.Random;

/** Spoils a text: pieces lost, repeated, moved, and fragments put in that have a meaning somewhere. */
final class Mutation {
    private static final List<String> FRAGMENTS = List.of(
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "<<: *a",
            "? ",
            "999999999",
            "|\n",
            ">\n",
            "'",
            "\"",
            ",",
            ".",
            "^",
            "^-1",
            "^1000",
            "^99999999999",
            "/0",
            "1e400",
            "0x1",
            "NaN",
            "Infinity",
            "-",
            "~",
            "Sum[",
            ", {k, M}]",
            "{k, 1000}",
            "KroneckerDelta[k,l]",
            "Mean[",
            "If[",
            "True",
            "noise",
            "t",
            "w[k].x",
            "!!int ",
            "!!org.macrostate.tests.fuzzing.Canary {}",
            "!!javax.script.ScriptEngineManager []",
            "org.macrostate.tests.fuzzing.Canary",
            "${java.home}",
            "$(id)",
            "`id`",
            "../../../../tmp/spill",
            "file:///etc",
            "Import[\"/etc/passwd\"]",
            "ToExpression[\"1\"]",
            "Run[\"id\"]",
            "URLFetch[a]",
            "$UserName",
            "Get[\"x\"]",
            "\\write18{id}",
            "\\input{/etc/passwd}",
            "<script>",
            "\u0000",
            "\uD83D",
            "\uE000",
            "\u202E",
            "\u00E9",
            "%",
            "@",
            "||",
            "&&",
            "<",
            "copies: M",
            "rate: tau",
            "identity",
            "matrix [[1]]",
            "diagonal [");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    String of(String text) {
        String mutant = text;
        for (int n = random.nextInt(4); n >= 0; n--) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int length = Math.min(text.length() - at, random.nextInt(12));
        String piece = text.substring(at, at + length);
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at) + text.substring(at + length);
            case 1 -> text.substring(0, at) + piece.repeat(2 + random.nextInt(30)) + text.substring(at + length);
            case 2 -> {
                int to = random.nextInt(text.length() + 1);
                yield text.substring(0, to) + piece + text.substring(to);
            }
            case 3 -> random.nextInt(8) == 0 ? text.substring(0, at) : text;
            case 4 -> text.substring(0, at) + (char) random.nextInt(0x250) + text.substring(at);
            default -> text.substring(0, at) + fragment() + text.substring(at);
        };
    }

    String fragment() {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).repeat(random.nextInt(40) == 0 ? 300 : 1);
    }
}
