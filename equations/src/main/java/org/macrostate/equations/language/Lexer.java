package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;

/** Cuts an expression into tokens. A point between digits belongs to a number, any other is the dot product. */
final class Lexer {
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d+|\\*\\^[+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}$][\\p{L}\\p{Nd}_$]*");
    private static final Pattern OPERATOR = Pattern.compile("<=|>=|==|!=|&&|\\|\\||[-+*/^.,<>!(){}\\[\\]]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            accept(SPACE);
            if (position == text.length()) {
                tokens.add(new Token(Token.Type.END, "", position));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() {
        int start = position;
        if (accept(NUMBER)) {
            return new Token(Token.Type.NUMBER, text.substring(start, position), start);
        }
        if (accept(NAME)) {
            return new Token(Token.Type.NAME, text.substring(start, position), start);
        }
        if (accept(OPERATOR)) {
            return new Token(Token.Type.OPERATOR, text.substring(start, position), start);
        }
        String found = new String(Character.toChars(text.codePointAt(start)));
        throw new BadInput("unexpected character '" + found + "'" + Habits.ofCharacter(found))
                .at(Positions.of(text, start));
    }

    private boolean accept(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        position = matcher.end();
        return true;
    }
}
