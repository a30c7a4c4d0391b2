package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;

/**
 * Reads the part of the Wolfram language's syntax that formulas need: numbers, names, {@code f[x]}, {@code {k, M}},
 * the operators {@code + - * / ^ .}, juxtaposition as a product, comparisons and {@code && || !}. Precedence is the
 * Wolfram language's: {@code ^} binds tightest, then {@code .}, sign, product, sum, comparison, not, and, or. A
 * division {@code a/b} becomes {@code Times[a, Power[b, -1]]}.
 */
public final class Parser {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 100_000;
    private static final Map<String, String> COMPARISONS = Map.of(
            "<", "Less", "<=", "LessEqual", ">", "Greater", ">=", "GreaterEqual", "==", "Equal", "!=", "Unequal");

    private final String text;
    private final List<Token> tokens;
    private int position;
    private int depth;

    private Parser(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /**
     * Parses a whole expression.
     *
     * @throws BadInput if the text is no expression; its place counts lines and columns within {@code text}
     */
    public static Syntax parse(String text) {
        if (text.length() > LONGEST) {
            throw new BadInput("an expression may have at most " + LONGEST + " characters, found " + text.length());
        }
        if (text.isBlank()) {
            throw new BadInput("an expression is missing here");
        }
        Parser parser = new Parser(text);
        Syntax result = parser.or();
        parser.expectEnd();
        return result;
    }

    private Syntax or() {
        enter();
        Syntax result = chain("||", "Or", this::and);
        depth--;
        return result;
    }

    private Syntax and() {
        return chain("&&", "And", this::not);
    }

    /** Chains are flat, so that the tree is only as deep as the text has brackets. */
    private Syntax chain(String operator, String head, Supplier<Syntax> operand) {
        int offset = peek().offset();
        List<Syntax> operands = new ArrayList<>();
        operands.add(operand.get());
        while (peek().is(operator)) {
            next();
            operands.add(operand.get());
        }
        return operands.size() == 1 ? operands.get(0) : new Syntax.Call(head, operands, offset);
    }

    private Syntax not() {
        int offset = peek().offset();
        boolean negated = false;
        while (peek().is("!")) {
            next();
            negated = !negated;
        }
        Syntax operand = comparison();
        return negated ? new Syntax.Call("Not", List.of(operand), offset) : operand;
    }

    private Syntax comparison() {
        Syntax left = sum();
        Token operator = peek();
        if (operator.type() != Token.Type.OPERATOR || !COMPARISONS.containsKey(operator.text())) {
            return left;
        }
        next();
        Syntax result = compare(operator, left, sum());
        if (COMPARISONS.containsKey(peek().text())) {
            throw error("chained comparisons are written with &&: a < b && b < c", peek());
        }
        return result;
    }

    private static Syntax compare(Token operator, Syntax left, Syntax right) {
        String head = COMPARISONS.getOrDefault(operator.text(), "");
        return new Syntax.Call(head, List.of(left, right), operator.offset());
    }

    private Syntax sum() {
        List<Syntax> terms = new ArrayList<>();
        int offset = peek().offset();
        terms.add(product());
        while (peek().is("+") || peek().is("-")) {
            Token operator = next();
            Syntax term = product();
            terms.add(operator.is("-") ? new Syntax.Call("Minus", List.of(term), operator.offset()) : term);
        }
        return terms.size() == 1 ? terms.get(0) : new Syntax.Call("Plus", terms, offset);
    }

    private Syntax product() {
        int offset = peek().offset();
        List<Syntax> factors = new ArrayList<>();
        factors.add(signed());
        while (true) {
            Token token = peek();
            if (token.is("*")) {
                next();
                factors.add(signed());
            } else if (token.is("/")) {
                next();
                factors.add(reciprocal(signed(), token.offset()));
            } else if (startsFactor(token)) {
                factors.add(dot());
            } else {
                return factors.size() == 1 ? factors.get(0) : new Syntax.Call("Times", factors, offset);
            }
        }
    }

    private static Syntax reciprocal(Syntax divisor, int offset) {
        return new Syntax.Call("Power", List.of(divisor, new Syntax.Literal(BigFraction.MINUS_ONE, offset)), offset);
    }

    private static boolean startsFactor(Token token) {
        return token.type() == Token.Type.NUMBER || token.type() == Token.Type.NAME || token.is("(") || token.is("{");
    }

    private Syntax signed() {
        int offset = peek().offset();
        boolean negative = false;
        while (peek().is("-") || peek().is("+")) {
            negative ^= next().is("-");
        }
        Syntax operand = dot();
        return negative ? new Syntax.Call("Minus", List.of(operand), offset) : operand;
    }

    private Syntax dot() {
        Syntax left = power();
        if (!peek().is(".")) {
            return left;
        }
        next();
        Syntax second = power();
        if (!peek().is(".")) {
            return new Syntax.Call("Dot", List.of(left, second), left.offset());
        }
        next();
        Syntax result = new Syntax.Call("Dot", List.of(left, second, power()), left.offset());
        if (peek().is(".")) {
            throw error(
                    "a dot product has two vectors and at most a spectrum between them, found a fourth name", peek());
        }
        return result;
    }

    private Syntax power() {
        enter();
        Syntax base = atom();
        if (peek().is("^")) {
            int offset = next().offset();
            base = new Syntax.Call("Power", List.of(base, exponent()), offset);
        }
        depth--;
        return base;
    }

    private Syntax exponent() {
        int offset = peek().offset();
        boolean negative = false;
        while (peek().is("-") || peek().is("+")) {
            negative ^= next().is("-");
        }
        Syntax operand = power();
        return negative ? new Syntax.Call("Minus", List.of(operand), offset) : operand;
    }

    private Syntax atom() {
        Token token = next();
        if (token.type() == Token.Type.NUMBER) {
            return NumberLiteral.of(token, text);
        }
        if (token.type() == Token.Type.NAME) {
            return peek().is("[")
                    ? new Syntax.Call(token.text(), list("[", "]"), token.offset())
                    : new Syntax.Name(token.text(), token.offset());
        }
        if (token.is("(")) {
            Syntax inner = or();
            expect(")", token);
            return inner;
        }
        if (token.is("{")) {
            position--;
            return new Syntax.Braces(list("{", "}"), token.offset());
        }
        throw error(
                "expected a number, a name or '(', found " + token.quoted() + Habits.ofOperator(token.text()), token);
    }

    private List<Syntax> list(String open, String close) {
        Token opening = next();
        List<Syntax> elements = new ArrayList<>();
        if (peek().is(close)) {
            throw error("nothing stands between '" + open + "' and '" + close + "'", opening);
        }
        elements.add(or());
        while (peek().is(",")) {
            next();
            elements.add(or());
        }
        expect(close, opening);
        return elements;
    }

    private void expect(String closing, Token opening) {
        Token token = next();
        if (token.type() == Token.Type.END) {
            throw error(opening.quoted() + " is not closed", opening);
        }
        if (!token.is(closing)) {
            String call = closing.equals(")") && token.is(",") && isBehindName(opening)
                    ? "; arguments of a function stand in brackets, as in Max[h, 0]"
                    : "";
            throw error("expected an operator, ',' or '" + closing + "', found " + token.quoted() + call, token);
        }
    }

    private boolean isBehindName(Token opening) {
        int at = tokens.indexOf(opening);
        return at > 0 && tokens.get(at - 1).type() == Token.Type.NAME;
    }

    private void expectEnd() {
        if (peek().type() != Token.Type.END) {
            throw error("expected an operator or the end of the expression, found " + peek().quoted(), peek());
        }
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw error("brackets and powers are nested more than " + DEEPEST / 2 + " deep", peek());
        }
    }

    private BadInput error(String message, Token token) {
        return new BadInput(message).at(Positions.of(text, token.offset()));
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        Token token = tokens.get(position);
        if (token.type() != Token.Type.END) {
            position++;
        }
        return token;
    }
}
