package org.macrostate.reports;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts as a stranger may type them: any Unicode, with what has a meaning to some reader of the output more often. */
public final class RandomText {
    private static final String[] MEANT = {
        "[",
        "]",
        "*",
        "\\",
        "\\\\",
        "{",
        "}",
        "$",
        "&",
        "#",
        "%",
        "_",
        "^",
        "^^",
        "~",
        "--",
        "---",
        ",,",
        "''",
        "``",
        "?`",
        "!`",
        "<<",
        ">>",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "+",
        "-",
        "@",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\u0000",
        "\u0007",
        "\u001B[31m",
        "\u001B]0;t\u0007",
        "\u007F",
        "\u0085",
        "\u009B31m",
        "\u00A0",
        "\u2028",
        "\u202E",
        "\u200F",
        "\uFEFF",
        "\uFFFE",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\u0301",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "</script>",
        "</text>",
        "javascript:",
        "\\input{x}",
        "\\end{document}",
        "\\\\[1cm]",
        "=HYPERLINK(\"x\")",
        "@SUM(1)",
        "-1+cmd",
        "ε",
        "ρ",
        "漢",
        "ﬁ",
        "ß",
        "Æ",
        "|"
    };

    private RandomText() {}

    /** So many texts, the same ones for the same seed. */
    public static Stream<String> texts(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(i -> text(random));
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(1, 9);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(0x20, 0x250));
                default -> text.append(MEANT[random.nextInt(MEANT.length)]);
            }
        }
        return text.toString();
    }
}
