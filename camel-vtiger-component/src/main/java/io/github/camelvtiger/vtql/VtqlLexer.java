package io.github.camelvtiger.vtql;

import io.github.camelvtiger.vtql.VtqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens; refuses what the server can't read either ({@code webservice.md §7}). */
final class VtqlLexer {

    private static final String SIGNS = "(),*=<>!;";

    private final String query;
    private int at;

    private VtqlLexer(String query) {
        this.query = query;
    }

    static List<VtqlToken> tokens(String query) {
        return new VtqlLexer(query).all();
    }

    private List<VtqlToken> all() {
        List<VtqlToken> tokens = new ArrayList<>();
        while (true) {
            while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
                at++;
            }
            if (at >= query.length()) {
                tokens.add(new VtqlToken(Kind.END, "", at));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private VtqlToken next() {
        char first = query.charAt(at);
        if (first == '\'') {
            return text();
        }
        if (first == ':' && at + 1 < query.length() && Character.isJavaIdentifierStart(query.charAt(at + 1))) {
            return token(Kind.PARAMETER, endOfName(at + 1));
        }
        if (isWordCharacter(first)
                || first == '-' && at + 1 < query.length() && Character.isDigit(query.charAt(at + 1))) {
            return token(Kind.WORD, endOfWord(at + 1));
        }
        if (SIGNS.indexOf(first) >= 0) {
            boolean two =
                    at + 1 < query.length() && List.of("!=", "<=", ">=", "<>").contains(query.substring(at, at + 2));
            return token(Kind.SIGN, at + (two ? 2 : 1));
        }
        if (first == '"') {
            throw VtqlFault.at(query, at, "VTQL has no double quotes; write texts in single quotes");
        }
        throw VtqlFault.at(
                query, at, "VTQL can't read the character " + first + " there; write texts in single quotes");
    }

    private VtqlToken text() {
        int end = at + 1;
        while (end < query.length()) {
            if (query.startsWith("\\'", end)) {
                throw VtqlFault.at(query, end, "a quote inside a text is written twice (''), a backslash too");
            } else if (query.charAt(end) == '\\') {
                end += 2;
            } else if (query.charAt(end) != '\'') {
                end++;
            } else if (end + 1 < query.length() && query.charAt(end + 1) == '\'') {
                end += 2;
            } else {
                return closed(end + 1);
            }
        }
        throw VtqlFault.at(query, at, "the text that begins there has no closing quote");
    }

    private VtqlToken closed(int end) {
        if (end - at == 2) {
            throw VtqlFault.at(query, at, "VTQL has no empty text ''; ' ' (one space) finds empty fields");
        }
        return token(Kind.TEXT, end);
    }

    private VtqlToken token(Kind kind, int end) {
        VtqlToken token = new VtqlToken(kind, query.substring(at, end), at);
        at = end;
        return token;
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < query.length() && isWordCharacter(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfName(int from) {
        int end = from;
        while (end < query.length() && Character.isJavaIdentifierPart(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.' || character == '&';
    }
}
