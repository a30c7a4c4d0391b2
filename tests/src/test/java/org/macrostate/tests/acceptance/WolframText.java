package org.macrostate.tests.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of the Wolfram language in which equations are exported, into trees; it knows nothing of what wrote them. */
final class WolframText {
    /** A part of an expression. */
    sealed interface Node {}

    record Number(double value) implements Node {}

    record Text(String value) implements Node {}

    /** A name; {@code Blank} says that it is a pattern. */
    record Name(String value) implements Node {}

    record Blank(String name, Optional<Node> otherwise) implements Node {}

    /** {@code head[arguments]}; operators are written so too, by their full names. */
    record Call(Node head, List<Node> arguments) implements Node {
        static Call of(String head, Node... arguments) {
            return new Call(new Name(head), List.of(arguments));
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<number>\\d+(?:\\.\\d*)?(?:\\*\\^-?\\d+)?)"
            + "|(?<name>[A-Za-z$][A-Za-z0-9$]*)(?<blank>_[A-Za-z]*)?|\"(?<text>[^\"]*)\""
            + "|(?<sign>:=|==|<=|>=|->|<\\||\\|>|\\+\\+|[-+*/^=<>\\[\\]{}(),;:])");

    private final List<String> kinds = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int at;

    private WolframText(String text) {
        String plain = text.replaceAll("(?s)\\(\\*.*?\\*\\)", " ");
        Matcher matcher = TOKEN.matcher(plain);
        int end = 0;
        while (end < plain.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException(
                        "not in the language: " + plain.substring(end, Math.min(plain.length(), end + 40)));
            }
            end = matcher.end();
            for (String kind : List.of("number", "text", "sign")) {
                if (matcher.group(kind) != null) {
                    token(kind, matcher.group(kind));
                }
            }
            if (matcher.group("name") != null) {
                token(matcher.group("blank") == null ? "name" : "blank", matcher.group("name"));
            }
        }
        token("end", "");
    }

    /** The expressions of a text, one after the other. */
    static List<Node> read(String text) {
        WolframText reader = new WolframText(text);
        List<Node> all = new ArrayList<>();
        while (!reader.kinds.get(reader.at).equals("end")) {
            all.add(reader.assignment());
            boolean ended = reader.takes(";");
            while (ended) {
                ended = reader.takes(";");
            }
        }
        return all;
    }

    private void token(String kind, String word) {
        kinds.add(kind);
        words.add(word);
    }

    private boolean is(String sign) {
        return kinds.get(at).equals("sign") && words.get(at).equals(sign);
    }

    private boolean takes(String sign) {
        boolean there = is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw new IllegalArgumentException("expected " + sign + " before "
                    + String.join(" ", words.subList(at, Math.min(words.size(), at + 8))));
        }
    }

    /** Expressions with semicolons between them; the last one is the value. */
    private Node compound() {
        List<Node> all = new ArrayList<>();
        do {
            all.add(assignment());
        } while (takes(";") && !is("]") && !is(")") && !is(",") && !is("}"));
        return all.size() == 1 ? all.get(0) : new Call(new Name("CompoundExpression"), all);
    }

    private Node assignment() {
        Node left = rule();
        if (takes(":=")) {
            return Call.of("SetDelayed", left, assignment());
        }
        return takes("=") ? Call.of("Set", left, assignment()) : left;
    }

    private Node rule() {
        Node left = comparison();
        return takes("->") ? Call.of("Rule", left, rule()) : left;
    }

    private Node comparison() {
        Node left = sum();
        for (String[] sign : new String[][] {
            {"==", "Equal"}, {"<=", "LessEqual"}, {">=", "GreaterEqual"}, {"<", "Less"}, {">", "Greater"}
        }) {
            if (takes(sign[0])) {
                return Call.of(sign[1], left, sum());
            }
        }
        return left;
    }

    private Node sum() {
        Node left = product();
        while (is("+") || is("-")) {
            boolean minus = takes("-");
            if (!minus) {
                expect("+");
            }
            Node right = product();
            left = Call.of("Plus", left, minus ? Call.of("Minus", right) : right);
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        while (is("*") || is("/")) {
            boolean over = takes("/");
            if (!over) {
                expect("*");
            }
            left = Call.of(over ? "Divide" : "Times", left, signed());
        }
        return left;
    }

    private Node signed() {
        return takes("-") ? Call.of("Minus", signed()) : power();
    }

    private Node power() {
        Node base = parts();
        return takes("^") ? Call.of("Power", base, signed()) : base;
    }

    /** Calls and parts bind closest. */
    private Node parts() {
        Node head = takes("++") ? Call.of("PreIncrement", parts()) : primary();
        while (is("[")) {
            at++;
            boolean part = takes("[");
            List<Node> inside = list("]");
            if (part) {
                expect("]");
                inside.add(0, head);
            }
            head = new Call(part ? new Name("Part") : head, inside);
        }
        return head;
    }

    private List<Node> list(String end) {
        List<Node> all = new ArrayList<>();
        if (!takes(end)) {
            do {
                all.add(compound());
            } while (takes(","));
            expect(end);
        }
        return all;
    }

    private Node primary() {
        String kind = kinds.get(at);
        String word = words.get(at);
        at++;
        return switch (kind) {
            case "number" -> new Number(Double.parseDouble(word.replace("*^", "E")));
            case "text" -> new Text(word);
            case "name" -> new Name(word);
            case "blank" -> new Blank(word, takes(":") ? Optional.of(comparison()) : Optional.empty());
            case "sign" ->
                switch (word) {
                    case "(" -> {
                        Node inside = compound();
                        expect(")");
                        yield inside;
                    }
                    case "{" -> new Call(new Name("List"), list("}"));
                    case "<|" -> new Call(new Name("Association"), list("|>"));
                    default -> throw new IllegalArgumentException("an expression cannot begin with " + word);
                };
            default -> throw new IllegalArgumentException("the text ends in the middle of an expression");
        };
    }
}
